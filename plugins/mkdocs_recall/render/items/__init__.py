"""The HTML of each kind of item."""
