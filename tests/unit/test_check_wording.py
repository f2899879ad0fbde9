"""Where a draft says more than its evidence: one case for each rule of the table."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from provenance.errors import UnknownHandleError, UsageError
from provenance.model import Decision
from provenance.model.checking import CheckedView, PieceView
from provenance.workspace.assess import assess
from provenance.workspace.capture import Said, capture
from provenance.workspace.check import check_document, check_draft
from provenance.workspace.check.making import in_place
from provenance.workspace.core import Workspace
from provenance.workspace.decide import decide
from provenance.workspace.views import Views
from tests.desks import NoNetwork, desk, write

PRESS = {
    "Kelso Post": (
        "2026-03-04",
        (
            "Papers obtained by the Kelso Post suggest that Norvale Marine agreed to sell twelve "
            "harbour tugs to the port of Leith for about 40 million euros. "
            "The ferry Alma may have lost her rudder off Kettle Point in March 2026, harbour "
            "master Ines Vale said. "
            "The papers were verified by two engineers. "
            "The dockers' union will open a school for crane drivers in Brannock. "
            "Harbour minister Tom Farrow visited the shipyard in Selby with forty pupils. "
            "The tug Brock lay at Pier Nine for three days, Ines Vale said. "
            "The Arne Gazette said two hulls rest in the old dock of Arne. "
            "Ormtor, with a height of 3,200 feet (975 m), is the second-highest mast in "
            "the northern provinces. "
            "The winch appears to be sound, said Ora Finch, a shipwright who has mended winches."
        ),
    ),
    "Vale Herald": (
        "2026-03-05",
        (
            "Norvale Marine denied that it agreed to sell harbour tugs to the port of Leith. "
            '"The council has bought no barges from Selwick," spokesman Abel Thorn told reporters. '
            "The Orrin harbour council on Tuesday denied that it had bought barges from Selwick."
        ),
    ),
}
Check = Callable[[str], CheckedView]


def made(folder: Path) -> Workspace:
    """Return a desk that has read both texts."""
    workspace = desk(folder)
    for number, (outlet, (day, text)) in enumerate(PRESS.items()):
        said = Said(outlet=outlet, published=day)
        capture(workspace, [write(folder, f"{number}.txt", text)], fetcher=NoNetwork(), said=said)
    assess(workspace)
    return workspace


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A desk that no test writes to."""
    workspace = made(tmp_path_factory.mktemp("press"))
    yield workspace
    workspace.close()


@pytest.fixture
def check(press: Workspace, tmp_path: Path) -> Check:
    return lambda text: check_draft(press, Path(write(tmp_path, "draft.txt", text)))


def rules(piece: PieceView) -> set[str]:
    return {each.rule for each in piece.amiss}


TUGS = "Norvale Marine agreed to sell twelve harbour tugs to the port of Leith"


def test_a_number_in_a_name_is_no_other_name(check: Check) -> None:
    checked = check("The tug Brock lay at Pier Nine for three days, Ines Vale said.")
    assert rules(checked.pieces[0]) == set()


def test_of_two_claims_that_share_as_much_the_one_in_the_same_words_carries(check: Check) -> None:
    words = '"The council has bought no barges from Selwick," spokesman Abel Thorn told reporters.'
    (piece,) = check(words).pieces
    assert piece.carrier is not None
    assert piece.carrier.rule == "same words"
    assert rules(piece) == set()


def test_an_amount_that_opens_a_sentence_is_put_in_with_a_capital(check: Check) -> None:
    checked = check("Six hulls rest in the old dock of Arne, the Arne Gazette said.")
    assert rules(checked.pieces[0]) == {"another amount"}
    assert checked.pieces[0].instead.startswith("Two hulls rest in the old dock of Arne")


def test_the_hedge_is_put_in_where_a_sentence_remains(check: Check) -> None:
    (piece,) = check("Ora Finch, a shipwright who mends winches, said the winch is sound.").pieces
    (found,) = (each for each in piece.amiss if each.rule == "hedge dropped")
    assert (found.words, found.beside[0].words) == ("is sound", "appears to be sound")
    assert piece.instead.endswith("said the winch appears to be sound.")


def test_nothing_is_put_in_where_no_sentence_would_remain(check: Check) -> None:
    (piece,) = check(
        "The Arne Gazette confirmed that two hulls rest in the old dock of Arne."
    ).pieces
    assert piece.amiss
    assert piece.instead == ""


def test_what_follows_its_source_has_nothing_amiss(check: Check) -> None:
    checked = check(
        "Papers obtained by the Kelso Post suggest that Norvale Marine agreed to sell twelve "
        "harbour tugs to the port of Leith for about 40 million euros.\n\n"
        "Norvale Marine denied that it agreed to sell harbour tugs to the port of Leith."
    )
    first, second = checked.facts
    assert first.verdict == "nothing amiss", first.amiss
    assert first.carrier is not None
    assert second.carrier is not None
    assert not checked.uncarried


@pytest.mark.parametrize(
    ("draft", "rule", "words", "other"),
    [
        (f"{TUGS} for about 40 million euros.", "hedge dropped", "Norvale", "suggest"),
        (f"{TUGS} for about 90 million euros.", "another amount", "90 million", "40 million"),
        (
            f"{TUGS} for 40 million euros.",
            "amount more exact than any text",
            "40 million euros",
            "about 40 million euros",
        ),
        (f"{TUGS} for about 40 million euros.", "attribution lost", "Norvale", "Kelso Post"),
        (
            f"{TUGS} for about 40 million euros.",
            "contradicted and put as undisputed",
            "Norvale",
            "denied that it agreed",
        ),
        (f"{TUGS} for about 40 million euros.", "put as plain fact", "Norvale", "Papers"),
        (
            (
                "Norvale Marine sold twelve harbour tugs to the port of Leith for about 40 million "
                "euros."
            ),
            "agreed became delivered",
            "sold",
            "agreed to sell",
        ),
        (
            f"Verified papers show that {TUGS} for about 40 million euros.",
            "verified by nobody who is named",
            "verified",
            "Papers obtained",
        ),
        (
            (
                "The ferry Brenda may have lost her rudder off Kettle Point in March 2026, harbour "
                "master Ines Vale said."
            ),
            "another name",
            "Brenda",
            "Alma",
        ),
        (
            "The ferry Alma lost her rudder off Kettle Point in March 2026, baker Maren Holt said.",
            "another source",
            "Maren Holt",
            "Ines Vale",
        ),
        (
            (
                "The ferry Alma may have lost her rudder off Kettle Point on 4 March 2026, harbour "
                "master Ines Vale said."
            ),
            "date more exact than any text",
            "4 March 2026",
            "March 2026",
        ),
        (
            "The dockers' union has opened a school for crane drivers in Brannock.",
            "forecast put as a fact",
            "has opened",
            "will open",
        ),
    ],
)
def test_each_rule_names_the_words_on_both_sides(
    check: Check, draft: str, rule: str, words: str, other: str
) -> None:
    (piece,) = check(draft).facts
    assert piece.verdict == "amiss"
    found = {each.rule: each for each in piece.amiss}
    assert rule in found, piece
    assert words in found[rule].words
    assert any(other in side.words for side in found[rule].beside), found[rule]


def test_what_to_write_instead_takes_all_that_follows_into_one_sentence(check: Check) -> None:
    (piece,) = check(
        "Norvale Marine sold twelve harbour tugs to the port of Leith for 90 million euros."
    ).facts
    assert "agreed to sell twelve harbour tugs" in piece.instead
    assert "for about 40 million euros" in piece.instead
    assert "90 million" not in piece.instead


def test_the_amount_of_the_nearest_claim_is_shown_where_none_carries_it(check: Check) -> None:
    (piece,) = check("Ormtor has a height of 4,200 feet.").facts
    assert piece.nearest is not None
    (found,) = piece.amiss
    assert (found.rule, found.words) == ("another amount", "4,200 feet")
    assert [side.words for side in found.beside] == ["3,200 feet"]
    (right,) = check("Ormtor has a height of 3,200 feet.").facts
    assert right.nearest is not None
    assert not right.amiss


@pytest.mark.parametrize(
    ("upstream", "draft", "fits"),
    [
        (("The port agreed to sell tugs.", "agreed to sell"), ("The port sold tugs.", "sold"), 1),
        (("Letters show a sale.", "Letters"), ("Verified letters tell.", "Verified letters"), 1),
        (("It was sold, they say.", "say"), ("The sale has been confirmed.", "has been"), 0),
        (("The port agreed to sell tugs.", "agreed"), ("Leith has received tugs.", "has"), 0),
    ],
)
def test_words_are_put_in_only_where_they_stand_in_the_same_place(
    upstream: tuple[str, str], draft: tuple[str, str], fits: int
) -> None:
    assert in_place(upstream, draft) == bool(fits)


def test_a_denial_told_elsewhere_in_the_draft_is_enough(check: Check) -> None:
    silent = check(f"{TUGS} for about 40 million euros.").facts[0]
    told = check(
        f"{TUGS} for about 40 million euros.\n\n"
        "Norvale Marine denied that it agreed to sell harbour tugs to the port of Leith."
    ).facts[0]
    assert "contradicted and put as undisputed" in rules(silent)
    assert "contradicted and put as undisputed" not in rules(told)


def test_a_short_sentence_out_of_a_long_one_is_carried_by_it(check: Check) -> None:
    (piece,) = check("Norvale Marine agreed to sell harbour tugs.").facts
    assert piece.carrier is not None
    assert piece.carrier.rule == "part of what the claim says"


def test_what_no_claim_carries_is_said_so_and_other_kinds_stand_apart(check: Check) -> None:
    checked = check(
        "A bakery in Ostrel burned down on Monday.\n\n"
        "The sale is a mistake. Ferries will be late next year. The port should say why."
    )
    assert [each.verdict for each in checked.facts] == ["no claim carries it"]
    assert [each.kind for each in checked.apart] == ["opinion", "forecast", "norm"]
    assert not any(each.amiss for each in checked.apart)
    assert not checked.clean


def test_a_refused_claim_says_so(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    text = (
        "Harbour minister Tom Farrow visited the shipyard in Selby with forty pupils, the Kelso "
        "Post reported."
    )
    draft = Path(write(tmp_path, "draft.txt", text))
    before = check_draft(workspace, draft).facts[0]
    assert before.carrier is not None
    assert "refused in review" not in rules(before)
    seen = Views(workspace).claim(workspace.store.identity(before.carrier.handle)[1])
    decide(workspace, seen, Decision.REFUSE, reason="a caption")
    assert "refused in review" in rules(check_draft(workspace, draft).facts[0])
    workspace.close()


def test_nothing_of_a_draft_is_recorded(press: Workspace, check: Check) -> None:
    size = press.store.size()
    check(f"{TUGS}. A bakery in Ostrel burned down on Monday.")
    assert press.store.size() == size


def test_a_captured_document_is_checked_by_its_own_claims(press: Workspace) -> None:
    checked = check_document(press, "d1")
    assert not checked.draft
    assert {each.verdict for each in checked.facts} <= {"nothing amiss", "amiss"}
    first = checked.facts[0]
    assert first.carrier is not None
    assert first.text.startswith("Papers obtained")
    assert not any(each.instead for each in checked.pieces)
    found = {rule for each in checked.facts for rule in rules(each)}
    assert "hedge dropped" not in found
    assert "contradicted and put as undisputed" not in found, "the denial came a day later"
    assert any(each.kind == "forecast" for each in checked.apart)


@pytest.mark.parametrize("content", [b"", b"   \n", b"%PDF-1.7 \x00\x01", b"\x00\x01\x02\x03" * 40])
def test_what_cannot_be_read_is_an_error_that_says_why(
    press: Workspace, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"draft\.md cannot be checked: \S"):
        check_draft(press, path)


def test_a_missing_file_a_folder_and_an_unknown_document_are_errors(
    press: Workspace, tmp_path: Path
) -> None:
    for path in (tmp_path / "none.md", tmp_path):
        with pytest.raises(UsageError, match="cannot be checked"):
            check_draft(press, path)
    for handle in ("d99", "c1"):
        with pytest.raises(UnknownHandleError):
            check_document(press, handle)


def test_another_language_is_said_aloud(check: Check) -> None:
    checked = check(
        "Der Rat von Ostrel hat am Montag das Licht auf Kettle Point gelöscht, sagte die Wärterin "
        "in einem Gespräch mit der Zeitung, und die Boote liefen auf Grund."
    )
    assert not checked.language_read
    assert checked.language == "German"
    assert not checked.pieces
