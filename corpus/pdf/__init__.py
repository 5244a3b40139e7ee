"""PDF: characters on pages put together into lines, columns, tables, notes and paragraphs."""
