"""Measure what stands in maps of a million nodes, on arrays; each job in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import Final

import numpy as np

from argmap.assess.arrays import ArrayGraph, ArrayMap, array_statuses, evaluate_arrays
from argmap.assess.gradual import SEMANTICS
from tests.benchmarks.hostile import Row

_SIZE: Final = 1_000_000
_HERE: Final = Path(__file__).parents[2]
_SEED: Final = 7
_JOBS: Final = (
    *(f"strengths {name}" for name in SEMANTICS),
    "strengths quadratic-energy, a chain",
    "statuses",
    "statuses of a deep map",
)


def million() -> Iterator[Row]:
    """Measure each job; the baseline is making its arrays."""
    for job in _JOBS:
        ran = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.arrays", job],
            cwd=_HERE,
            check=True,
            capture_output=True,
            text=True,
        )
        made, seconds, megabytes = json.loads(ran.stdout)
        yield f"{job}, 1,000,000 ({megabytes:.0f} MB)", seconds, 5.0, made, "making the arrays"


def a_debate(size: int = _SIZE) -> ArrayGraph:
    """Return a tree of units with some cross links and attacks both ways, as debates have them."""
    dice = np.random.default_rng(_SEED)
    units = np.arange(1, size)
    parent = (dice.random(size - 1) * units).astype(np.int64)
    both = units[dice.random(size - 1) < 0.02]
    across = dice.integers(0, size, (2, size // 100))
    source = np.concatenate((units, parent[both - 1], across[0]))
    target = np.concatenate((parent, both, across[1]))
    weight = np.where(dice.random(len(source)) < 0.42, -1.0, 1.0)
    return ArrayGraph(dice.random(size), source, target, weight)


def a_chain(size: int = _SIZE) -> ArrayGraph:
    """Return units of which each supports the next."""
    units = np.arange(size - 1)
    return ArrayGraph(np.full(size, 0.5), units, units + 1, np.ones(size - 1))


def a_map(size: int = _SIZE, *, is_deep: bool = False) -> ArrayMap:
    """Return a map with linked premises, contrasts, undercuts of undercuts, and assumptions."""
    dice = np.random.default_rng(_SEED)
    premise = np.arange(1, size)
    target = premise - 1 if is_deep else (dice.random(size - 1) * premise).astype(np.int64)
    stance = np.where(dice.random(size - 1) < (0.0 if is_deep else 0.15), 1, 0)
    undercuts = np.flatnonzero(dice.random(size - 1) < 0.05)[1:]
    stance[undercuts] = 2
    target[undercuts] = (dice.random(len(undercuts)) * undercuts).astype(np.int64)
    linked = np.flatnonzero(dice.random(size - 1) < (0.0 if is_deep else 0.2))
    more = dice.integers(size // 2, size, len(linked))
    is_leaf = np.ones(size, dtype=np.bool_)
    is_leaf[target[stance != 2]] = False
    return ArrayMap(
        is_leaf & (dice.random(size) < 0.9),
        ~is_leaf & (dice.random(size) < 0.02),
        dice.random(size) < 0.01,
        stance,
        target,
        np.concatenate((np.arange(size - 1), linked)),
        np.concatenate((premise, more)),
    )


def _measure(job: str) -> tuple[float, float, float]:
    """Return CPU seconds to make the arrays and to compute, and the most memory in MB."""
    start = process_time()
    kind, _, name = job.partition(" ")
    made: ArrayGraph | ArrayMap
    made = a_map(is_deep="deep" in job) if kind == "statuses" else a_debate()
    if name.endswith("chain"):
        made = a_chain()
    between = process_time()
    if isinstance(made, ArrayMap):
        array_statuses(made)
    else:
        evaluate_arrays(made, SEMANTICS[name.partition(",")[0]])
    end = process_time()
    return between - start, end - between, getrusage(RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1])))  # noqa: T201 - for the process that started this
