"""Declared: what a text says of itself. Its genre, and where it says that it comes from.

``origins``   datelines, credit lines, syndication, first reports, hat tips, translations, bylines
``genre``     news report, opinion page, guest column, press release, wire copy, or unknown
``signs``     the table of patterns, each with words of which one stands in every match
``names``     what is taken for the name of an outlet
``agencies``  the world's news agencies, with usual abbreviations
``links``     hyperlinks that stand in a sentence beside a word of citing

A declaration is no proof: a text can say that it comes from anywhere. Which captured text is
meant is told by ``lineage``. Patterns are bounded, read a line at most, and take time linear in
the length of the text. English only, but for names; what is said in other words is not found.
"""

from typing import NamedTuple

from provenance.declared.genre import genre_of
from provenance.declared.origins import sightings
from provenance.model import DeclaredOrigin, Document, Genre

__all__ = ["Declared", "declare"]


class Declared(NamedTuple):
    """What a document says of itself, with the rule and the words that show its genre."""

    genre: Genre
    rule: str
    words: str
    origins: tuple[DeclaredOrigin, ...]


def declare(document: Document) -> Declared:
    """Return what a document says of itself."""
    found = sightings(document)
    genre, rule, words = genre_of(document, found)
    return Declared(genre, rule, words, tuple(each.origin for each in found))
