"""Briefing notes: an inquiry in, a note out of which every sentence cites what it rests on."""
