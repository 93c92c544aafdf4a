"""Commands for authors' editors and for new sites."""
