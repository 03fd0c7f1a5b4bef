"""What a YAML error most likely means, in words for people who do not know YAML."""

import re
from collections.abc import Callable
from typing import Final

import yaml
from attrs import evolve, field, frozen

from argmap.claimfile.line_of import line_end, line_start
from argmap.claimfile.parse import DEEPEST, Stop
from argmap.claimfile.problems import SAME_LEVEL, UNFIT_INDENTATION, shortened
from argmap.claimfile.tree import Scalar

_KEY_LINE: Final = re.compile(r"^[ \t]*[\w-]+:([ \t]|$)", re.MULTILINE)
_COMMENT: Final = re.compile(r"(?<![ \t])[ \t]+#.*")
_LONGEST_KEY: Final = 1024  # libyaml looks no further for the colon
_KEY_AND_TEXT: Final = (
    "a key ends with ':'; further lines of a text are indented deeper than its key"
)
_IN_QUOTES: Final = "put the whole text in quotes"


@frozen
class Trouble:
    """A place where YAML cannot be read, explained.

    Attributes:
        start: where the cause starts, as far as can be told.
        end: where it ends.
        message: what is wrong.
        advice: what to do.
        resume: where to look for a line that can be read again.
        rescued: the text that its author most likely meant, where there is one.
        is_tab: whether a tab is the cause.
    """

    start: int
    end: int
    message: str
    advice: str
    resume: int
    rescued: Scalar | None = field(default=None, kw_only=True)
    is_tab: bool = field(default=False, kw_only=True)


@frozen
class _Scene:
    """Where an error happened, and what stands around it."""

    text: str
    stop: Stop
    context: str
    context_at: int
    problem: str
    at: int

    @property
    def sign(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def before(self) -> str:
        """What stands before the place on its line."""
        return self.text[line_start(self.text, self.at) : self.at]

    @property
    def resume(self) -> int:
        """Here, where nothing of the line was read; else the next line."""
        return line_start(self.text, self.at) if not self.before.strip() else self.next_line

    @property
    def next_line(self) -> int:
        return line_end(self.text, self.at)

    def rescued(self, start: int) -> Scalar | None:
        """Take the rest of a line as a text, where a text can stand."""
        innermost = self.stop.open[-1] if self.stop.open else None
        if innermost is None or not innermost.is_mapping or innermost.is_flow:
            return None
        children = innermost.children
        if not children or (len(children) % 2 == 0 and children[-1].start != start):
            return None
        end = line_end(self.text, start)
        words = _COMMENT.sub("", self.text[start:end]).strip()
        if words[:1] in {"'", '"'} and words.count(words[0]) == 1 + words.endswith(words[0]):
            words = words.strip(words[0]).strip()
        return Scalar(words, '"', start, end) if words else None

    def trouble(
        self, message: str, advice: str, start: int | None = None, *, rescue: bool = False
    ) -> Trouble:
        """Return the trouble, from a place to the end of its line."""
        start = self.at if start is None else start
        end = start + len(self.text[start : line_end(self.text, start)].rstrip())
        rescued = self.rescued(start) if rescue else None
        return Trouble(start, end, message, advice, self.resume, rescued=rescued)


def explain(stop: Stop, text: str, shift: int) -> Trouble:
    """Explain where and why reading stopped.

    Args:
        stop: where it stopped.
        text: the whole file.
        shift: where the stretch that was read starts in it.
    """
    scene = _scene(stop, text, shift)
    if stop.error is None:
        return _too_deep(scene)
    said = f"{scene.context} {scene.problem}"
    for words, explained in _EXPLANATIONS:
        if words in said:
            return explained(scene)
    return scene.trouble("this cannot be read as YAML", "look at quotes, colons and indentation")


def _scene(stop: Stop, text: str, shift: int) -> _Scene:
    error = stop.error
    if not isinstance(error, yaml.MarkedYAMLError):
        return _Scene(text, stop, "", stop.at, "escape" if error else "", stop.at)
    at = shift + error.problem_mark.index if error.problem_mark else stop.at
    context_at = shift + error.context_mark.index if error.context_mark else at
    return _Scene(text, stop, error.context or "", context_at, error.problem or "", at)


def _too_deep(scene: _Scene) -> Trouble:
    message = f"lists and mappings stand more than {DEEPEST} deep here"
    return scene.trouble(message, "no field of a claim file goes that deep", scene.stop.at)


def _colon_in_text(scene: _Scene) -> Trouble:
    last = scene.stop.last
    line = line_start(scene.text, scene.at)
    if not isinstance(last, Scalar) or last.end - last.start > _LONGEST_KEY:
        start = last.start if last else line
        trouble = scene.trouble(f"a key has at most {_LONGEST_KEY} characters", "shorten it", start)
        return evolve(trouble, rescued=Scalar("", "", start, start))
    if last.start >= line and scene.before.strip() != scene.text[last.start : last.end].strip():
        words = shortened(scene.text[last.start : line_end(scene.text, last.start)])
        message = "a text that holds ': ' needs quotes"
        return scene.trouble(message, f"write '{words}' in quotes", last.start, rescue=True)
    first_line = line_start(scene.text, last.start)
    if not scene.text[first_line : last.start].strip() and first_line < line:
        end = line_end(scene.text, last.start)
        words = shortened(scene.text[last.start : end])
        trouble = scene.trouble(f"a ':' is missing after '{words}'", _KEY_AND_TEXT, last.start)
        return evolve(trouble, resume=line)
    key = scene.before.strip()
    message = f"'{shortened(key)}' is indented deeper than the line above it allows"
    trouble = scene.trouble(message, SAME_LEVEL, scene.at - len(key))
    return evolve(trouble, resume=scene.next_line, rescued=scene.rescued(last.start))


def _no_colon(scene: _Scene) -> Trouble:
    words = shortened(scene.text[scene.context_at : line_end(scene.text, scene.context_at)])
    return scene.trouble(f"a ':' is missing after '{words}'", _KEY_AND_TEXT, scene.context_at)


def _no_key(scene: _Scene) -> Trouble:
    last = scene.stop.last
    if last is not None and scene.before.strip():
        return _after_value(scene, last.start, last.end)
    if scene.sign in {"]", "}", ","}:
        return _stray_sign(scene)
    if scene.sign == ":":
        return scene.trouble("a key is missing before this ':'", "write `key: text`")
    if scene.sign == "-":
        return scene.trouble("a list item stands where a key is expected", SAME_LEVEL)
    if last is not None and " #" in scene.text[last.end : line_end(scene.text, last.end)]:
        message = "the text above breaks off at ' #', which begins a comment"
        comment = scene.text.index("#", last.end)
        trouble = scene.trouble(message, _IN_QUOTES, comment)
        return evolve(trouble, resume=scene.next_line, rescued=scene.rescued(last.start))
    return scene.trouble(UNFIT_INDENTATION, SAME_LEVEL)


def _after_value(scene: _Scene, start: int, end: int) -> Trouble:
    """Explain what stands on the line after a quoted text, a list or an alias."""
    sign = scene.text[start : start + 1]
    lines = scene.text[start:end]
    if sign in {"'", '"'} and _KEY_LINE.search(lines, line_end(lines, 0)):
        return _open_quote(scene, start)
    if sign in {"'", '"'}:
        inner = 'write a quote in it as \\"' if sign == '"' else "write a quote in it as ''"
        message = f"the text goes on after its closing {sign}"
        return scene.trouble(message, f"{_IN_QUOTES}, and {inner}", start, rescue=True)
    message = f"a text that begins with '{sign}' needs quotes"
    return scene.trouble(message, _IN_QUOTES, start, rescue=True)


def _open_quote(scene: _Scene, start: int) -> Trouble:
    sign = scene.text[start : start + 1]
    message = f"the {sign} that opens here is not closed"
    advice = f"close it at the end of the text; in it, write {sign} as "
    advice += '\\"' if sign == '"' else "''"
    trouble = scene.trouble(message, advice, start, rescue=True)
    return evolve(trouble, resume=line_end(scene.text, start))


def _quote(scene: _Scene) -> Trouble:
    return _open_quote(scene, scene.context_at)


def _flow(scene: _Scene) -> Trouble:
    sign = scene.text[scene.context_at : scene.context_at + 1]
    closing, what = ("]", "list") if sign == "[" else ("}", "mapping")
    message = f"the {what} that opens here with '{sign}' is not closed with '{closing}'"
    advice = "close it; a text that holds [ ] { } or ',' needs quotes"
    trouble = scene.trouble(message, advice, scene.context_at)
    line = scene.text[scene.context_at : line_end(scene.text, scene.context_at)]
    if scene.sign == ":" and scene.context_at < scene.at < scene.context_at + len(line):
        start = scene.stop.last.start if scene.stop.last else scene.at
        message = "a text that holds ': ' needs quotes"
        trouble = scene.trouble(message, _IN_QUOTES, start)
    elif " #" in line and closing in line.partition(" #")[2]:
        message = "the text breaks off at ' #', which begins a comment"
        trouble = scene.trouble(message, _IN_QUOTES, scene.context_at + line.index(" #") + 1)
    resume = line_end(scene.text, scene.context_at)
    return evolve(trouble, resume=resume, rescued=_first_line(scene))


def _first_line(scene: _Scene) -> Scalar | None:
    """Take the first line of an item that swallowed lines below an open bracket."""
    last = scene.stop.last
    children = scene.stop.open[-1].children if scene.stop.open else []
    if not isinstance(last, Scalar) or last.style or not children or children[-1] is not last:
        return None
    end = min(last.end, line_end(scene.text, last.start))
    return Scalar(scene.text[last.start : end].rstrip(), "", last.start, end)


def _start_of_token(scene: _Scene) -> Trouble:
    if scene.sign == "\t":
        return _tab(scene)
    return scene.trouble(
        f"a text that begins with '{scene.sign}' needs quotes", _IN_QUOTES, rescue=True
    )


def _tab(scene: _Scene) -> Trouble:
    if scene.before.strip():
        return scene.trouble("a tab stands where a blank is expected", "write a blank")
    advice = "indent with blanks, two for each level"
    trouble = scene.trouble("a tab indents this line", advice)
    return evolve(trouble, is_tab=True)


def _start_of_text(scene: _Scene) -> Trouble:
    start = scene.context_at if scene.context else scene.at
    sign = scene.text[start : start + 1]
    message = f"a text that begins with '{sign}' needs quotes"
    trouble = scene.trouble(message, _IN_QUOTES, start, rescue=True)
    return evolve(trouble, resume=line_end(scene.text, start))


def _colon_in_flow(scene: _Scene) -> Trouble:
    return scene.trouble("a ':' needs a blank behind it here", "write `key: text`")


def _list_in_line(scene: _Scene) -> Trouble:
    advice = "begin a list on the line below its key, or put quotes around a text"
    return scene.trouble("a list item stands behind a key", advice, rescue=True)


def _escape(scene: _Scene) -> Trouble:
    start = max(scene.text.rfind("\\", 0, scene.at + 1), scene.context_at)
    message = (
        f"'{scene.text[start : start + 2].strip()}' is no escape that can stand in double quotes"
    )
    advice = "write a backslash as \\\\, or use single quotes"
    trouble = scene.trouble(message, advice, start)
    resume, rescued = line_end(scene.text, start), scene.rescued(scene.context_at)
    return evolve(trouble, resume=resume, rescued=rescued)


def _outside(scene: _Scene) -> Trouble:
    message = "this line is indented less than the first one"
    if scene.stop.at and "..." in scene.text[scene.stop.at - 3 : scene.at]:
        message = "the document has ended above this line"
    return scene.trouble(message, "begin all blocks in the first column, and leave '...' out")


def _list_ends(scene: _Scene) -> Trouble:
    return scene.trouble("a list item that begins with '-' is expected here", SAME_LEVEL)


def _stray_sign(scene: _Scene) -> Trouble:
    advice = "remove it, or put quotes around a text that begins with it"
    if scene.sign == ",":
        return scene.trouble("there is nothing before this ','", advice, rescue=True)
    return scene.trouble(f"'{scene.sign}' closes nothing here", advice, rescue=True)


def _directive(scene: _Scene) -> Trouble:
    start = line_start(scene.text, scene.at)
    return scene.trouble("a claim file has no directives", "remove the '%' line", start)


_EXPLANATIONS: Final[tuple[tuple[str, Callable[[_Scene], Trouble]], ...]] = (
    ("nesting depth", _too_deep),  # of libyaml's own, which may look far ahead of the events
    ("directive", _directive),
    ("incompatible YAML", _directive),
    ("document start", _outside),
    ("mapping values are not allowed", _colon_in_text),
    ("could not find expected ':'", _no_colon),
    ("node content", _stray_sign),
    ("while parsing a flow", _flow),
    ("while parsing a block mapping", _no_key),
    ("while parsing a block collection", _list_ends),
    ("while scanning a quoted scalar found unexpected", _quote),
    ("escape", _escape),
    ("hexdecimal", _escape),
    ("hexadecimal", _escape),
    ("sequence entries are not allowed", _list_in_line),
    ("tab", _tab),
    ("cannot start any token", _start_of_token),
    ("found unexpected ':'", _colon_in_flow),
    ("mapping keys are not allowed", _start_of_text),
    ("while scanning", _start_of_text),
    ("while parsing a node", _start_of_text),
    ("while parsing a tag", _start_of_text),
)
"""Words of libyaml, or of Python's YAML reader, and what explains them; the first that fits."""
