"""Other libraries' data in and out: each adapter needs its extra and is imported by name."""
