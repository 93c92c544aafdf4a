"""One file per kind of set."""
