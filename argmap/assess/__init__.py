"""What stands: the status of every claim, and the steps that it rests on."""

from argmap.assess.status import Assessment, Status, assess

__all__ = ["Assessment", "Status", "assess"]
