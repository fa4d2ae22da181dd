"""Stanza's models from the same data as the pack; outside the wheel."""
