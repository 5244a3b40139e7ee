"""Readers: one format a file, each giving `Document`s."""
