"""Language models: a setting such as ``ollama:llama3.2`` becomes a `Chat`, and whatever goes wrong one line. Only here are providers known."""
