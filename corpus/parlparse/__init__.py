"""What a parlparse (publicwhip XML) file holds: its section, its headings and speeches, questions with their replies, divisions."""
