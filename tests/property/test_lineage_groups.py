"""Lineage by groups says what lineage over all texts at once says, and its keys are the same."""

import random
from itertools import chain

import pytest

from benchmarks.scale.press import made
from provenance.canonical import sha256
from provenance.lineage import Text
from provenance.lineage.light import Batch, hashed_runs, light
from provenance.lineage.reading import Reading
from provenance.lineage.trace import trace
from provenance.model import Hyperlink
from tests.declaring import declaring

WHOLE = 10**9
OUTLETS = ("Kelso Courier", "Dunmore Post", "Fenby Wire", "Ashby Echo")
PLACES = ("Kelso", "Dunmore", "Ashby", "Corran", "Leith", "Selby")
DEEDS = ("closed the ferry line to", "sold two cranes to the port of", "moved its archive to")
SPEECH = '"We will not give up one metre of this quay to anybody," Ines Vale told reporters.'
LINE = "The {outlet} reported that the council of {place} {deed} {other} for {sum} euros."


def story(rng: random.Random, number: int, before: list[Text]) -> Text:
    lines = [
        f"The council of {rng.choice(PLACES)} {rng.choice(DEEDS)} {rng.choice(PLACES)} on day "
        f"{rng.randint(1, 400)} for {rng.randint(2, 90)},000 euros, clerk {rng.choice(PLACES)} "
        f"number {rng.randint(1, 99)} wrote in letter {rng.randint(100, 999)}."
        for _ in range(rng.randint(3, 9))
    ]
    links: tuple[Hyperlink, ...] = ()
    if before and rng.random() < 0.5:
        source = rng.choice(before)
        lines = [line for line in source.text.split("\n") if rng.random() < 0.8] + lines[:2]
        if rng.random() < 0.5:
            lines.insert(0, f"According to the {source.outlet}, the letter was read aloud.")
        if rng.random() < 0.3:
            links = (Hyperlink(uri=source.uri, text="council", start=2, end=8),)
    if rng.random() < 0.3:
        lines.insert(len(lines) // 2, SPEECH)
    if rng.random() < 0.2:
        lines.append(SPEECH.strip('"').replace('"', ""))
    body = "\n".join(lines)
    outlet = rng.choice(OUTLETS)
    return declaring(
        Text(
            id=f"d{number}",
            digest=sha256(body.encode()),
            uri=f"https://{outlet[:5].lower()}.example/{number}",
            outlet=outlet,
            text=body,
            published=f"2026-03-{rng.randint(1, 28):02}",
            published_known=rng.random() < 0.8,
            links=links,
        )
    )


def stories(seed: int, count: int) -> list[Text]:
    rng = random.Random(seed)  # noqa: S311  # an invented press, no secret
    texts: list[Text] = []
    for number in range(count):
        texts.append(story(rng, number, texts))
    return texts


@pytest.mark.parametrize("seed", range(3))
def test_groups_end_as_all_at_once(seed: int) -> None:
    texts = stories(seed, 45)
    whole, groups = trace(texts, many=WHOLE), trace(texts, many=1)
    assert groups.proposals == whole.proposals
    assert whole.proposals
    random.Random(seed).shuffle(texts)  # noqa: S311
    assert trace(texts, many=1).proposals == whole.proposals


def test_long_texts_end_as_all_at_once() -> None:
    texts = made(150, seed=3).texts
    assert trace(texts, many=1).proposals == trace(texts, many=WHOLE).proposals


def test_keys_are_those_that_a_text_has_alone() -> None:
    texts = stories(2, 30)
    whole, groups = trace(texts, many=WHOLE).keys, trace(texts, many=1).keys
    assert {of: {kind: set(each) for kind, each in keys.items()} for of, keys in whole.items()} == {
        of: {kind: set(each) for kind, each in keys.items()} for of, keys in groups.items()
    }


def test_runs_are_hashed_as_python_hashes_them() -> None:
    texts = (*stories(1, 9), *made(9).texts)
    read = light(Batch(texts, frozenset()))
    assert set(read.sampled.values.tolist()) == {
        key for r in map(Reading, texts) for key in r.shingles if r.is_sampled(key)
    }
    reading = Reading(texts[0])
    import numpy as np

    numbers = np.array([each % ((1 << 61) - 1) for each in reading.numbers], np.uint64)
    for size in (4, 5, 8):
        assert hashed_runs(numbers, size).tolist() == reading.runs(size)


@pytest.mark.parametrize("body", ["", "One.", "Two words", "\n\n", '"', "a " * 4, "é" * 50])
def test_texts_of_hardly_any_words_are_read(body: str) -> None:
    texts = [
        each.model_copy(update={"text": body, "digest": sha256(body.encode())})
        for each in stories(4, 3)
    ]
    assert trace(texts, many=1).proposals == trace(texts, many=WHOLE).proposals
    assert trace([], many=1) == ((), {})


def test_very_many_copies_of_one_text_cost_as_many_ties() -> None:
    body = made(1).texts[0]
    texts = [
        body.model_copy(update={"id": f"c{n}", "uri": f"https://x.example/{n}", "outlet": f"X{n}"})
        for n in range(510)
    ]
    found = trace(texts).proposals
    assert len(found) == len(texts) - 1
    assert {*chain.from_iterable((p.downstream, p.upstream) for p in found)} == {
        each.id for each in texts
    }
