"""All pages of a site together, read from their sources without a build."""
