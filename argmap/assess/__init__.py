"""What stands: the status of every claim, the steps that it rests on, and what would change it."""

from argmap.assess.bearing import Bearing, load_bearing
from argmap.assess.bounds import Bounds, bounds
from argmap.assess.cuts import Cut, smallest_cut
from argmap.assess.flips import Flips, flips
from argmap.assess.status import Assessment, Status, assess
from argmap.assess.what_if import Fate, WhatIf, what_if
from argmap.assess.why import Cause, Why, why

__all__ = [
    "Assessment",
    "Bearing",
    "Bounds",
    "Cause",
    "Cut",
    "Fate",
    "Flips",
    "Status",
    "WhatIf",
    "Why",
    "assess",
    "bounds",
    "flips",
    "load_bearing",
    "smallest_cut",
    "what_if",
    "why",
]
