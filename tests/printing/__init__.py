"""Texts that tests print as PDF, Word, web page and plain text, so that the right reading is known."""
