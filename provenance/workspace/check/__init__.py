"""``check``: a text held beside the claims of the workspace, sentence by sentence.

A draft of one's own is no evidence: it is read, and nothing of it is recorded. A captured
document is checked by the same rules, each of its statements beside the claim that it belongs
to. Forecasts, opinions and norms are listed apart; a fact that no claim carries is said so.

``reading``   the statements of the text       ``carrying``  the claims that say the same
``evidence``  the texts furthest upstream      ``wording``   where it says more than they do
``pages``     what the text of the nearest claim says of a statement that none carries

Left out: whether the claims are right; statements in languages that the rules do not read.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from provenance.capture import TOOL
from provenance.capture.observe import tool_version
from provenance.corroboration.reading import read
from provenance.errors import UnknownHandleError, UsageError
from provenance.model import ClaimKind, Document, Stance
from provenance.model.checking import (
    AmissView,
    CarrierOrigin,
    CarrierView,
    CheckedView,
    PieceView,
    SideView,
    Verdict,
)
from provenance.model.dossier import ClaimView
from provenance.report import checked as rendering
from provenance.workspace.alarms import alarms
from provenance.workspace.check.carrying import (
    NEAREST,
    OTHER_DAY,
    OTHER_PLACE,
    Claims,
    Match,
    Matches,
    Progress,
    looked_at,
)
from provenance.workspace.check.evidence import Around, held
from provenance.workspace.check.measures import amounts_apart
from provenance.workspace.check.pages import NUMBER, Pages
from provenance.workspace.check.reading import (
    Piece,
    Text,
    draft_of,
    draft_pieces,
    facts_in,
    recorded_pieces,
    text_of_document,
)
from provenance.workspace.check.wording import amiss, rewritten
from provenance.workspace.copies import note_copy
from provenance.workspace.core import Workspace, quiet
from provenance.workspace.views import Views

__all__ = ["check_document", "check_draft", "write"]

_OTHER = {
    OTHER_DAY: "A claim says the same of another day: the date is wrong, or it is another event.",
    OTHER_PLACE: "A claim says the same of another place: it is wrong, or it is another event.",
}
_SEEMS = {
    Stance.SUPPORTS: "its text seems to say it",
    Stance.CONTRADICTS: "its text seems to say otherwise",
}


def check_draft(
    workspace: Workspace, draft: Path | bytes, progress: Progress = quiet
) -> CheckedView:
    """Return a file, or what came on standard input, held beside the claims of a workspace.

    A UsageError where it cannot be read.
    """
    text = draft_of(draft)
    progress("reading the draft", 0, 1)
    pieces = draft_pieces(text)
    facts = facts_in(pieces)
    statements = [read(each.passage(text)) for each in facts]
    progress("reading the claims", 0, 1)
    views = Views(workspace, looked_at(workspace, statements))
    claims = Claims(views.picture, statements)
    found: dict[str, Matches] = {}
    for number, each in enumerate(facts, 1):
        found[each.id] = claims.matches(each.id)
        progress("looking for claims", number, len(facts))
    return _Checked(views, text, found).view(pieces)


def check_document(workspace: Workspace, handle: str) -> CheckedView:
    """Return a captured document held beside the claims that it states."""
    kind, identity = workspace.store.identity(handle)
    views = Views(workspace)
    document = views.picture.documents.get(identity)
    if kind is not Document or document is None:
        raise UnknownHandleError(f"{handle} is no document; this wants one, such as d1")
    text = text_of_document(views.picture, document, handle)
    pieces = recorded_pieces(views.picture, text)
    found = {each.id: _own(views, each) for each in facts_in(pieces)}
    return _Checked(views, text, found).view(pieces)


def write(workspace: Workspace, checked: CheckedView, format_: str, path: Path | None) -> bytes:
    """Return a checked text as html, md or json; with a path it is written there too.

    What shows a captured document is noted as a copy of what it holds.
    """
    rendered = rendering.render(checked, format_)
    if path is not None:
        try:
            path.write_bytes(rendered)
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}") from error
        note_copy(workspace, "a checked text", path)
    return rendered


def _own(views: Views, piece: Piece) -> Matches:
    """Return the claim under which a statement of a captured document is recorded."""
    appearance = piece.stated.appearance or ""
    link = views.picture.belongs[appearance]
    match = Match(link.claim, appearance, Stance.REPEATS, link.rule, link.words, 0)
    return Matches((match,), None)


class _Checked:
    """A text, the claims that bear on its statements, and the view that is made of them."""

    def __init__(self, views: Views, text: Text, found: Mapping[str, Matches]) -> None:
        self._views = views
        self._claim = cache(views.claim)
        self._text = text
        self._found = found
        self._pages = Pages(views.picture)
        every = [match for matches in found.values() for match in matches.decided]
        self._around = Around(
            told=frozenset(each.claim for each in every if each.carries),
            denied=frozenset(each.claim for each in every if each.denies),
            alarms=alarms(views),
        )

    def view(self, pieces: Sequence[Piece]) -> CheckedView:
        """Return the checked text."""
        text, case = self._text, self._views.picture.case
        workspace = self._views.workspace
        return CheckedView(
            **text.model_dump(exclude={"id", "authors", "language", "text"}),
            draft=text.draft,
            language=text.language_name,
            language_read=text.language_read,
            case=case.name,
            handling=case.handling,
            entries=workspace.store.size(),
            made_at=workspace.clock.now(),
            made_with=f"{TOOL} {tool_version()}",
            text=text.text,
            pieces=tuple(map(self._piece, pieces)),
        )

    def _piece(self, piece: Piece) -> PieceView:
        mark, said = piece.marked, piece.statement
        matches = self._found.get(piece.id)
        view = PieceView(
            start=mark.start,
            end=mark.end,
            text=self._text.text[mark.start : mark.end],
            kind=mark.kind,
            rule=mark.rule,
            words=mark.words,
            modality=said.modality if said else None,
            attribution=said.status if said else None,
            steps=said.steps if said else (),
            verdict=_unheld(mark.kind),
        )
        return view if matches is None else view.model_copy(update=self._beside(piece, matches))

    def _beside(self, piece: Piece, matches: Matches) -> dict[str, object]:
        """Return what is said of a fact beside the claims that bear on it."""
        carrier = matches.carrier
        if carrier is None:
            if matches.near is not None and matches.near.rule == NEAREST:
                return self._on_pages(piece, (matches.near, *matches.others))
            return self._uncarried(matches.decided[0] if matches.decided else matches.near)
        beside = held(
            self._views,
            self._text,
            piece,
            carrier,
            claim=self._claim(carrier.claim),
            around=self._around,
        )
        found = amiss(beside)
        return {
            "verdict": "amiss" if found else "nothing amiss",
            "carrier": self._carrier(carrier),
            "others": tuple(
                self._views.handle(each.claim)
                for each in matches.decided
                if each.carries and each is not carrier
            ),
            "amiss": found,
            "instead": rewritten(beside, found),
        }

    def _uncarried(self, near: Match | None) -> dict[str, object]:
        """Return what is said of a fact that no claim carries; ``near`` may be against it."""
        if near is None:
            return {}
        sentence = _OTHER.get(near.rule, "")
        if near.stance is Stance.CONTRADICTS:
            sentence = "A claim says the opposite, and none says the same."
        return {
            "verdict": "amiss" if sentence else "no claim carries it",
            "nearest": self._carrier(near),
            "amiss": (self._amiss(near, sentence),) if sentence else (),
        }

    def _on_pages(self, piece: Piece, nearest: Sequence[Match]) -> dict[str, object]:
        """Return what the texts of the nearest claims, read on from there, say of a fact."""
        held_ = [(self._pages.held(piece.stated.wording, n.appearance), n) for n in nearest]
        page, near = min(held_, key=lambda each: each[0].order)
        seems = _SEEMS.get(page.stance)
        carrier = self._carrier(near._replace(rule=f"{near.rule}; {seems}" if seems else near.rule))
        if page.stance is not Stance.CONTRADICTS or page.decides is None:
            return {"verdict": "no claim carries it", "nearest": carrier}
        theirs = self._views.picture.appearances[near.appearance].quantities or ()
        apart = amounts_apart(theirs, piece.stated.quantities)
        if apart and page.decides.rule == NUMBER:
            found = AmissView(
                rule="another amount",
                sentence="The nearest claim gives another amount.",
                words=apart[1],
                beside=(self._side(near, apart[0]),),
            )
        else:
            found = AmissView(
                rule="against a text",
                sentence="A captured text seems to say otherwise "
                f"({page.decides.rule}: {page.decides.evidence or 'not there'}).",
                words=page.decides.claim or piece.stated.wording,
                beside=(self._side(near, " … ".join(page.sentences)),),
            )
        return {"verdict": "amiss", "nearest": carrier, "amiss": (found,)}

    def _amiss(self, match: Match, sentence: str) -> AmissView:
        return AmissView(
            rule="against a claim" if match.stance is Stance.CONTRADICTS else match.rule,
            sentence=sentence,
            words=", ".join(match.words),
            beside=(self._side(match),),
        )

    def _side(self, match: Match, words: str = "") -> SideView:
        picture = self._views.picture
        appearance = picture.appearances[match.appearance]
        document = picture.documents[appearance.document]
        return SideView(
            document=self._views.handle(document.id),
            outlet=picture.outlet(document).value,
            words=words or appearance.selector.exact,
        )

    def _carrier(self, match: Match) -> CarrierView:
        claim = self._claim(match.claim)
        return CarrierView(
            **{name: getattr(claim, name) for name in _SHOWN},
            stance=match.stance,
            rule=match.rule,
            words=match.words,
            origins=_origins(claim),
        )


_SHOWN = ("handle", "wording", "type", "cell", "proposed", "state", "stale")


def _origins(claim: ClaimView) -> tuple[CarrierOrigin, ...]:
    names = CarrierOrigin.model_fields
    return tuple(
        CarrierOrigin(**{name: getattr(each, name) for name in names}) for each in claim.origins
    )


def _unheld(kind: str) -> Verdict:
    """Return the verdict on what is not held beside a claim."""
    if kind == ClaimKind.FACT:
        return "no claim carries it"
    return "apart" if kind in set(ClaimKind) else "no statement"
