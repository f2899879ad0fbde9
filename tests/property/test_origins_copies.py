"""Laws: copies add no origin, and the order in which documents arrive changes nothing."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.canonical import sha256
from provenance.corroboration import Passage, compare, gather
from provenance.lineage import Mention, Origin, Text, derive, origins
from provenance.model import ClaimKind, Modality, Stance
from tests.declaring import declaring

pytestmark = pytest.mark.slow  # whole desks, one after the other

CLAIM = "The council of Ostrel voted to close the lighthouse on Kettle Point."
STORIES = (
    f"""{CLAIM} Keeper Maren Holt must leave the tower before the end of June.
A beacon that costs 320,000 crowns will take the place of the lamp, the council said.
Crews from Brannock had asked for a keeper through the winter, but the motion failed.""",
    f"""A stormy sitting ended late in the night. {CLAIM} Two members walked out.
The mayor, Jonas Beld, spoke of savings that the island could not do without any longer.
Outside the hall some sixty people held lanterns and sang until the doors were shut.""",
    f"""{CLAIM} That is what the minutes say, which hang in a glass case by the ferry.
They also say that the tower may be let to guests, if somebody is found who will heat it.
A builder from the mainland has already measured the stairs, according to the harbour master.""",
)


def article(number: int, body: str, day: int | None) -> Text:
    return declaring(
        Text(
            id=f"document {number}",
            digest=sha256(body.encode()),
            uri=f"https://paper{number}.example/",
            outlet=f"Paper {number} Courier",
            text=body,
            published=f"2026-03-{day:02}" if day else None,
            published_known=day is not None,
        )
    )


def mention(text: Text) -> Mention:
    return Mention(
        id=f"mention {text.id}",
        document=text.id,
        content=text.digest,
        stance=Stance.REPEATS,
        outlet=text.outlet,
        wording=CLAIM,
        published=text.date,
    )


def found(texts: list[Text]) -> tuple[Origin, ...]:
    return origins([mention(text) for text in texts], derive(texts))


def edited(body: str, edit: str, draw: random.Random) -> str:
    lines = body.split("\n")
    match edit:
        case "headed":
            return "News from the islands\n" + body
        case "cut":
            return "\n".join(lines[:2])
        case "changed":
            words = body.split(" ")
            words[draw.randrange(20, len(words))] = "otherwise"
            return " ".join(words)
        case "padded":
            return body.replace("e", "e\u200b").replace("council", "c\u043euncil")
        case _:
            return body


EDITS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(("same", "headed", "cut", "changed", "padded")),
        st.none() | st.integers(10, 28),
    ),
    max_size=6,
)


@given(EDITS, st.randoms(use_true_random=False))
def test_copies_add_no_origin(
    edits: list[tuple[int, str, int | None]], draw: random.Random
) -> None:
    texts = [article(n, body, 3 + n) for n, body in enumerate(STORIES)]
    assert len(found(texts)) == 3
    for number, (story, edit, day) in enumerate(edits, start=3):
        texts.append(article(number, edited(STORIES[story], edit, draw), day))
    assert len(found(texts)) == 3


@given(EDITS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_origins(
    edits: list[tuple[int, str, int | None]], draw: random.Random
) -> None:
    texts = [article(n, body, 3 + n) for n, body in enumerate(STORIES)]
    for number, (story, edit, day) in enumerate(edits, start=3):
        texts.append(article(number, edited(STORIES[story], edit, draw), day))
    shuffled = draw.sample(texts, len(texts))
    assert found(shuffled) == found(texts)


WORDS = ("ferry", "harbour", "Telland", "Marovia", "council", "sold", "boats", "winter", "forty")


@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(WORDS), min_size=4, max_size=9), st.booleans()),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_any_order_of_passages_gives_the_same_claims(
    sentences: list[tuple[list[str], bool]], draw: random.Random
) -> None:
    passages = [
        Passage(
            id=f"passage {number}",
            document=f"document {number}",
            content=sha256(f"{number}".encode()),
            wording=f"The {'company denied that the ' if denied else ''}{' '.join(words)}.",
            type=ClaimKind.FACT,
            modality=Modality.ASSERTED,
        )
        for number, (words, denied) in enumerate(sentences)
    ]
    shuffled = draw.sample(passages, len(passages))
    pairs = compare(passages)
    assert compare(shuffled) == pairs
    assert gather(shuffled, pairs[::-1], fixed={}) == gather(passages, pairs, fixed={})
