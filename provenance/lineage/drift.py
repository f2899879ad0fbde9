"""What changed on the way from a text to the one that goes back to it, for one claim."""

import re
from collections.abc import Iterator, Sequence

from provenance.lineage.spans import changed
from provenance.lineage.texts import Mention, Tie
from provenance.lineage.ties import Ties
from provenance.model import Modality, Quantity, StepRole
from provenance.model.record import Value
from provenance.text import fold

_HEDGE = re.compile(
    r"\b(?:appears?|appeared|seems?|seemed|reportedly|allegedly|alleged|apparently|may|might|could"
    r"|possibly|perhaps|likely|unconfirmed|suggests?|suggested|believed to|thought to|purported\w*"
    r"|said to|unverified)\b"
)
_PROSPECT = re.compile(
    r"\b(?:agreed to|agrees to|plans? to|planned to|planning to|intends? to|will|would|set to"
    r"|expected to|due to|promised to|pledged to|offered to|in talks|considering)\b"
)
_VERIFIED = re.compile(
    r"\b(?:verified|authenticated|confirmed|proven|proved|established|certified|validated)\b"
)
_BAR = re.compile(
    r"\b(?:un(?:verified|confirmed|authenticated)"
    r"|(?:not|never|yet to|nobody has)(?: \w+){0,2} (?:verified|confirmed|authenticated|proven))\b"
)

_FULL_STRENGTH = (Modality.ASSERTED, Modality.QUOTED)
"""Put forward without a hedge, by the writer or by whoever is quoted."""

NOBODY = "nobody is named"


class Drift(Value):
    """One difference between a document and the one upstream of it.

    ``before`` and ``after`` are alike: the words of both that differ, amounts, or names.
    """

    upstream: str
    downstream: str
    change: str
    before: str
    after: str


def drift(mentions: Sequence[Mention], derivations: Sequence[Tie] | Ties) -> tuple[Drift, ...]:
    """Return the differences along directed derivations between mentions of one claim."""
    ties = derivations if isinstance(derivations, Ties) else Ties(derivations)
    if len({mention.document for mention in mentions}) < 2:
        return ()
    first: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.order):
        first.setdefault(mention.document, mention)
    found: list[Drift] = []
    for mention in sorted(first.values(), key=lambda m: m.order):
        for upstream in _nearest(mention.document, first, ties):
            found.extend(_differences(first[upstream], mention))
    return tuple(found)


def _nearest(document: str, known: dict[str, Mention], ties: Ties) -> list[str]:
    """Return the documents next upstream that make the claim, passing over those that do not."""
    waiting, seen, found = [document], {document}, set()
    while waiting:
        here = waiting.pop()
        for tie in ties.up.get(here, ()):
            further = tie.upstream
            if further is None or further in seen:
                continue
            seen.add(further)
            if further in known:
                found.add(further)
            else:
                waiting.append(further)
    return sorted(found, key=lambda d: known[d].order)


def _differences(upstream: Mention, downstream: Mention) -> Iterator[Drift]:
    for change, before, after in (
        *_modality(upstream, downstream),
        *_words(upstream, downstream),
        *_amounts(upstream.quantities, downstream.quantities),
        *_attribution(upstream, downstream),
    ):
        yield Drift(
            upstream=upstream.document,
            downstream=downstream.document,
            change=change,
            before=before,
            after=after,
        )


Change = tuple[str, str, str]


def _modality(upstream: Mention, downstream: Mention) -> Iterator[Change]:
    before, after = _hedge(upstream), _hedge(downstream)
    if before and not after and downstream.modality in _FULL_STRENGTH:
        yield "hedge dropped", *changed(upstream.wording, downstream.wording, before=before)
    elif upstream.modality is Modality.CONDITIONAL is not downstream.modality:
        yield "modality raised", *changed(upstream.wording, downstream.wording)


def _hedge(mention: Mention) -> str:
    found = _HEDGE.search(_without_month(mention.wording))
    if found:
        return found.group()
    return mention.wording if mention.modality is Modality.HEDGED else ""


def _without_month(text: str) -> str:
    return fold(text.replace("May", ""))  # the month is no hedge


def _words(upstream: Mention, downstream: Mention) -> Iterator[Change]:
    before, after = fold(upstream.wording), fold(downstream.wording)
    planned = _PROSPECT.search(before)
    if planned and not _PROSPECT.search(after):
        spans = changed(upstream.wording, downstream.wording, before=planned.group())
        yield "modality raised", *spans
    stronger = _VERIFIED.search(after)
    if stronger and not _BAR.search(after):
        if not _VERIFIED.search(before) or _BAR.search(before):
            spans = changed(upstream.wording, downstream.wording, after=stronger.group())
            yield "verification strengthened", *spans
    elif _verifiers(downstream) and not _verifiers(upstream):
        yield "verification strengthened", NOBODY, _verifiers(downstream)


def _verifiers(mention: Mention) -> str:
    return ", ".join(s.name for s in mention.sources if s.role is StepRole.VERIFIED)


def _amounts(upstream: Sequence[Quantity], downstream: Sequence[Quantity]) -> Iterator[Change]:
    for unit in dict.fromkeys(q.unit for q in upstream):
        before = [q for q in upstream if q.unit == unit and q.value is not None]
        after = [q for q in downstream if q.unit == unit and q.value is not None]
        if before and after and not {q.value for q in before} & {q.value for q in after}:
            yield "quantity changed", before[0].words, after[0].words


def _attribution(upstream: Mention, downstream: Mention) -> Iterator[Change]:
    said = [s.name for s in upstream.sources if s.role is not StepRole.VERIFIED]
    if said and not [s for s in downstream.sources if s.role is not StepRole.VERIFIED]:
        yield "attribution lost", ", ".join(said), NOBODY
