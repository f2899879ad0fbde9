import pytest

from provenance.network import Fetcher, HttpFetcher
from seeds.world import Derivation
from tests.newsroom import Newsroom

SENTENCE = "The lock keeper of Varden has sold the spare gate for 900 crowns."


def test_a_newsroom_is_a_fetcher() -> None:
    room = Newsroom()
    story = room.publish("Varden Post", "Gate sold", SENTENCE)
    fetcher: Fetcher = room
    exchange = fetcher.fetch(story.uri)
    assert exchange.outcome == "complete"
    assert exchange.status == 200
    assert exchange.body is not None
    assert SENTENCE.encode() in exchange.body


def test_the_network_and_the_memory_give_the_same_bytes() -> None:
    room = Newsroom()
    story = room.publish("Varden Post", "Gate sold", SENTENCE, layout="tabloid")
    inside = room.fetch(story.uri)
    with room.served() as base:
        outside = HttpFetcher().fetch(base + story.path)
    assert outside.outcome == inside.outcome
    assert outside.body == inside.body
    assert (outside.media_type, outside.charset) == (inside.media_type, inside.charset)


def test_unknown_pages_and_unknown_hosts_fail_with_their_reason() -> None:
    room = Newsroom()
    room.publish("Varden Post", "Gate sold", SENTENCE)
    assert room.fetch("https://varden-post.example/none").status == 404
    missing = room.fetch("https://elsewhere.example/none")
    assert missing.status is None
    assert missing.reason == "the host name was not found"


def test_a_syndicated_story_keeps_the_words_and_the_credit() -> None:
    room = Newsroom()
    story = room.publish("Varden Post", "Gate sold", SENTENCE, "Nobody was hurt.")
    copy = room.syndicate(story, "Lesser Mail", keep=1)
    assert copy.page.paragraphs == (SENTENCE, "Source: Varden Post")
    bare = room.syndicate(story, "Bare Mail", credit=False, title="Gate gone")
    assert bare.page.paragraphs == story.page.paragraphs
    assert room.world().truth.derivations == (
        Derivation(copy.id, story.id, "copy"),
        Derivation(bare.id, story.id, "copy"),
    )
    assert story.page.published < copy.page.published < bare.page.published


def test_a_quotation_links_to_its_original() -> None:
    room = Newsroom()
    story = room.publish("Varden Post", "Gate sold", SENTENCE)
    quoting = room.quote(story, "Lesser Mail", SENTENCE, "We find that cheap.")
    body = quoting.article().body.decode()
    assert f'<a href="{story.path}">Varden Post</a>' in body
    with pytest.raises(ValueError, match="does not say that"):
        room.quote(story, "Lesser Mail", "It never happened.")


def test_a_correction_leaves_the_wrong_page_standing() -> None:
    room = Newsroom()
    story = room.publish("Varden Post", "Gate sold", SENTENCE)
    correction = room.correct(story, "900 crowns", "90 crowns")
    assert SENTENCE.encode() in (room.fetch(story.uri).body or b"")
    assert b"90 crowns" in (room.fetch(correction.uri).body or b"")
    assert room.world().truth.derivations[-1].kind == "correction"


def test_a_retraction_takes_the_place_of_the_story() -> None:
    room = Newsroom()
    story = room.publish("Varden Post", "Gate sold", SENTENCE)
    room.retract(story, "The gate is still there.")
    body = room.fetch(story.uri).body or b""
    assert SENTENCE.encode() not in body
    assert b"The gate is still there." in body
