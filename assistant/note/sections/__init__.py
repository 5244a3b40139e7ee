"""The sections of a note, each a function from what was gathered."""
