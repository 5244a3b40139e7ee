"""Papers: what is laid out on pages (reports, responses, evidence) as blocks, and put together into documents."""
