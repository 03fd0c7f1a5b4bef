"""The page for reviewers: a small server on this machine, which writes what they say."""

from argmap.web.desk import Desk, Gathered
from argmap.web.server import Server, make_server

__all__ = ["Desk", "Gathered", "Server", "make_server"]
