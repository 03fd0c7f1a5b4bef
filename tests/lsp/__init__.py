"""Tests of `argmap.lsp`."""
