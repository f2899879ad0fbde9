"""Lineage that was begun early is used only for the texts that it was begun for."""

from provenance import lineage
from provenance.workspace.assess.derive import Ahead, ahead, texts_of
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture
from tests.worlds import harbour


def test_what_was_begun_is_what_would_be_found_now(empty: Workspace) -> None:
    room = harbour()
    capture(empty, [each.uri for each in room.world().articles], fetcher=room)
    picture = Picture(empty)
    texts = texts_of(picture)
    with ahead(picture) as begun:
        assert begun.traced(texts) == lineage.trace(texts)
        assert begun.traced(texts).proposals


def test_other_texts_are_traced_anew(empty: Workspace) -> None:
    room = harbour()
    capture(empty, [each.uri for each in room.world().articles], fetcher=room)
    texts = texts_of(Picture(empty))
    nothing = lineage.Traced((), {})
    begun = Ahead(texts[:1], lambda: nothing)
    assert begun.traced(texts[:1]) == nothing
    assert begun.traced(texts) == lineage.trace(texts)
