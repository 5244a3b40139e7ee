"""Known-answer files: how often the assistant finds, cites, credits and refuses as it should (``briefing evaluate``)."""
