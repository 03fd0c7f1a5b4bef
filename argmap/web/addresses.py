"""Whether a host is an address in numbers, and whether only this machine reaches it."""

import ipaddress


def is_address(host: str) -> bool:
    """Say whether a host is an address in numbers, which no server of names can turn elsewhere."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Say whether only this machine reaches a host."""
    if host.lower() == "localhost":
        return True
    return is_address(host) and ipaddress.ip_address(host).is_loopback
