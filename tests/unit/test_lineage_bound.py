"""What a credit binds: the whole text, or the sentence in which it stands."""

import pytest

from provenance.canonical import sha256
from provenance.lineage import Mention, Text, derive, origins
from provenance.model import Stance
from tests.declaring import declaring

OPENING = "The island of Ostrel has closed its lighthouse after 140 years of service."
MORE = [
    "The keeper moved out of the tower in June with two trunks and a dog.",
    "An automatic beacon that costs 320,000 crowns now stands on Kettle Point.",
    "Crews from Brannock had asked for a keeper through the winter storms.",
]
TOLD = "Ida Maltby, an engineer, told the Fenby Post in May that the lamp was worn out."
REPORTED = "The lamp was worn out, the Fenby Post reported."


def text(
    *sentences: str, title: str = "Ostrel closes its light", outlet: str = "Skar Gazette"
) -> Text:
    body = "\n".join(sentences)
    return declaring(
        Text(
            id=outlet,
            digest=sha256(body.encode()),
            uri=f"https://{outlet[:4]}.example/a",
            outlet=outlet,
            title=title,
            text=body,
        )
    )


def roots(given: Text, *wordings: str) -> list[str]:
    """Return the origin of each statement of a text."""
    found = derive([given], frozenset({"Fenby Post"}))
    assert [each.upstream_name for each in found] == ["Fenby Post"]
    named = []
    for wording in wordings:
        made = Mention(
            id=wording,
            document=given.id,
            content=wording,
            stance=Stance.REPEATS,
            outlet=given.outlet,
            wording=wording,
        )
        (origin,) = origins([made], found)
        named.append(origin.name)
    return named


@pytest.mark.parametrize("credit", [TOLD, REPORTED])
def test_a_credit_within_a_sentence_binds_that_sentence(credit: str) -> None:
    given = text(OPENING, *MORE[:2], credit, MORE[2])
    assert roots(given, credit, OPENING, *MORE) == ["Fenby Post", *["Skar Gazette"] * 4]


def test_words_that_any_sentence_has_bind_nothing() -> None:
    given = text(OPENING, *MORE, TOLD)
    assert roots(given, "The lamp in the tower was for sale in May.") == ["Skar Gazette"]


@pytest.mark.parametrize(
    "given",
    [
        text(f"{OPENING[:-1]}, the Fenby Post reported.", *MORE),
        text("Ostrel, Monday", f"{OPENING[:-1]}, according to the Fenby Post.", *MORE),
        text(OPENING, *MORE, REPORTED, title="Fenby Post: Ostrel closes its light"),
        text(OPENING, *MORE, REPORTED, title="Ostrel closes its light, says the Fenby Post"),
        text(OPENING, *MORE, REPORTED, title="Ostrel closes its light - Fenby Post"),
        text(OPENING, *MORE, "This was first reported by the Fenby Post."),
        text(OPENING, *MORE, "That is what the Fenby Post reports."),
        text(OPENING, *MORE, "The information comes from a report in the Fenby Post."),
        text(OPENING, REPORTED, "The paper said that the keeper had moved out.", TOLD),
    ],
    ids=["lead", "dateline", "headline", "says", "dash", "first", "points", "information", "most"],
)
def test_a_text_goes_back_to_an_outlet_that_it_rests_on(given: Text) -> None:
    assert set(roots(given, OPENING, *MORE)) == {"Fenby Post"}


def test_a_captured_outlet_is_credited_in_the_same_way() -> None:
    post = text(OPENING, MORE[0], "The lamp on Kettle Point was worn out.", outlet="Fenby Post")
    given = text("A fair was held at Skar on Sunday in the rain.", *MORE[1:], REPORTED, MORE[0])
    (tie,) = (each for each in derive([post, given]) if each.downstream == given.id)
    assert [each.rule for each in tie.evidence] == ["credit in a sentence"]


def test_a_headline_about_an_outlet_is_no_credit() -> None:
    given = text(OPENING, *MORE, REPORTED, title="Fenby Post moves to a smaller house")
    assert roots(given, OPENING, REPORTED) == ["Skar Gazette", "Fenby Post"]
