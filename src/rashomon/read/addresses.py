"""Addresses that may be fetched: web addresses of public hosts, each resolved once and then held to."""

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from rashomon.errors import UnreadableCapture

PORTS = {"http": 80, "https": 443}
LONGEST = 2_000  # characters; longer ones hold a document themselves
WRITE_IT = "Write a web address of a public host, such as https://news.example/page."
_HIDDEN = tuple(  # IPv6 addresses that lead to an IPv4 one: mapped, compatible, translated (NAT64), 6to4, Teredo
    ip_network(net) for net in ("::ffff:0:0/96", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "fec0::/10")
)


@dataclass(frozen=True, slots=True)
class Target:
    """A web address taken apart."""

    scheme: str
    host: str
    port: int
    path: str  # with the query; never empty

    @property
    def site(self) -> str:
        """The host as it stands in an address and in the `Host` of a request."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def url(self) -> str:
        """The address, written in one way."""
        return f"{self.scheme}://{self.site}{self.path}"


def target_of(url: str) -> Target:
    """The address taken apart. Raises UnreadableCapture for one that is no web address, or that holds a password."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:  # UnicodeError is one
        raise UnreadableCapture(url[:LONGEST], f"it is no web address ({error})", WRITE_IT) from error
    if parts.scheme not in PORTS or not re.fullmatch(r"[A-Za-z0-9._:-]{1,253}", host) or len(url) > LONGEST or port == 0:
        raise UnreadableCapture(url[:LONGEST], "it is no web address (http or https)", WRITE_IT)
    if parts.username is not None or parts.password is not None:
        raise UnreadableCapture(url, "it holds a name or password", "Save the page in your browser, and read the file.")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return Target(parts.scheme, host.lower(), port or PORTS[parts.scheme], f"{path}?{query}" if query else path)


def resolved(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives. Raises OSError where it gives none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def is_public(address: str) -> bool:
    """Whether the address is one of the public internet: not of this machine, of a local or private network, of a group, nor
    one that leads to another kind of address.
    """
    try:
        ip: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address) and (ip.scope_id or any(ip in net for net in _HIDDEN)):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local or ip.is_unspecified)
