"""Fetching one document from the web, politely and without being led astray.

`fetch` follows an address over at most five redirects, or asks for the machine-readable ``twin`` of a page that has one. ``guard``
finds the addresses of a host and refuses private ones; ``request`` speaks HTTP with the very address that was checked, within a
time and a size; ``naming`` says by which name the bytes are to be read.

Covered: ``http`` and ``https``. Not covered: proxies, cookies, log-ins, scripts, and ``robots.txt`` (one page is fetched for one person
who named it).
"""

from corpus.fetching.fetch import Fetched, fetch
from corpus.fetching.twins import twin

__all__ = ["Fetched", "fetch", "twin"]
