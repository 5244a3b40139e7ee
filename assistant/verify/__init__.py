"""Does each sentence of an answer follow from the passages it cites? Pure functions; no model is needed."""
