"""Fuzzing: every reader, the search for quotations, the writers of pages, the server's answers."""
