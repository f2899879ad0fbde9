"""The only door to the network: one protocol, one fetcher, every request logged by host.

A bad network is data. ``fetch`` never raises for what a server or the way to it does: the
exchange says how it ended, why in plain words, and keeps whatever arrived. Redirects are
walked here, so that each hop is kept (RFC 9110, section 15.4). The body is read as sent and
its content coding (RFC 9110, section 8.4) undone here, under a bound, so that both digests
exist and a small body cannot grow without limit.

One deadline covers the whole exchange: a timer cuts the connection, so that a server that
sends a byte now and then cannot hold a capture. Looking up a name is the operating system's
and can outlast it. Proxies and credentials in the environment are not used: what was fetched
must not depend on them. Cookies live for one exchange only.

Three profiles: **evidence** gets what an address answers; **service** asks a service for something
(a time stamp, a revocation list) and takes no redirects of what it posts; **language model** does
the same with texts of a case and a key, and goes without TLS to this machine alone. Offline closes
all of them.

``exchange``  one exchange, and the protocols     ``fetcher``   HTTP and HTTPS
``body``      content codings, undone under a bound  ``deadline``  what cuts a connection
"""

from provenance.network.exchange import Exchange, Fetcher, Hop, Outcome, Service
from provenance.network.fetcher import HttpFetcher, is_private

__all__ = ["Exchange", "Fetcher", "Hop", "HttpFetcher", "Outcome", "Service", "is_private"]
