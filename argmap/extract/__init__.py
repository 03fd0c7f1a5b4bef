"""The texts of sources, from plain text, Markdown, HTML and PDF.

Most runs need no more than `argmap.extract.at_hand`, so importing the package loads nothing.
"""
