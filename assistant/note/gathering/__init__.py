"""What bears on each term of reference: searches over the whole collection, and what of it is shown."""
