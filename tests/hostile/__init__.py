"""True sentences of real sources and how each is put wrong one way: what the check of sentences is measured with."""
