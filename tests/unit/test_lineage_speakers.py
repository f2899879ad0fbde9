"""Whom a text credits, and whom above all: general signs, each on sentences made up for it."""

import pytest

from provenance.canonical import sha256
from provenance.lineage import Text, main_origin
from provenance.lineage.naming import Words
from provenance.lineage.speakers import Said, credited_by
from provenance.model import DeclaredOrigin, Span

TALK = "the whole of the bridge will close in the autumn of this year"


def credits_of(body: str, *origins: DeclaredOrigin, outlet: str | None = None) -> tuple[Said, ...]:
    digest = sha256(body.encode())
    uri = "https://bay.example/1"
    return credited_by(
        Text(id=digest, digest=digest, uri=uri, outlet=outlet, text=body, origins=origins)
    )


def wire(body: str, name: str) -> DeclaredOrigin:
    at = body.index(name)
    span = Span(start=at, end=at + len(name))
    return DeclaredOrigin(kind="wire", name=name, words=name, span=span)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Mara Quell told the Sund Tribune that the bridge would close.", "Sund Tribune"),
        ("A spokesman for Tarvo said that the pumps were safe.", "Tarvo"),
        ("The pumps leak, the Bay Mirror reported, citing Lene Brook.", "Lene Brook"),
        ("The Norvan newspaper Il Faro reported that the bridge would close.", "Il Faro"),
        ("Lettish police said that the bridge would close.", "Lettish police"),
        ("Sources close to the board said that it leaks.", "Sources close to the board"),
        ("Odo Maltby shared a video of the bridge on Monday.", "Odo Maltby"),
        ("A Velmar video posted online shows how the bridge closed.", "Velmar"),
        ("The clip was posted on Facebook and Twitter.", "clip"),
        ("Quell rose early, warning that the bridge would close.", "Quell"),
        ("The ship sank, a Tarvo report says.", "Tarvo"),
        ("The ship sank, Channel 4 reported.", "Channel 4"),
        ("Tarvo engineers cast doubt on it on Monday.", "Tarvo engineers"),
        ("The ship sank, Norway’s Bay Mirror reported.", "Bay Mirror"),
        ("The ship sank, Norway's Ports Ministry reported.", "Norway's Ports Ministry"),
        ("The ship sank, according to skarnwatch.com and others.", "skarnwatch.com"),
        ('The site "Fenby Watch" wrote that the ship sank.', "Fenby Watch"),
        (f'The harbour master, Odo Maltby, said: "{TALK}"', "Odo Maltby"),
        (f'Lene Brook: "{TALK}."', "Lene Brook"),
        (f'"{TALK}," said Fenby Radio reporter Lene Brook on Monday.', "Lene Brook"),
        ("The notice, by Odo Maltby, was read aloud.", "Odo Maltby"),
        ("Odo Maltby, a keeper from Fenby, on Monday said that it leaks.", "Odo Maltby"),
        ("It leaks, El Faro de las Islas reported.", "El Faro de las Islas"),
    ],
)
def test_whom_a_text_rests_on(body: str, name: str) -> None:
    found = main_origin(credits_of(body))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "body",
    [
        "Mara Quell was told that the bridge would close.",
        "Mara Quell will say when the bridge closes.",
        f'"{TALK}, Mara Quell said once, and nobody believed a word of it."',
        "The bridge that Mara Quell built will close.",
        "People in Fenby left after false reports said so.",
        "He told police in Fenby that it would close.",
    ],
)
def test_who_is_spoken_of_or_to_is_not_credited(body: str) -> None:
    assert [each.name for each in credits_of(body)] == []


def test_who_reported_it_first_comes_before_those_who_say_it_often() -> None:
    body = (
        "The bridge will close, as was first reported on Monday by the Fenby Post. Odo Maltby said "
        "that it was true. Maltby added that it was old."
    )
    assert [each.name for each in credits_of(body)] == ["Fenby Post", "Odo Maltby"]


def test_who_speaks_again_as_he_or_she_is_credited_again() -> None:
    body = "Lene Brook wrote that the bridge was old. Later she said why. She left."
    (brook,) = credits_of(body)
    assert brook.times == 2


def test_what_is_credited_twice_in_one_place_is_credited_once() -> None:
    body = "The bridge will close, according to the Fenby Post."
    at = body.index("Fenby")
    span = Span(start=body.index("according"), end=len(body) - 1)
    given = DeclaredOrigin(kind="credit", name="Fenby Post", words=body[at:-1], span=span)
    (post,) = credits_of(body, given)
    (alone,) = credits_of(body)
    assert (post.name, post.weight, post.times) == (alone.name, alone.weight, 1)


def test_an_agency_is_no_origin_of_its_own_text_where_somebody_is_credited() -> None:
    body = "SKARN (Bay Wire) - The bridge will close, Odo Maltby told Bay Wire."
    found = main_origin(credits_of(body, wire(body, "Bay Wire")))
    assert found is not None
    assert found.name == "Odo Maltby"
    alone = "SKARN (Bay Wire) - The bridge will close."
    found = main_origin(credits_of(alone, wire(alone, "Bay Wire")))
    assert found is not None
    assert found.name == "Bay Wire"


def test_a_text_does_not_credit_its_own_outlet() -> None:
    assert credits_of("It will close, the Fenby Post reported.", outlet="The Fenby Post") == ()


def test_things_are_one_whatever_they_are_called() -> None:
    (footage,) = credits_of("Footage of the bridge was posted.")
    (video,) = credits_of("An old video of the bridge was posted.")
    assert footage.key == video.key == "video"


def test_a_common_noun_at_the_head_of_a_sentence_is_no_name() -> None:
    words = Words("Critics spoke. Then came critics again. Critics Mara and Odo Maltby spoke.")
    names = [shown for at, shown in enumerate(words.shown) if words.is_name(at)]
    assert names == ["Critics", "Mara", "Odo", "Maltby"]
