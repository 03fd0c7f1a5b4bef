"""The grounded labelling: what has to be accepted, what has to be rejected, and what is open."""

from enum import IntEnum

from argmap.assess.dung.framework import Framework


class Label(IntEnum):
    """What a labelling says of an argument (Caminada 2006)."""

    UNDECIDED = 0
    IN = 1
    OUT = 2


def grounded_labelling(framework: Framework) -> bytearray:
    """Return the label of each argument in the grounded labelling, by its number.

    An argument is in when all its attackers are out, and out when one of them is in; nothing
    else is decided (Dung 1995; Caminada 2006). Takes time linear in arguments and attacks.
    """
    waiting = _counts(framework)
    attacked = framework.attacked
    labels = bytearray(len(framework))
    is_in, is_out = Label.IN.value, Label.OUT.value
    worklist = [number for number, count in enumerate(waiting) if not count]
    for number in worklist:
        labels[number] = is_in
    while worklist:
        for beaten in attacked[worklist.pop()]:
            if labels[beaten]:
                continue
            labels[beaten] = is_out
            for freed in attacked[beaten]:
                waiting[freed] -= 1
                if not waiting[freed] and not labels[freed]:
                    labels[freed] = is_in
                    worklist.append(freed)
    return labels


def numbers_with(labels: bytearray, label: Label) -> list[int]:
    """Return the numbers of the arguments that have a label."""
    value = label.value
    return [number for number, found in enumerate(labels) if found == value]


def _counts(framework: Framework) -> list[int]:
    """Count the attacks on each argument."""
    counts = [0] * len(framework)
    for target in framework.targets:
        counts[target] += 1
    return counts
