"""Asking an authority for a time stamp, and making the record of it with all its evidence."""

from collections.abc import Sequence
from pathlib import Path

from provenance.audit.revocation import addresses, check_standing, read_list
from provenance.audit.stamp import (
    Algorithm,
    Stamped,
    check_response,
    make_request,
    parse_roots,
)
from provenance.errors import StampError
from provenance.model import Stamp, Value
from provenance.network import Exchange, Service
from provenance.workspace.configuration import Authority, located
from provenance.workspace.core import Workspace
from provenance.workspace.stamps import covered_by_renewal

REQUEST, REPLY = "application/timestamp-query", "application/timestamp-reply"


class Signed(Value):
    """A signed checkpoint."""

    origin: str
    size: int
    note: bytes


class Got(Value):
    """A stamp that was got and checked, and what there is to tell of it."""

    stamp: Stamp
    sentence: str


def ask_for_stamp(
    workspace: Workspace,
    authority: Authority,
    checkpoint: Signed,
    earlier: Stamp | None,
    service: Service,
) -> Got:
    """Return an authority's stamp over a checkpoint, or over it and an earlier stamp.

    Nothing is recorded yet but blobs. Whatever goes wrong with the authority is a StampError.
    """
    covers = covered_by_renewal(earlier, workspace.blobs) if earlier else checkpoint.note
    algorithm: Algorithm = "sha512" if earlier else "sha256"
    nonce = int.from_bytes(workspace.entropy.take(8), "big")
    request = make_request(covers, algorithm=algorithm, nonce=nonce)
    roots = _roots(located(workspace.root, authority.roots))
    response = _answer(service.ask(authority.url, request, REQUEST))
    said = check_response(response, covers, request=request, roots=roots)
    lists, notes = _revocation(said, service)
    put = workspace.blobs.put
    record = Stamp(
        id=workspace.new_id(),
        origin=checkpoint.origin,
        size=checkpoint.size,
        checkpoint=put(checkpoint.note),
        covers=put(covers),
        algorithm=said.algorithm,
        authority=authority.url,
        signer=said.signer,
        policy=said.policy,
        stamped_at=said.stamped_at,
        expires_at=said.expires_at,
        request=put(request),
        response=put(response),
        chain=tuple(put(each) for each in said.chain),
        revocation=tuple(put(each) for each in lists),
        renews=earlier.id if earlier else None,
    )
    told = [f"stamped on {said.stamped_at} by {said.signer}", *notes]
    return Got(stamp=record, sentence="; ".join(told))


def _roots(path: Path) -> tuple[bytes, ...]:
    try:
        return parse_roots(path.read_bytes())
    except OSError as error:
        raise StampError(f"the roots in {path} cannot be read: {error.strerror}") from error
    except StampError as error:
        raise StampError(f"{path} {error}") from error


def _answer(exchange: Exchange) -> bytes:
    """Return the response of an authority; what is none is a StampError that says what came."""
    if exchange.outcome != "complete" or not exchange.body:
        raise StampError(exchange.reason or "the authority answered nothing")
    if exchange.media_type not in (REPLY, "application/octet-stream", None):
        raise StampError(f"the authority answered with {exchange.media_type}, not a time stamp")
    return exchange.body


def _revocation(said: Stamped, service: Service) -> tuple[Sequence[bytes], Sequence[str]]:
    """Return the revocation lists of a chain and what they say; one that cannot be had is told."""
    lists, notes = [], []
    for address in addresses(said.chain):
        try:
            lists.append(_list(service.fetch(address)))
        except StampError as error:
            notes.append(f"the revocation list at {address} was not had: {error}")
    return lists, (*check_standing(said.chain, lists, said.stamped_at).notes, *notes)


def _list(exchange: Exchange) -> bytes:
    if exchange.outcome != "complete" or not exchange.body:
        raise StampError(exchange.reason or "nothing came")
    return read_list(exchange.body)
