"""A site as it was at another commit, and what has changed since."""
