"""Which fields a disclosure shows unless it is told otherwise: a closed list for each kind.

A field that is not in the list is withheld unless it is named, so one that a later schema
version brings in stays hidden until somebody has thought about it. Not in the list is what

- leads to a person: names of agents, which account a key was used from, how a capture came to
  the collector, who was asked, what access a reporter has, who else was given a package, and the
  reasons that people gave in their own words, which may name any of these;
- comes from the collector's own machine: response headers (cookies, addresses that a server
  echoes), times of files; and addresses that are paths, which ``shown`` tells by their value;
- is a digest without a salt of what may be withheld: the keys of proposals.

This follows the Berkeley Protocol (HR/PUB/20/2): the collector's data is kept with the item, and
can be withheld where it endangers somebody, without losing the proof of the rest.
"""

from collections.abc import Mapping

_ALWAYS: Mapping[str, str] = {
    "agent": "id public_key role",
    "key_change": "id of record former key former_signature signature",
    "log_key": "id origin verifier_key from_size",
    "stamp": "id origin size checkpoint covers algorithm authority signer policy stamped_at "
    "expires_at request response chain revocation renews",
}
_USUALLY: Mapping[str, str] = {
    "appearance": "of supersedes document selector type modality cue wording quantities "
    "places times rule finder entities dates level worth withdrawn",
    "assistance": "of supersedes allowed host model by",
    "attribution": "of supersedes status steps rule details content",
    "capture": "case requested uri via outcome reason hops status media_type charset payload "
    "transfer size peer certificate begun_at ended_at clock_offset_ms collector tool tool_version",
    "claim": "of supersedes wording type quantities places times",
    "collector_statement": "of supersedes uri outlet author published",
    "comparison": "claim record baseline fits by supersedes",
    "custody": "capture action package",
    "declaration": "of supersedes document genre rule words origins",
    "derivation": "downstream upstream upstream_name type directed evidence state supersedes",
    "document": "capture payload uri extractor extractor_version media_type charset text "
    "text_digest whole title authors site section published published_basis language links "
    "supersedes",
    "finding": "of supersedes rule about sentence search at open",
    "grade": "subject axis value definition_set policy rationale rater topic comparison supersedes",
    "inquiry": "about sought words at result by",
    "link": "appearance claim stance state rule words supersedes",
    "model_use": "document text host asked models fingerprints parameters prompt answers outcome "
    "reason passages answered sent taken known refused tokens charged began_at ended_at tool "
    "supersedes",
    "policy": "name definition_set digest",
    "retraction": "subject notice by",
    "review": "claim stage decision saw reliability credibility reviewer supersedes",
    "same_as": "one other state supersedes",
    "separation": "one other state supersedes",
    "source": "of supersedes name named type domain document aliases owner ours",
}
ADDRESSES = frozenset({"requested", "uri"})
_PUBLIC = ("http://", "https://")
_NO_ADDRESS = frozenset({"-", "stdin:"})

KINDS = tuple(sorted({*_ALWAYS, *_USUALLY}))
NEEDED: Mapping[str, frozenset[str]] = {
    kind: frozenset({"id", *_ALWAYS.get(kind, "").split()}) for kind in KINDS
}
SHOWN: Mapping[str, frozenset[str]] = {
    kind: NEEDED[kind] | set(_USUALLY.get(kind, "").split()) for kind in KINDS
}
# A digest without a salt tells whoever has the text that this is it.
DIGESTS_OF: Mapping[str, tuple[str, ...]] = {
    "document.text": (
        "model_use.text",
        "model_use.answers",
        "document.whole",
        "document.text_digest",
        "document.payload",
        "capture.payload",
        "capture.transfer",
    ),
    "document.whole": ("document.payload", "capture.payload", "capture.transfer"),
    "document.payload": ("capture.payload", "capture.transfer"),
    "capture.payload": ("capture.transfer", "document.payload"),
}


def shown(kind: str, name: str, value: object, named: frozenset[str] = frozenset()) -> bool:
    """Return whether a field is shown; ``named`` holds ``kind.field`` of those asked for."""
    if f"{kind}.{name}" in named:
        return True
    if name in ADDRESSES and isinstance(value, str):
        public = value.startswith(_PUBLIC) or value in _NO_ADDRESS
        return public and name in SHOWN.get(kind, ())
    return name in SHOWN.get(kind, ())


def with_digests(fields: frozenset[str]) -> frozenset[str]:
    """Return fields to withhold together with those that hold a plain digest of them."""
    found, fresh = set(fields), list(fields)
    while fresh:
        more = set(DIGESTS_OF.get(fresh.pop(), ())) - found
        found |= more
        fresh += more
    return frozenset(found)
