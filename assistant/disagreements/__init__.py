"""Where passages found for a question disagree: a figure and another of the same thing, a statement and its denial, two inspections."""
