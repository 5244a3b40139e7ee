"""Written questions and their answers: what the two formats they come in have in common."""
