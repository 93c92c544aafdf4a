"""The answers of typed questions: which block of a body they stand in, and how they are read from it."""
