"""What all tests share: no test fails because the machine is busy."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "argmap", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("argmap")
