"""What a page holds, what an item is, what a problem says: data and names, without anything of ours above them."""
