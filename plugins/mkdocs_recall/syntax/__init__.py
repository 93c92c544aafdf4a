"""From the text of a page to blocks: where they begin and end, and what their lines say."""
