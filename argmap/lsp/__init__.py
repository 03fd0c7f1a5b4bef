"""Maps in an editor, over the Language Server Protocol (version 3.17)."""

from argmap.lsp.desk import Desk
from argmap.lsp.looking import Means
from argmap.lsp.server import make_server

__all__ = ["Desk", "Means", "make_server"]
