"""What changed on the way from a text to the one that goes back to it, for one claim.

A hedge dropped, modality raised, what was agreed told as delivered, an amount or its currency
changed, attribution lost, verification strengthened: each with the words on both sides, along
derivations whose direction is known, from the furthest upstream down. A difference inside one
origin is drift, not a contradiction. Amounts agree where one says "about" and they come near.
Left out: texts that only share words, of which nobody knows which is the later.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from provenance.lineage.spans import changed
from provenance.lineage.texts import Mention, Tie
from provenance.lineage.ties import Ties
from provenance.model import Level, Modality, Quantity, StepRole
from provenance.model.record import Value
from provenance.text import fold

_HEDGE = re.compile(
    r"\b(?:appears?|appeared|seems?|seemed|reportedly|allegedly|alleged|apparently|may|might|could"
    r"|possibly|perhaps|likely|unconfirmed|suggests?|suggested|indicates?|indicated|hints?|hinted"
    r"|believed to|thought to|purported\w*|said to|unverified)\b"
)
_UNABLE = re.compile(
    r"\b(?:no|nobody|none)(?: \w+){0,2} (?:may|might|could|would)\b|\bcould (?:no longer|not)\b"
)
_ASIDE = re.compile(r"\b(?:before|after|until|when|while|because|since)\b[^,;.]{1,200}")
_SPEECH = re.compile(r"\b(?:said|says?|told|added|thought|believed?)\b[^;.]{1,200}")
_PROSPECT = re.compile(
    r"\b(?:agreed to|agrees to|plans? to|planned to|planning to|intends? to|will|would|set to"
    r"|expected to|(?:is|are|was|were) due to|promised to|pledged to|offered to|in talks"
    r"|considering)\b"
)
_VERIFIED = re.compile(
    r"\b(?:verified|authenticated|confirmed|proven|proved|established|certified|validated)\b"
)
_BAR = re.compile(
    r"\b(?:un(?:verified|confirmed|authenticated)"
    r"|(?:not|never|yet to|nobody has)(?: \w+){0,2} (?:verified|confirmed|authenticated|proven))\b"
)

_AGREED = re.compile(  # what an agreement shows is not agreed
    r"\b(?:agree[ds]?|agreements?(?! (?:show|say|said|indicat|suggest|reveal|confirm))"
    r"|contract(?:s|ed)?|deals?|sign(?:s|ed)?|order(?:s|ed)?|treaty)\b"
)
_CUE = re.compile(  # what vouches for a statement that nobody verified
    r"\b(?:leaked \w+|according to|(?:seen|obtained|reviewed) by|citing|said|says|told|reported"
    r"|claim(?:s|ed)?|shows?|showed|suggests?|suggested|unverified|unconfirmed)\b"
)
_CURRENCY = re.compile(r"[A-Z]{3}")  # ISO 4217, as amounts are read
NEARLY = 20  # "about" an amount leaves a twentieth of it open

HEDGE, MODALITY, DELIVERED = "hedge dropped", "modality raised", "agreed became delivered"
QUANTITY, CURRENCY = "quantity changed", "currency changed"
ATTRIBUTION, VERIFICATION = "attribution lost", "verification strengthened"
STRONGER = frozenset({HEDGE, MODALITY, DELIVERED, VERIFICATION})
"""Changes by which a later text is more certain than the one it goes back to."""
CLASHES = frozenset({DELIVERED, QUANTITY, CURRENCY})
"""Changes after which both texts cannot be right about one thing."""

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


def drift(
    mentions: Sequence[Mention],
    derivations: Sequence[Tie] | Ties,
    doubtful: Sequence[Mention] = (),
) -> tuple[Drift, ...]:
    """Return the differences along directed derivations, from the furthest upstream down.

    ``doubtful`` are passages of which nobody knows yet whether they make the claim, the nearest
    first: what one of them says is told where it stands next to a mention on the way, as what
    became of the claim.
    """
    ties = derivations if isinstance(derivations, Ties) else Ties(derivations)
    own: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.order):
        own.setdefault(mention.document, mention)
    known = dict(own)
    for mention in doubtful:
        known.setdefault(mention.document, mention)
    if len(known) < 2:
        return ()
    above = {each: _nearest(each, known, ties) for each in known}
    depth = _depths(above)
    found: list[Drift] = []
    for document in sorted(known, key=lambda d: (depth[d], known[d].order)):
        for upstream in above[document]:
            ends = known[upstream], known[document]
            if (document in own or upstream in own) and not _answers(*ends):
                found.extend(_differences(*ends))
    return tuple(found)


def _answers(one: Mention, other: Mention) -> bool:
    """Return whether one of two mentions denies what the other says: that is no change of it."""
    return one.stance is not other.stance and Modality.DENIED in (one.modality, other.modality)


def clashing(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions whose amounts differ from those of another one."""
    amounts = dict.fromkeys(mention.quantities for mention in mentions)  # copies have the same
    apart = {one for one in amounts if any(next(_amounts(one, other), None) for other in amounts)}
    return tuple(mention for mention in mentions if mention.quantities in apart)


def _depths(above: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """Return how many steps each document stands below the furthest upstream; rings count once."""
    depth: dict[str, int] = {}
    for start in above:
        way = [start]
        entered = {start}
        while way:
            here = way[-1]
            waiting = next((u for u in above[here] if u not in depth and u not in entered), None)
            if waiting is not None:
                way.append(waiting)
                entered.add(waiting)
            else:
                depth[here] = 1 + max((depth.get(up, -1) for up in above[here]), default=-1)
                way.pop()
    return depth


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
    if _is_done(upstream, downstream):
        folded = fold(upstream.wording)
        agreed = _PROSPECT.search(folded) or _AGREED.search(folded)
        spans = changed(
            upstream.wording, downstream.wording, before=agreed.group() if agreed else ""
        )
        yield DELIVERED, *spans
    before, after = _hedge(upstream), _hedge(downstream)
    if before and not after and downstream.modality in _FULL_STRENGTH:
        yield HEDGE, *changed(upstream.wording, downstream.wording, before=before)
    elif upstream.modality is Modality.CONDITIONAL is not downstream.modality:
        yield MODALITY, *changed(upstream.wording, downstream.wording)


def _is_done(upstream: Mention, downstream: Mention) -> bool:
    """Return whether what was agreed upstream is told as done downstream."""
    return (
        upstream.level is Level.AGREED
        and downstream.level in (Level.DELIVERED, Level.SO)
        and not _PROSPECT.search(fold(downstream.wording))
        and not _AGREED.search(fold(downstream.wording))
    )


def _hedge(mention: Mention) -> str:
    found = _HEDGE.search(_UNABLE.sub("", _without_month(mention.wording)))
    if found:
        return found.group()
    if _UNABLE.search(fold(mention.wording)):
        return ""  # "no lorry may cross" is a ban
    return mention.wording if mention.modality is Modality.HEDGED else ""


def _without_month(text: str) -> str:
    return fold(text.replace("May", ""))  # the month is no hedge


def _words(upstream: Mention, downstream: Mention) -> Iterator[Change]:
    before, after = fold(upstream.wording), fold(downstream.wording)
    planned = _planned(before)
    kept = planned and planned.group().startswith("agree") and _AGREED.search(after)
    told = _PROSPECT.search(after) or _is_done(upstream, downstream)
    if planned and not kept and not told:
        spans = changed(upstream.wording, downstream.wording, before=planned.group())
        yield MODALITY, *spans
    stronger = _VERIFIED.search(after)
    if stronger and not _BAR.search(after):
        if not _VERIFIED.search(before) or _BAR.search(before):
            cue = _CUE.search(before)
            spans = changed(
                upstream.wording,
                downstream.wording,
                after=stronger.group(),
                cue=cue.group() if cue else "",
            )
            yield VERIFICATION, *spans
    elif _verifiers(downstream) and not _verifiers(upstream):
        yield VERIFICATION, NOBODY, _verifiers(downstream)


def _planned(text: str) -> re.Match[str] | None:
    """Return what puts a statement into the future: no clause of time, no reported "would"."""
    text = _UNABLE.sub("", text)
    found = _PROSPECT.search(_ASIDE.sub("", text))
    if found is not None and found.group() == "would":
        return _PROSPECT.search(_SPEECH.sub("", _ASIDE.sub("", text)))
    return found


def _verifiers(mention: Mention) -> str:
    return ", ".join(s.name for s in mention.sources if s.role is StepRole.VERIFIED)


def _amounts(upstream: Sequence[Quantity], downstream: Sequence[Quantity]) -> Iterator[Change]:
    told = {q.unit for q in upstream if q.value is not None}
    for unit in dict.fromkeys(q.unit for q in upstream):
        before = [q for q in upstream if q.unit == unit and q.value is not None]
        after = [q for q in downstream if q.unit == unit and q.value is not None]
        if before and after and not any(_agree(one, other) for one in before for other in after):
            yield QUANTITY, before[0].words, after[0].words
        elif before and not after and _CURRENCY.fullmatch(unit):
            other = next(
                (q for q in downstream if _CURRENCY.fullmatch(q.unit) and q.unit not in told), None
            )
            if other is not None and other.value is not None:
                yield CURRENCY, before[0].words, other.words


def _agree(one: Quantity, other: Quantity) -> bool:
    """Return whether two amounts are one: equal, or one says that it only comes near the other."""
    if one.value == other.value:
        return True
    if "about" not in (one.exactness, other.exactness):
        return False
    left, right = Decimal(one.value or 0), Decimal(other.value or 0)
    return NEARLY * abs(left - right) <= max(abs(left), abs(right))


def _attribution(upstream: Mention, downstream: Mention) -> Iterator[Change]:
    said = [s.name for s in upstream.sources if s.role is not StepRole.VERIFIED]
    if said and not [s for s in downstream.sources if s.role is not StepRole.VERIFIED]:
        yield ATTRIBUTION, ", ".join(said), NOBODY
