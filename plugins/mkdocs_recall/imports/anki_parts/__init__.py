"""Collections of Anki: their database, their templates, and what is compressed in them."""
