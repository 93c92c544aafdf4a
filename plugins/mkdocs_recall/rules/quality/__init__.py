"""Rules about the quality of questions (warnings), one file a subject."""
