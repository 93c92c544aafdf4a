"""One file per kind of item."""
