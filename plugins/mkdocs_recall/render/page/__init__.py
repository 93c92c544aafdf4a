"""The HTML of blocks that belong to a page."""
