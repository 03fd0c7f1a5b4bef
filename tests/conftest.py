"""What all tests share: none fails because the machine is busy, or by chance."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "argmap",
    deadline=None,
    # The same examples on every machine; `ARGMAP_EXPLORE=1 pytest` looks for others.
    derandomize="ARGMAP_EXPLORE" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("argmap")
