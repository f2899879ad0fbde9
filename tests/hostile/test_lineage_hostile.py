"""Copies that hide, very many copies, dates that clash, texts that credit each other."""

import random
import time

import pytest

from provenance.canonical import sha256
from provenance.lineage import Proposed, Reading, Text, dependence, derive
from provenance.lineage.speakers import READ, credited_by
from provenance.lineage.wording import LONGEST, beside, stems, tiled
from provenance.model import DerivationKind
from tests.declaring import declaring

STORY = """\
The island council of Skarn voted on Tuesday to close the old smokehouse after 90 years.
Its keeper, Ivar Toll, who has cured herring there since 1987, must leave before the end of May, \
the council said in a notice to the 340 residents.
A cold store that costs 250,000 crowns will replace it, and the first crates are due in August.
Crews from Skarn and Ulvang had asked for one more winter, but lost by five votes to four.
"""
FILLER = " ".join(f"filler{n} stands here for nothing{n}" for n in range(400))
HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
LOOKALIKES = str.maketrans("aeopcyx", "\u0430\u0435\u043e\u0440\u0441\u0443\u0445")


def text(name: str, body: str, published: str | None = None, **more: object) -> Text:
    given: dict[str, object] = {
        "id": name,
        "digest": sha256(body.encode()),
        "uri": f"https://{name}.example/story",
        "outlet": f"{name.title()} Courier",
        "text": body,
        "published": published,
        "published_known": published is not None,
    }
    return declaring(Text.model_validate(given | more))


def between(found: tuple[Proposed, ...], one: str, other: str) -> Proposed | None:
    ends = {one, other}
    return next((p for p in found if {p.downstream, p.upstream} == ends), None)


def sprinkled(body: str) -> str:
    return "".join(letter + HIDDEN[at % len(HIDDEN)] for at, letter in enumerate(body))


DISGUISES = {
    "zero-width characters between all letters": sprinkled(STORY),
    "look-alike letters of another script": STORY.translate(LOOKALIKES),
    "full-width letters": "".join(
        chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in STORY
    ),
    "padding before and behind": f"{FILLER}\n{STORY}\n{FILLER}",
    "padding between the sentences": f"\n{FILLER}\n".join(STORY.splitlines()),
    "white space": STORY.replace(" ", " \u2003\t "),
    "look-alike quotation marks and dashes": f"\u201c{STORY[:20]}\u201d \u2014 {STORY}",
}


@pytest.mark.parametrize("body", DISGUISES.values(), ids=DISGUISES.keys())
def test_a_disguised_copy_is_found(body: str) -> None:
    found = between(derive([text("first", STORY), text("second", body)]), "first", "second")
    assert found is not None
    assert found.type is DerivationKind.COPY
    assert not found.directed
    judged = dependence(Reading(text("first", STORY)), Reading(text("second", body)))
    assert judged.likely


@pytest.mark.parametrize(
    ("count", "seconds"),
    [
        (1_000, 30),
        pytest.param(10_000, 200, marks=[pytest.mark.slow, pytest.mark.timeout(600)]),
    ],
)
def test_very_many_copies_take_time_in_proportion(count: int, seconds: int) -> None:
    copies = [text(f"c{n}", STORY, f"2026-03-{n % 28 + 1:02}") for n in range(count)]
    began = time.process_time()
    found = derive(copies)
    assert time.process_time() - began < seconds
    assert {proposal.type for proposal in found} == {DerivationKind.COPY}
    tied = {end for proposal in found for end in (proposal.downstream, proposal.upstream)}
    assert len(tied) == len(copies)
    assert len(found) < 2 * len(copies)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (None, None),
        ("2026-03-02", None),
        ("2026-03", "2026-03-09"),  # a month holds the day
        ("2026-03-02", "2026-03-02"),
    ],
)
def test_dates_that_do_not_order_two_copies_give_no_direction(
    first: str | None, second: str | None
) -> None:
    found = derive([text("first", STORY, first), text("second", f"{STORY}A note.", second)])
    copy = between(found, "first", "second")
    assert copy is not None
    assert not copy.directed
    assert all(item.rule != "publication dates" for item in copy.evidence)


def test_a_date_that_is_not_known_gives_no_direction() -> None:
    clash = text("second", f"{STORY}A note.", "2026-03-09").model_copy(
        update={"published_known": False}
    )
    copy = between(derive([text("first", STORY, "2026-03-02"), clash]), "first", "second")
    assert copy is not None
    assert not copy.directed


def test_a_date_in_the_future_is_a_date_like_any_other() -> None:
    found = derive([text("first", STORY, "2026-03-02"), text("second", STORY + "!", "2999-01-01")])
    copy = between(found, "first", "second")
    assert copy is not None
    assert (copy.downstream, copy.directed) == ("second", True)


def test_two_texts_that_credit_each_other_are_both_said_to() -> None:
    one = text("alder", f"{STORY}\nThe vote was first reported by the Birch Courier.")
    two = text("birch", f"{STORY}\nThe vote was first reported by the Alder Courier.")
    found = derive([one, two])
    assert {(p.downstream, p.upstream) for p in found if p.directed} == {
        ("alder", "birch"),
        ("birch", "alder"),
    }
    assert {p.type for p in found} == {DerivationKind.CITATION}  # who copied whom is open
    shown = [item.rule for p in found for item in p.evidence]
    assert "shared text" in shown
    assert "publication dates" not in shown


@pytest.mark.parametrize(
    "unit",
    [
        "A",
        "A ",
        "Aa, bb, ",
        '"',
        '"A" ',
        "said ",
        "Aa said ",
        "according to the ",
        "according to Aa ",
        "an unnamed source close to ",
        "police said ",
        "al-A",
        "@",
        "A. ",
        "Aa's report ",
        "“",
        "people in the a ",
        "aaa aaa police ",
    ],
)
def test_hostile_texts_are_read_in_time(unit: str) -> None:
    body = (unit * (2_000_000 // len(unit)))[:2_000_000]
    held = text("bomb", "x").model_copy(update={"text": body})
    began = time.process_time()
    credited_by(held)
    assert time.process_time() - began < 2.0


def test_wording_is_compared_in_bounded_time() -> None:
    chosen = random.Random(7)  # noqa: S311  # words, no secrets
    words = [[chosen.choice("abcdef") * 3 for _ in range(200_000)] for _ in range(2)]
    began = time.process_time()
    here, there = map(stems, words)
    assert len(here) == LONGEST
    assert 0 < tiled(beside(here), beside(there)) <= LONGEST
    same = beside(["aaa"] * LONGEST)
    assert 0 < tiled(same, same) <= LONGEST
    assert time.process_time() - began < 5.0


def test_only_the_head_of_a_very_long_text_is_read_for_credits() -> None:
    late = f"{'Nothing is said here. ' * READ}Mara Quell said that it closed."
    assert credited_by(text("long", late)) == ()
