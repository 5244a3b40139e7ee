"""A language model's answer: passages laid before it as material, and what it writes given out by the sentence with its citations. Nothing is checked."""
