"""What can be wrong in a text of Argdown, with its place, before it becomes a finding."""

from attrs import frozen


@frozen
class Trouble:
    """Something wrong in a text.

    Attributes:
        start: where it begins, from the beginning of the text that was read: of the file as it
            is, or of one statement.
        end: where it ends.
        message: what it is.
        advice: what to do.
        heavy: whether the meaning is in doubt, or something was left out.
    """

    start: int
    end: int
    message: str
    advice: str
    heavy: bool = False
