"""The page that questions are imported to: ids, blocks, and what changes."""
