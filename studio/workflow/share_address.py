"""The addresses of this machine that a device in the same network can open."""

import ipaddress
import socket
from collections.abc import Iterator
from dataclasses import dataclass

import psutil

from studio.server.app import LOOPBACK

_FAMILIES = (socket.AF_INET, socket.AF_INET6)
_PROBES = ("192.0.2.1", "2001:db8::1")
"""Addresses that are nobody's (RFC 5737, RFC 3849): only asks which way packets would go."""


@dataclass(frozen=True, slots=True)
class Address:
    """An IP address and the network interface that has it.

    ``is_public``: it is not one of a home's or an office's own network, so that others may
    reach it, too.
    """

    text: str
    interface: str
    is_loopback: bool = False
    is_public: bool = False


def addresses() -> tuple[Address, ...]:
    """Return what can be listened on: the likeliest first, the loopback last.

    Link-local IPv6 addresses are left out: browsers take none with a zone.
    """
    usual = tuple(filter(None, (_way_out(probe) for probe in _PROBES)))
    found = sorted(_found(), key=lambda one: _rank(one, usual))
    return (*found, Address(LOOPBACK, "", is_loopback=True))


def _found() -> Iterator[Address]:
    running = {name for name, stats in psutil.net_if_stats().items() if stats.isup}
    seen: set[str] = set()
    for interface, all_of_it in psutil.net_if_addrs().items():
        for known in all_of_it:
            if interface not in running or known.family not in _FAMILIES:
                continue
            ip = ipaddress.ip_address(known.address.partition("%")[0])
            if _is_usable(ip) and ip.compressed not in seen:
                seen.add(ip.compressed)
                yield Address(ip.compressed, interface, is_public=ip.is_global)


def _is_usable(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if ip.is_loopback or ip.is_unspecified or ip.is_multicast:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        return not ip.is_link_local and ip.ipv4_mapped is None
    return True


def _rank(one: Address, usual: tuple[str, ...]) -> tuple[bool, bool, bool]:
    """Own networks before public ones, the usual way out first, IPv4 before IPv6."""
    return one.is_public, one.text not in usual, ":" in one.text


def _way_out(probe: str) -> str:
    """Return the address that packets to ``probe`` would carry; none is sent."""
    family = socket.AF_INET6 if ":" in probe else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((probe, 9))
            return str(asking.getsockname()[0])
    except OSError:
        return ""
