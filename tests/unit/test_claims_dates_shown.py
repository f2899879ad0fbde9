"""Dates as a desk shows them: counted from the publication date that is known by now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.cli.claim_sheet import claim_sheet
from provenance.model.dossier import ClaimView
from provenance.workspace.assess import assess
from provenance.workspace.capture import Said, capture
from provenance.workspace.core import Workspace
from provenance.workspace.correct.claims import Correction, correct
from provenance.workspace.views import Views
from tests.desks import NoNetwork, desk, write

TEXT = "The yard at Orne sold two cranes to Brask Ltd on Tuesday. It burned on 9 May 2025."


@pytest.fixture
def assessed(tmp_path: Path) -> Iterator[Workspace]:
    """A desk with one text that nobody has dated."""
    workspace = desk(tmp_path)
    said = Said(outlet="Orne Post")
    capture(workspace, [write(tmp_path, "yard.txt", TEXT)], fetcher=NoNetwork(), said=said)
    assess(workspace)
    yield workspace
    workspace.close()


def shown(workspace: Workspace, words: str) -> ClaimView:
    """Return the claim whose quote holds words."""
    views = Views(workspace)
    found = [views.claim(row.id) for row in views.queue()]
    return next(each for each in found if words in each.appearances[0].selector.exact)


def test_without_a_publication_date_a_relative_one_is_said_to_be_unresolved(
    assessed: Workspace,
) -> None:
    (place,) = shown(assessed, "Tuesday").appearances
    assert place.when == ("“Tuesday”, unresolved: no publication date",)
    assert shown(assessed, "burned").appearances[0].when == ("“9 May 2025” → 2025-05-09 (stated)",)


def test_a_corrected_publication_date_counts_relative_dates_anew_at_once(
    assessed: Workspace,
) -> None:
    claim = shown(assessed, "Tuesday")
    for published, value in (("2026-03-04", "2026-03-03"), ("2026-03-12", "2026-03-10")):
        correct(assessed, claim.id, Correction(published=published))
        (date,) = shown(assessed, "Tuesday").appearances[0].dates
        assert date.value == value
        assert date.basis.startswith(f"from the publication date {published}")
        (stated,) = shown(assessed, "burned").appearances[0].dates
        assert (stated.value, stated.basis) == ("2025-05-09", "stated")


def test_the_sheet_shows_dates_with_their_basis_and_names_with_their_type(
    assessed: Workspace,
) -> None:
    claim = shown(assessed, "Tuesday")
    correct(assessed, claim.id, Correction(published="2026-03-04"))
    sheet = "\n".join(claim_sheet(shown(assessed, "Tuesday")))
    assert "when: “Tuesday” → 2026-03-03 (from the publication date 2026-03-04" in sheet
    assert "Orne (place)" in sheet
    assert "Brask Ltd (organisation)" in sheet
