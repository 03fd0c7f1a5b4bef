"""Terms as in Prolog, for schemes: `holdsAt(F, T)`; what begins with a capital is a variable."""

Term = tuple[str, tuple["Term", ...]]
Binding = dict[str, Term]


def parsed(text: str) -> Term:
    """Read a term; a text without brackets is a name, and ¬ is a function."""
    text = text.strip()
    if text.startswith("¬") and "(" not in text:
        return ("¬", (parsed(text[1:]),))
    name, bracket, rest = text.partition("(")
    if not bracket or not text.endswith(")"):
        return (text, ())
    parts, depth, start = [], 0, 0
    inside = rest[:-1]
    for place, sign in enumerate(inside):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            parts.append(inside[start:place])
            start = place + 1
    return (name.strip(), tuple(map(parsed, (*parts, inside[start:]))))


def written(term: Term) -> str:
    """Write a term, always the same way."""
    name, parts = term
    if name == "¬":
        return f"¬{written(parts[0])}"
    return f"{name}({','.join(map(written, parts))})" if parts else name


def predicate(text: str) -> str:
    """Return the name before the brackets."""
    return text.partition("(")[0]


def bound(term: Term, binding: Binding) -> Term:
    """Put values in the place of variables."""
    name, parts = term
    if not parts:
        return binding.get(name, term)
    return (name, tuple(bound(part, binding) for part in parts))


def matches(pattern: Term, term: Term, binding: Binding) -> Binding | None:
    """Return the binding that makes a pattern the term; None where there is none."""
    name, parts = pattern
    if not parts and name[:1].isupper():
        if name in binding:
            return binding if binding[name] == term else None
        return {**binding, name: term}
    if name != term[0] or len(parts) != len(term[1]):
        return None
    found: Binding | None = binding
    for part, other in zip(parts, term[1], strict=True):
        found = None if found is None else matches(part, other, found)
    return found
