"""Questions for the session, each with the evidence that prompts it."""
