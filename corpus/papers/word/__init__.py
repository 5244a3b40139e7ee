"""Word files: the parts of a ``.docx`` read with the XML parser alone, and made into blocks.

Automatic numbers are counted here because the file holds only the rules for them; no library does that. Source of the format:
ECMA-376, part 1 (WordprocessingML).
"""
