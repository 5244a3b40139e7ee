"""Markdown: for now a saved page like any other text."""

from corpus.readers.plain_text import read

__all__ = ["read"]
