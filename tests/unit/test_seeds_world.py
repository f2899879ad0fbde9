import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from seeds.world import NEWSROOM, Article, World, load

WORLD = load()
IDS = {article.id: article for article in WORLD.articles}


def visible(article: Article) -> str:
    text = article.body.decode()
    if not article.media_type.startswith("text/html"):
        return text
    tree = LexborHTMLParser(text)
    tree.strip_tags(["head", "script", "style"])
    return tree.text() if tree.body is None else tree.body.text()


def fragments() -> Iterator[tuple[str, str]]:
    for story in WORLD.truth.stories:
        for appearance in story.appearances:
            yield appearance.document, appearance.fragment
    for sentence in WORLD.truth.sentences:
        yield sentence.document, sentence.fragment
    for drift in WORLD.truth.drifts:
        yield drift.upstream, drift.before
        yield drift.downstream, drift.after


def named_documents() -> Iterator[str]:
    yield from (document for document, _ in fragments())
    for edge in WORLD.truth.derivations:
        yield from (edge.downstream, edge.upstream)
    for group in (*WORLD.truth.rings, *WORLD.truth.lookalikes):
        yield from group


def test_the_newsroom_holds_about_thirty_documents_under_unique_ids_and_addresses() -> None:
    assert 28 <= len(WORLD.articles) <= 36
    assert len(IDS) == len(WORLD.articles)
    assert len({article.uri for article in WORLD.articles}) == len(WORLD.articles)


def test_every_file_of_the_newsroom_belongs_to_a_document() -> None:
    listed = (NEWSROOM / "world.toml").read_text(encoding="utf-8")
    for file in NEWSROOM.iterdir():
        if file.suffix != ".toml":
            assert f'file = "{file.name}"' in listed


def test_hosts_are_reserved_names() -> None:
    for article in WORLD.articles:
        for host in re.findall(r"https?://([^/\"\s]+)", article.body.decode() + article.uri):
            assert host.endswith(".example") or host == "schema.org", (article.id, host)


def test_the_truth_speaks_only_of_documents_that_exist() -> None:
    assert set(named_documents()) <= set(IDS)


@pytest.mark.parametrize(("document", "fragment"), sorted(set(fragments())))
def test_a_fragment_stands_exactly_once_in_its_document(document: str, fragment: str) -> None:
    assert IDS[document].body.decode().count(fragment) == 1
    assert visible(IDS[document]).count(fragment) == 1


def test_no_appearance_is_left_out() -> None:
    for story in WORLD.truth.stories:
        for fragment in {appearance.fragment for appearance in story.appearances}:
            holders = {a.id for a in WORLD.articles if fragment in a.body.decode()}
            assert holders <= story.documents, (story.id, fragment)


def test_an_appearance_is_unique_in_its_story() -> None:
    for story in WORLD.truth.stories:
        counts = Counter(appearance.document for appearance in story.appearances)
        assert set(counts.values()) == {1}, story.id


def test_a_later_document_never_comes_before_the_one_it_derives_from() -> None:
    rings = WORLD.truth.rings
    for edge in WORLD.truth.derivations:
        if any({edge.downstream, edge.upstream} <= ring for ring in rings):
            continue
        later, earlier = IDS[edge.downstream].published, IDS[edge.upstream].published
        assert later is None or (earlier is not None and earlier < later), edge


def test_lookalikes_share_no_story_and_no_derivation() -> None:
    edges = {frozenset((e.downstream, e.upstream)) for e in WORLD.truth.derivations}
    for pair in WORLD.truth.lookalikes:
        assert frozenset(pair) not in edges
        assert not any(set(pair) <= story.documents for story in WORLD.truth.stories)


def test_the_outlet_and_the_date_stand_in_the_page_itself() -> None:
    for article in WORLD.articles:
        if article.media_type.startswith("text/html"):
            tree = LexborHTMLParser(article.body.decode())
            site = tree.css_first('meta[property="og:site_name"]')
            assert site is not None
            assert site.attributes["content"] == article.outlet
            assert article.published is not None
            assert article.published[:10] in article.body.decode()


def test_links_between_documents_lead_to_documents() -> None:
    linked = {
        (edge.downstream, edge.upstream)
        for edge in WORLD.truth.derivations
        if WORLD.article(edge.upstream).path in WORLD.article(edge.downstream).body.decode()
    }
    assert ("signal-letters", "ledger-letters") in linked
    assert ("today-correction", "today-ferries") in linked


def test_an_address_leads_back_to_its_article() -> None:
    for article in WORLD.articles:
        assert WORLD.at(article.uri) == article
        assert WORLD.at(WORLD.address(article, "http://127.0.0.1:8000/")) == article
    assert WORLD.at("https://nowhere.example/") is None


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        WORLD.article("no-such-document")


def test_a_quote_leads_to_its_stories() -> None:
    story = WORLD.truth.stories[0]
    first = story.appearances[0]
    sentence = f"Yesterday the ministry {first.fragment}, it said."
    assert story.id in WORLD.truth.stories_at(first.document, sentence)
    assert WORLD.truth.stories_at(first.document, "Nothing of the kind.") == ()


def test_the_truth_names_what_the_newsroom_must_hold() -> None:
    truth = WORLD.truth
    kinds = Counter(edge.kind for edge in truth.derivations)
    assert kinds["copy"] == 9
    assert {"rewrite", "citation", "quotation", "correction", "original"} <= set(kinds)
    assert len(truth.rings) == 1
    assert {sentence.kind for sentence in truth.sentences} == {
        "fact",
        "forecast",
        "opinion",
        "norm",
    }
    assert {drift.change for drift in truth.drifts} == {
        "hedge dropped",
        "verification strengthened",
        "agreed became delivered",
        "quantity changed",
    }
    assert any(len(story.origins) > 2 for story in truth.stories)


def test_a_world_is_read_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The bridge is shut.\n")
    (tmp_path / "world.toml").write_text(
        '[[documents]]\nid = "a"\nfile = "a.txt"\nuri = "https://a.example/a"\n'
        'media_type = "text/plain"\n'
    )
    (tmp_path / "truth.toml").write_text('[[rings]]\ndocuments = ["a", "b"]\n')
    world = load(tmp_path)
    assert isinstance(world, World)
    assert world.articles == (
        Article("a", "https://a.example/a", None, None, "text/plain", b"The bridge is shut.\n"),
    )
    assert world.truth.rings == {frozenset({"a", "b"})}
