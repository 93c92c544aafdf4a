"""Where Markdown places the blocks and samples of a page, which only Markdown can tell."""
