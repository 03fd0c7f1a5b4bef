"""The day and the time that count: the day where the user is, the time in UTC."""

from datetime import UTC, date, datetime


def today() -> date:
    """Return the day where the user is."""
    return datetime.now(UTC).astimezone().date()


def now() -> str:
    """Return the time, in UTC and to the second, as reviews keep it: `2027-01-31T12:00:00Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
