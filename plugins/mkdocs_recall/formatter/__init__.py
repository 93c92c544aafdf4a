"""The canonical form of a page's items: `recall fmt` as a pure function."""

from .page import Formatted, Left, format_page

__all__ = ["Formatted", "Left", "format_page"]
