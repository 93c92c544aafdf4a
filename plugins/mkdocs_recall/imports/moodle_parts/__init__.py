"""What Moodle's formats have in common: marks of answers, and fields in a text."""
