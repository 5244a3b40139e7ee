"""Earlier recommendations, the responses to them, and later findings on the same point."""
