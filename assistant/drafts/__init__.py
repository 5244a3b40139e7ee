"""``briefing verify``: a person's own draft, looked up in the collection sentence by sentence."""
