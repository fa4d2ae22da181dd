"""Where titles stand: one file for each construction."""
