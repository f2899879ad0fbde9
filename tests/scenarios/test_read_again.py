"""Another finder reads what was read before: what it changes, and what it leaves alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.model import (
    AttributionStatus,
    ClaimKind,
    Decision,
    Document,
    Modality,
    Selector,
    StepRole,
)
from provenance.model.dossier import ClaimView
from provenance.model.reading import Chain, Found, Reading
from provenance.workspace import correct as corrections
from provenance.workspace.assess import Assessed, assess
from provenance.workspace.assess.preview import preview
from provenance.workspace.capture import Said, capture
from provenance.workspace.core import Workspace
from provenance.workspace.decide import decide
from provenance.workspace.undo import undo
from provenance.workspace.verify import verify_workspace
from provenance.workspace.views import Views
from tests.desks import NoNetwork, desk, write

TEXT = """The ferry board sold its oldest boat to a museum.
The museum paid ninety crowns and the board kept the bell.
The boat leaked in two places.
The harbour choir sang at the handover."""
BOAT, PAID, LEAKED, SANG = TEXT.split("\n")


class Pencil:
    """A finder that marks what it is told to, wherever that stands."""

    def __init__(self, version: str, *quotes: str, **otherwise: object) -> None:
        """Mark quotes as asserted facts that nobody states, but for what is said otherwise."""
        self.name = f"pencil {version}"
        self._quotes, self._otherwise = quotes, otherwise

    def read(self, document: Document, outlet: str | None) -> Reading:
        """Return the quotes that stand in a document."""
        standing = sorted(q for q in self._quotes if q in document.text)
        found = sorted((self._found(document, q) for q in standing), key=lambda f: f.selector.start)
        chain = Chain(status=AttributionStatus.UNATTRIBUTED, steps=(), rule=outlet or "none")
        return tuple(found), (chain,) * len(found)

    def _found(self, document: Document, quote: str) -> Found:
        start = document.text.index(quote)
        return Found(
            **{  # the fields by their names
                "type": ClaimKind.FACT,
                "modality": Modality.ASSERTED,
                "cue": "",
                "rule": "pencil",
                "selector": Selector.of(document.text, start, start + len(quote)),
                "wording": quote,
                "quantities": (),
                "places": (),
                "times": (document.published,) if document.published else (),
                **self._otherwise,
            }
        )


OLD = Pencil("1", BOAT, PAID, LEAKED)


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Workspace]:
    """A desk with one text that the old finder has read."""
    workspace = desk(tmp_path)
    said = Said(outlet="Kelso Post", published="2026-03-04")
    capture(workspace, [write(tmp_path, "boat.txt", TEXT)], fetcher=NoNetwork(), said=said)
    assess(workspace, finder=OLD)
    yield workspace
    workspace.close()


def claims(workspace: Workspace) -> dict[str, str]:
    """Return the quote of each claim by its handle."""
    views = Views(workspace)
    return {row.handle: views.claim(row.id).appearances[0].selector.exact for row in views.queue()}


def claim(workspace: Workspace, handle: str) -> ClaimView:
    """Return a claim by its handle."""
    views = Views(workspace)
    return views.claim(views.claim_identity(handle))


def test_by_the_same_finder_nothing_is_read_again_or_written(read: Workspace) -> None:
    size = read.store.size()
    again = assess(read, finder=OLD)
    assert not any(again.model_dump().values())
    assert read.store.size() == size
    assert preview(read, finder=OLD).documents == ()


def test_what_would_change_is_said_and_nothing_is_written(read: Workspace) -> None:
    size = read.store.size()
    new = Pencil("2", BOAT, PAID, SANG, modality=Modality.HEDGED)
    found = preview(read, finder=new)
    assert read.store.size() == size
    assert (found.added, found.gone, found.changed, found.same) == (1, 1, 2, 0)
    assert found.fields == {"modality": 2}
    (document,) = found.documents
    assert (document.document, document.why) == ("d1", "older finder")
    assert [each.quote for each in document.added] == [SANG]
    assert [(each.claim, each.quote) for each in document.gone] == [("c3", LEAKED)]
    assert {(d.before, d.after) for c in document.changed for d in c.differences} == {
        ("asserted", "hedged")
    }


def test_claims_keep_their_handles_and_what_is_found_no_more_is_withdrawn(read: Workspace) -> None:
    before = claims(read)
    done = assess(read, finder=Pencil("2", BOAT, PAID, SANG, modality=Modality.HEDGED))
    assert (done.reread, done.appearances, done.changed, done.withdrawn) == (1, 1, 2, 1)
    assert claims(read) == {"c1": before["c1"], "c2": before["c2"], "c4": SANG}
    assert claim(read, "c1").appearances[0].modality is Modality.HEDGED
    assert verify_workspace(read).clean
    size = read.store.size()
    assert not any(assess(read, finder=Pencil("2", BOAT, PAID, SANG)).model_dump().values())
    assert read.store.size() == size


def test_what_is_found_again_later_comes_back_under_its_handle(read: Workspace) -> None:
    assess(read, finder=Pencil("2", BOAT))
    assert set(claims(read)) == {"c1"}
    assess(read, finder=Pencil("3", BOAT, PAID, LEAKED))
    assert claims(read) == {"c1": BOAT, "c2": PAID, "c3": LEAKED}
    assert verify_workspace(read).clean


def test_a_trimmed_quote_stays_the_same_claim_and_its_other_half_is_new(read: Workspace) -> None:
    one, other = PAID[: PAID.index(" and")], PAID[PAID.index("the board") :]
    assess(read, finder=Pencil("2", BOAT, LEAKED, one, other))
    assert claims(read) == {"c1": BOAT, "c2": one, "c3": LEAKED, "c4": other}


def _accepted(workspace: Workspace) -> None:
    seen = claim(workspace, "c3")
    decide(workspace, seen, Decision.ACCEPT)


def _refused(workspace: Workspace) -> None:
    decide(workspace, claim(workspace, "c3"), Decision.REFUSE, reason="a rumour")


def _worded(workspace: Workspace) -> None:
    corrections.correct(
        workspace, claim(workspace, "c3").id, corrections.Correction(wording="The boat leaked.")
    )


def _attributed(workspace: Workspace) -> None:
    chain = corrections.Attributed(names={StepRole.SAYS: ("Port Office",)})
    given = corrections.Correction(attribution=chain)
    corrections.correct(workspace, claim(workspace, "c3").id, given)


def _merged(workspace: Workspace) -> None:
    corrections.merge(workspace, claim(workspace, "c3").id, claim(workspace, "c1").id, "")


def _compared(workspace: Workspace) -> None:
    corrections.compare(
        workspace, claim(workspace, "c3").id, "agrees", record=None, baseline="the survey"
    )


@pytest.mark.parametrize(
    "decision", [_accepted, _refused, _worded, _attributed, _merged, _compared]
)
def test_what_a_person_decided_stays_as_it_is(read: Workspace, decision: object) -> None:
    decision(read)  # type: ignore[operator]
    handle = "c1" if decision is _merged else "c3"
    before = claim(read, handle)
    trimmed = LEAKED.removesuffix(" in two places.")
    for number, quotes in enumerate(([], [trimmed], [LEAKED]), 2):
        new = Pencil(str(number), PAID, *quotes, modality=Modality.DENIED)
        shown = preview(read, finder=new)
        assert shown.decided == (2 if decision is _merged else 1)
        assess(read, finder=new)
        after = claim(read, handle)
        assert after.appearances == before.appearances
        assert after.wording == before.wording
        assert after.reviews == before.reviews
        views = Views(read)
        quotes_now = [e.selector.exact for e in views.picture.appearances.values()]
        assert [quote for quote in quotes_now if quote in LEAKED] == [LEAKED]  # not a second time
    assert verify_workspace(read).clean


def test_undo_gives_back_what_another_reading_changed(read: Workspace) -> None:
    before = {handle: claim(read, handle) for handle in claims(read)}
    assess(read, finder=Pencil("2", BOAT, SANG, modality=Modality.DENIED))
    entry = undo(read)
    assert entry.kind == "read again"
    assert claims(read) == {
        handle: each.appearances[0].selector.exact for handle, each in before.items()
    }
    for handle, each in before.items():
        assert claim(read, handle).appearances == each.appearances
        assert claim(read, handle).credibility == each.credibility
    assert verify_workspace(read).clean


def test_a_corrected_date_is_read_by_the_same_road(read: Workspace) -> None:
    (capture_,) = Views(read).captures()
    corrections.say(read, capture_.id, published="2026-03-09")
    shown = preview(read, finder=OLD)
    assert [each.why for each in shown.documents] == ["date corrected"]
    assert shown.fields == {"times": 3}
    assess(read, finder=OLD)
    assert claim(read, "c1").times == ("2026-03-09",)
    size = read.store.size()
    assess(read, finder=OLD)
    assert read.store.size() == size


def test_a_text_in_which_nothing_is_found_any_more_says_so_until_something_is(
    read: Workspace,
) -> None:
    assess(read, finder=Pencil("2"))
    assert claims(read) == {}
    assert [each.rule for each in Views(read).findings()] == ["no claim found"]
    assess(read, finder=Pencil("3", BOAT))
    assert claims(read) == {"c1": BOAT}
    assert "no claim found" not in [each.rule for each in Views(read).findings()]
    assess(read, finder=Pencil("4"))
    assert [each.rule for each in Views(read).findings()] == ["no claim found"]
    assert verify_workspace(read).clean


class _Torn(Pencil):
    """A finder whose machine stops at the second text, once."""

    def __init__(self, version: str, *quotes: str) -> None:
        super().__init__(version, *quotes)
        self.read_texts = list[str]()

    def read(self, document: Document, outlet: str | None) -> Reading:
        self.read_texts.append(document.id)
        if len(self.read_texts) == 2:
            raise KeyboardInterrupt
        return super().read(document, outlet)


def test_an_interrupted_reading_goes_on(read: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, "other.txt", f"{LEAKED}\n{SANG}")
    capture(read, [path], fetcher=NoNetwork(), said=Said(outlet="Vale Herald"))
    assess(read, finder=OLD)
    torn = _Torn("2", BOAT, SANG)
    with pytest.raises(KeyboardInterrupt):
        assess(read, finder=torn)
    done: Assessed = assess(read, finder=torn)
    assert done.reread == 2  # nothing of the first had been written
    assert set(claims(read).values()) == {BOAT, SANG}
    assert verify_workspace(read).clean
