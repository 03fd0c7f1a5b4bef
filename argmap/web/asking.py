"""What a request says, read strictly: texts of bounded length, or a refusal."""

import json
from collections.abc import Mapping
from typing import Final

from starlette.requests import Request

from argmap.web.refusals import RefusalError

MAX_BODY: Final = 64 * 1024
"""Bytes; the text of a claim is far shorter."""

MAX_TEXT: Final = 20_000
"""Code points that one field may have."""


async def read_json(request: Request) -> Mapping[str, object]:
    """Return the object that a request brings.

    Raises:
        RefusalError: when it is another kind of content, too large, or no object.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise RefusalError(415, "what is written comes as application/json")
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > MAX_BODY:
            raise RefusalError(413, f"a request has {MAX_BODY // 1024} kB at most; shorten it")
    try:
        found = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise RefusalError(400, "the request is no JSON in UTF-8") from None
    if not isinstance(found, dict):
        raise RefusalError(400, "the request is no JSON object")
    return found


def text_in(asked: Mapping[str, object], name: str) -> str:
    """Return a text that a request has to have.

    Raises:
        RefusalError: when it is missing, empty or no text.
    """
    found = optional_text_in(asked, name)
    if not found:
        raise RefusalError(400, f"'{name}' is missing; say it")
    return found


def optional_text_in(asked: Mapping[str, object], name: str) -> str | None:
    """Return a text, without blanks around it, that a request may have.

    Raises:
        RefusalError: when it is no text, too long, or has signs that no file can hold.
    """
    found = asked.get(name)
    if found is None:
        return None
    if not isinstance(found, str):
        raise RefusalError(400, f"'{name}' is no text")
    if len(found) > MAX_TEXT:
        raise RefusalError(400, f"'{name}' has {MAX_TEXT} letters at most; shorten it")
    if any(not sign.isprintable() and sign not in "\n\t" for sign in _joined(found)):
        raise RefusalError(400, f"'{name}' has control characters; take them out")
    return found.replace("\t", " ").strip()


def _joined(text: str) -> str:
    """Leave out what is not printable and yet part of how some languages are written."""
    return text.replace("\r\n", "\n").translate(_OF_SCRIPTS)


_OF_SCRIPTS: Final = {
    **dict.fromkeys((0x200C, 0x200D, 0x200E, 0x200F, 0x00AD, 0x2060), None),
    **dict.fromkeys((0x00A0, 0x202F, 0x2009, 0x200A, 0x3000, 0x2002, 0x2003), " "),
}
