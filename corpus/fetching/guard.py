"""Which addresses of a host may be reached: public ones, and a private one only where its host and port were named on purpose.

A name is resolved once, here; the connection then goes to an address that this module gave, so that a name that changes its address
between the check and the connection gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.unreadable import UnreadableDocument

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")  # an IPv4 address written as an IPv6 one, in the way given up in 2006


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A place to connect to: an address, a port, and whether it speaks TLS."""

    address: str
    port: int
    secure: bool


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be reached for one document.

    ``named`` is the host and port that a person named and allowed to be private. ``hosts`` gives, for tests, the ``host:port`` that stands
    in for a host; it is spoken to in plain HTTP.
    """

    named: tuple[str, int] | None = None
    hosts: Mapping[str, str] = field(default_factory=dict)

    def endpoints(self, host: str, port: int, secure: bool, source: str) -> list[Endpoint]:
        """The endpoints of ``host``, in the resolver's order. Raises `UnreadableDocument` where it has none or one is not public."""
        if stand_in := self.hosts.get(host):
            name, _, number = stand_in.rpartition(":")
            return [Endpoint(name, int(number), False)]
        addresses = _resolve(host, port, source)
        if (host, port) != self.named:
            for address in addresses:
                if not is_public(address):
                    raise UnreadableDocument(source, f"leads to {host}, which is no public address ({address}); save the page and add the file")
        return [Endpoint(address, port, secure) for address in addresses]


def is_public(address: str) -> bool:
    """True for an IP address that anybody on the internet reaches; an IPv4 address inside an IPv6 one has to be public too."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if inner := _within(ip):
        return all(is_public(str(each)) for each in inner)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or "%" in address)


def _within(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 address carries: mapped, tunnelled or translated ones."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    last = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    carried = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ()), last if ip in _NAT64 or ip in _COMPATIBLE else None]
    return [inner for inner in carried if inner is not None]


def _resolve(host: str, port: int, source: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError) as error:
        raise UnreadableDocument(source, f"leads to {host}, which cannot be found; check the address and the connection") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not addresses:
        raise UnreadableDocument(source, f"leads to {host}, which has no address; check it")
    return addresses
