"""What a site is read from: its files as they are on disk."""
