"""Study items in Markdown: recall cards and choice questions for static sites built with MkDocs."""

__version__ = "0.1.0"
