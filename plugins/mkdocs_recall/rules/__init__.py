"""Rules about items: warnings about their quality, and links. Errors of structure are found in kinds and syntax."""
