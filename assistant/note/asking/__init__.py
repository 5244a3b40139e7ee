"""What a note is asked for: an inquiry’s file, with every mistake named by its line, and flags."""
