"""Words that deny, in many languages: leaving one out is no omission but another claim."""

from typing import Final

_WORDS: Final = frozenset(
    # English, German, Dutch, Scandinavian, French, Spanish, Portuguese, Italian, Polish, Russian,
    # Turkish, Finnish, Arabic, Hebrew, Hindi, Korean
    """
    no not never none nor neither nobody nothing nowhere without hardly cannot
    nicht nichts nie niemals kein keine keinen keiner keines keinem ohne kaum
    niet geen nooit zonder ikke ingen aldri aldrig inte inga utan uden uten
    ne pas jamais sans aucun aucune nunca sin ni nada não nem sem nenhum nenhuma
    non né senza nessun nessuno nessuna mai nie bez nigdy не ни нет без никогда
    değil yok ei eivät älä لا لم لن ليس غير לא אין नहीं न मत 안 못
    """.split()  # noqa: SIM905 - so many words are read more easily as a text
)
_INSIDE: Final = ("n't", "不", "没", "沒", "無", "无", "非", "未", "ない", "ません", "ไม่", "មិន")


def denies(words: str) -> bool:
    """Say whether a negation is among some normalised words."""
    lower = words.lower()
    bare = (word.strip(".,:;!?()[]\"'") for word in lower.split())
    return any(word in _WORDS for word in bare) or any(part in lower for part in _INSIDE)
