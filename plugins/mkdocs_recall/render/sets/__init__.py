"""The HTML of each kind of set."""
