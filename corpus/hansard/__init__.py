"""What the three sources of Hansard have in common: Members and their offices, columns, procedure, and who answers whom."""
