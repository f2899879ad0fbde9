"""Which key an agent or the log had at a step, as the records in a package tell it.

The first key stands in the record of the agent or the log; each later one in a record of its
change, which both keys have signed. A change that is left out is found by the first signature
that no longer fits.
"""

from base64 import b64decode
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from provenance.audit.disclosure.forms import Disclosed
from provenance.audit.log import check_change
from provenance.audit.note import VerifierKey, parse_verifier_key
from provenance.errors import NoteError, PackageError, ProofError


class Keys:
    """The keys of agents and of the log, as the package's records tell them."""

    def __init__(self, records: Sequence[Disclosed]) -> None:
        """Follow changes of keys, each signed by both; a false one is a PackageError."""
        self._agents = {each.commitment: each.shown for each in records if each.kind == "agent"}
        self.log = [each.shown for each in records if each.kind == "log_key"]
        firsts = {each["id"]: each.get("public_key") for each in self._agents.values()}
        firsts |= {each["id"]: each.get("verifier_key") for each in self.log}
        self._changes: dict[str, list[tuple[int, str]]] = defaultdict(list)
        changes = [each for each in records if each.kind == "key_change"]
        for each in sorted(changes, key=lambda change: (change.step, change.ordinal)):
            change = each.shown
            _check_change(change, firsts.get(str(change.get("record"))))
            firsts[change["record"]] = change["key"]
            self._changes[change["record"]].append((each.step, change["key"]))

    def actor(self, commitment: bytes, seq: int) -> bytes | None:
        """Return the public key with which an agent signed an entry, or None."""
        agent = self._agents.get(commitment)
        if agent is None:
            return None
        key = self._at(agent["id"], agent.get("public_key"), seq)
        return _public(key) if key is not None else None

    def log_key(self, origin: str, size: int) -> VerifierKey:
        """Return the key that signs the log under an origin at a size, or raise a NoteError."""
        known = [each for each in self.log if each.get("origin") == origin]
        if len(known) != 1:
            raise NoteError(f"no one record names the key of the log {origin[:80]!r}")
        return parse_verifier_key(
            self._at(known[0]["id"], known[0].get("verifier_key"), size + 1) or ""
        )

    def _at(self, record: str, first: Any, before: int) -> str | None:
        """Return the key of a record that is in force for what comes before a step is over."""
        later = [key for step, key in self._changes.get(record, ()) if step < before]
        found = later[-1] if later else first
        return found if isinstance(found, str) else None


def _check_change(change: Mapping[str, Any], former: str | None) -> None:
    names = ("former", "key", "former_signature", "signature", "record", "of")
    if any(not isinstance(change.get(name), str) for name in names) or former != change["former"]:
        raise PackageError("a change of keys does not begin from the key that was in force")
    for name, signed in (("former", "former_signature"), ("key", "signature")):
        try:
            raw = (
                parse_verifier_key(change[name]).public_key
                if change["of"] == "log"
                else _public(change[name])
            )
            signature = b64decode(change[signed], validate=True)
            check_change(change["former"], change["key"], signature, raw)
        except (NoteError, ProofError, ValueError) as error:
            raise PackageError("a change of keys is not signed by both keys") from error


def _public(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError as error:
        raise PackageError("a public key is not base64") from error
