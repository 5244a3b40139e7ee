"""How passages are kept and found. ``search.Index`` is the way in; ``catalogue`` is the truth, the rest is derived from it."""
