"""Imported texts as Markdown in which nothing is active: what looks like a mark is a character."""
