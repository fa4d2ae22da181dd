"""Finders: one module for each construction that reports speech."""
