"""One file per kind of block that belongs to a page and holds no items."""
