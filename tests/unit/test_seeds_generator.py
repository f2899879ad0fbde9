import re
from collections import Counter
from itertools import islice
from random import Random

import pytest

from provenance.text import shingles, words
from seeds.editing import Line, cut, miscopied, moved, reworded, within
from seeds.evaluate import evaluate, perfect
from seeds.generator import articles, generate
from seeds.pages import LAYOUTS, Page, plain, render
from seeds.volume import vocabulary
from seeds.world import Article

SEEDS = range(12)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_fragment_of_a_made_world_stands_exactly_once(seed: int) -> None:
    world = generate(seed)
    truth = world.truth
    named = [(a.document, a.fragment) for story in truth.stories for a in story.appearances]
    named += [(one.document, one.fragment) for one in truth.sentences]
    named += [(drift.upstream, drift.before) for drift in truth.drifts]
    named += [(drift.downstream, drift.after) for drift in truth.drifts]
    bodies = {article.id: article.body.decode() for article in world.articles}
    assert len(bodies) == len(world.articles)
    assert len({article.uri for article in world.articles}) == len(world.articles)
    for document, fragment in named:
        assert bodies[document].count(fragment) == 1, (document, fragment)
    for story in truth.stories:
        for appearance in story.appearances:
            holders = {name for name, body in bodies.items() if appearance.fragment in body}
            assert holders <= story.documents, appearance


@pytest.mark.parametrize("seed", SEEDS)
def test_a_made_world_holds_each_form_of_story(seed: int) -> None:
    truth = generate(seed).truth
    kinds = {edge.kind for edge in truth.derivations}
    assert {"copy", "citation"} <= kinds
    assert len(truth.rings) == 1
    assert len(truth.drifts) >= 4
    assert any(len(story.origins) > 1 for story in truth.stories)
    assert {sentence.kind for sentence in truth.sentences} == {
        "fact",
        "forecast",
        "opinion",
        "norm",
    }
    for score in evaluate(truth, perfect(truth)):
        assert score.precision == 1.0
        assert score.recall == 1.0


def test_over_some_seeds_all_kinds_of_derivation_denials_and_lookalikes_occur() -> None:
    truths = [generate(seed).truth for seed in SEEDS]
    kinds = {edge.kind for truth in truths for edge in truth.derivations}
    assert kinds == {"copy", "rewrite", "citation", "quotation", "correction", "original"}
    stances = {a.stance for truth in truths for s in truth.stories for a in s.appearances}
    assert stances == {"repeats", "contradicts"}
    assert any(truth.lookalikes for truth in truths)
    assert {len(ring) for truth in truths for ring in truth.rings} == {2, 3}


def test_lookalikes_are_never_linked() -> None:
    for seed in SEEDS:
        truth = generate(seed).truth
        edges = {frozenset((e.downstream, e.upstream)) for e in truth.derivations}
        for pair in truth.lookalikes:
            assert frozenset(pair) not in edges
            assert not any(set(pair) <= story.documents for story in truth.stories)


@pytest.mark.parametrize("seed", SEEDS)
def test_scenery_stands_in_one_document_and_what_was_pasted_from_it(seed: int) -> None:
    world = generate(seed, 8)
    for sentence in vocabulary()["fillers"]:
        holders = [a.id for a in world.articles if sentence in a.body.decode()]
        assert len({holder.removesuffix("-pasted") for holder in holders}) <= 1, sentence


def test_the_same_seed_gives_the_same_world_and_another_seed_another() -> None:
    assert generate(4) == generate(4)
    assert generate(4) != generate(5)


@pytest.mark.parametrize("stories", [1, 2, 3, 8])
def test_the_number_of_stories_is_kept(stories: int) -> None:
    world = generate(1, stories)
    events = {story.id.rsplit("-", 1)[0] for story in world.truth.stories}
    assert len({event.removesuffix("-elsewhere") for event in events}) == stories


@pytest.mark.parametrize("stories", [0, 9])
def test_more_stories_than_kinds_of_event_are_refused(stories: int) -> None:
    with pytest.raises(ValueError, match="1 to 8"):
        generate(1, stories)


def test_a_copied_page_shares_its_text_and_a_second_origin_does_not() -> None:
    world = generate(2)
    texts = {a.id: set(shingles(words(a.body.decode()))) for a in world.articles}
    for edge in world.truth.derivations:
        if edge.kind == "copy":
            copy, source = texts[edge.downstream], texts[edge.upstream]
            assert len(copy & source) > 40, edge


def test_articles_have_about_the_asked_length_and_are_the_same_each_time() -> None:
    made = list(articles(20, words=300, seed=3))
    assert made == list(articles(20, words=300, seed=3))
    assert made != list(articles(20, words=300, seed=4))
    assert len({article.uri for article in made}) == 20
    for text in told(made):
        assert 270 <= len(words(text)) < 400


def test_articles_are_made_one_by_one() -> None:
    assert len(list(islice(articles(10**9), 3))) == 3


def test_articles_share_hardly_any_run_of_words() -> None:
    page = [set(shingles(words(text))) for text in told(list(articles(30)))]
    shared = [len(one & other) for n, one in enumerate(page) for other in page[:n]]
    assert max(shared) < 20


def told(made: list[Article]) -> list[str]:
    """Return the paragraphs that stand in one article alone: the furniture stands in several."""
    pages = [re.findall(r"<p>(.*?)</p>", article.body.decode()) for article in made]
    counts = Counter(paragraph for page in pages for paragraph in set(page))
    return ["\n".join(p for p in page if counts[p] == 1) for page in pages]


LINES = (
    Line("The mill in Arden shut 120 looms on Monday.", "s", "o"),
    Line("Nobody said why because nobody knew."),
)


def test_cutting_takes_from_below() -> None:
    assert cut(LINES, 1) == LINES[:1]


def test_moving_brings_the_day_to_the_front() -> None:
    assert moved(LINES, "Monday")[0].text == "On Monday the mill in Arden shut 120 looms."
    assert moved(LINES, "Friday") == LINES


def test_miscopying_changes_the_first_figure_alone() -> None:
    assert "shut 1200 looms" in miscopied(LINES)[0].text
    assert miscopied((Line("It cost 47 crowns of 47."),))[0].text == "It cost 74 crowns of 47."
    assert miscopied(LINES[1:]) == LINES[1:]


def test_rewording_keeps_what_a_line_states() -> None:
    changed = reworded(LINES, [["because", "as"], ["said", "told"]], Random(1))  # noqa: S311 - a made world, no secret
    assert changed != LINES
    assert [line.story for line in changed] == ["s", ""]


def test_a_sentence_within_another_loses_capital_and_stop() -> None:
    assert within("The gate fell.") == "the gate fell"
    assert within("Arden burned.") == "Arden burned"


PAGE = Page(
    outlet="Arden Post",
    host="arden-post.example",
    path="/a",
    title="Looms <shut>",
    published="2026-02-03T04:05:06+00:00",
    paragraphs=("## Why", "See [the letter](/arden-post.example/b) & weep.", "> Nobody knew."),
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_is_escaped_and_linked_in_every_layout(layout: str) -> None:
    body = render(PAGE, layout).decode()
    assert '<p>See <a href="/arden-post.example/b">the letter</a> &amp; weep.</p>' in body
    assert "<h2>Why</h2>" in body
    assert "<blockquote>Nobody knew.</blockquote>" in body
    assert "<shut>" not in body.partition("<body")[2]
    assert 'property="og:site_name" content="Arden Post"' in body
    assert "3 February 2026" in body


def test_pasted_text_has_no_markup() -> None:
    assert "See the letter & weep." in plain(PAGE).decode()


def test_what_changes_on_the_way_is_told_with_the_words_of_both_sides() -> None:
    for seed in range(8):
        world = generate(seed)
        dependent = {(edge.downstream, edge.upstream) for edge in world.truth.derivations}
        for drift in world.truth.drifts:
            assert (drift.downstream, drift.upstream) in dependent, seed
            assert drift.before != drift.after, seed
