"""What a person uses: the answer chain, the command line and the web page."""
