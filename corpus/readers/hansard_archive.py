"""Hansard archive XML (being written)."""

ROOTS = frozenset({"housecommons", "houselords", "writtenanswers"})
