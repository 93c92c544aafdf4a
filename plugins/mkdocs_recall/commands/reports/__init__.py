"""How commands report: problems as text and for other programs, and changes as Markdown and as annotations."""
