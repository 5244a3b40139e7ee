"""What a document is, and how each format is read into passages that know where they come from."""
