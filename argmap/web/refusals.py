"""Why a request is not done, with the number that HTTP has for it."""

from collections.abc import Mapping
from types import MappingProxyType

from argmap.findings import ArgmapError


class RefusalError(ArgmapError):
    """A request that is not done.

    Attributes:
        status: the number of HTTP: 400 for what makes no sense, 403, 404, 409 for what changed
            meanwhile, 413, 415.
        more: further facts for the page.
    """

    def __init__(
        self, status: int, message: str, more: Mapping[str, object] = MappingProxyType({})
    ) -> None:
        """Refuse with a message that says what to do."""
        super().__init__(message)
        self.status = status
        self.more = more
