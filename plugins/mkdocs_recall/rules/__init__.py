"""Rules about items: structure (errors)."""
