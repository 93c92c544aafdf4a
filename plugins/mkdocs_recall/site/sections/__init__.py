"""Sections of lessons: their headings, and which of them teach what questions ask."""
