"""Which graded claims rest on a document, a source or a name: those that fall can change.

A claim rests on the documents in which it appears and on all to which origins follow it up
(``lineage.origins``), step by step as they do, so that a text that shares an author with another
does not stand behind all that this one says. It rests on the sources in its chains, on outlets
that are only named, on captured documents that it speaks of, and on what it is compared with.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from provenance.lineage import Fallen
from provenance.lineage.credits import outlet_key
from provenance.lineage.ties import bears_on_words
from provenance.model import Appearance, SourceType
from provenance.text import fold
from provenance.workspace.features import is_graded
from provenance.workspace.picture import Picture


class Reach:
    """The graded claims of a picture by what they rest on."""

    def __init__(self, picture: Picture) -> None:
        """Follow nothing up yet."""
        self._picture = picture

    @property
    def documents(self) -> Iterable[str]:
        """The documents in which graded claims appear."""
        return self._of_document

    @property
    def sources(self) -> Iterable[str]:
        """The sources in the chains behind graded claims."""
        return self._of_source

    def of(self, documents: Iterable[str], fallen: Fallen) -> set[str]:
        """Return the claims that rest on documents, or on what else fell."""
        found: set[str] = set()
        for source in fallen.sources:
            found |= self._of_source.get(source, set())
        for name in fallen.names:
            found |= self._resting.get(f"name:{name}", set())
        for document in documents:
            found |= self._resting.get(document, set()) | self._naming(document)
        return found

    def _naming(self, document: str) -> set[str]:
        """Return the claims that name a document as what shows them, or are compared with it."""
        record = self._picture.documents[document]
        named = self._of_name.get(fold(record.title or ""), set())
        linking = {
            claim
            for of in self._linking.get(record.uri, ())
            for claim in self._of_document.get(of, ())
        }
        return named | linking | self._compared.get(document, set())

    @cached_property
    def _resting(self) -> Mapping[str, set[str]]:
        """The claims by the documents, and the names of outlets, to which they are followed up."""
        found: dict[str, set[str]] = defaultdict(set)
        for claim, said in self._said.items():
            for node in self._walked(said):
                found[node].add(claim)
        return found

    def _walked(self, said: Sequence[Appearance]) -> set[str]:
        """Return where following up the appearances of a claim leads, these included."""
        wordings: dict[str, list[str]] = defaultdict(list)
        for each in said:
            wordings[each.document].append(each.wording)
        seen, names = set(wordings), set[str]()
        waiting = [each for each in seen if self._picture.is_tied(each)]
        while waiting:
            document = waiting.pop()
            further: list[str] = []
            for tie in self._picture.ties.up.get(document, ()):
                if not bears_on_words(tie, wordings.get(document, ())):
                    continue
                if tie.upstream is not None:
                    further.append(tie.upstream)
                elif tie.upstream_name:
                    names.add(f"name:{outlet_key(tie.upstream_name)}")
            for tie in self._picture.ties.beside.get(document, ()):
                other = tie.upstream if tie.downstream == document else tie.downstream
                near = [w for each in (document, other) if each for w in wordings.get(each, ())]
                if other is not None and bears_on_words(tie, near):
                    further.append(other)
            fresh = [each for each in further if each not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
        return seen | names

    @cached_property
    def _said(self) -> Mapping[str, Sequence[Appearance]]:
        """What makes each graded claim, or bears on it."""
        picture = self._picture
        return {
            claim: (
                *members,
                *(picture.appearances[link.appearance] for link in picture.bearing.get(claim, ())),
            )
            for claim, members in picture.members.items()
            if is_graded(picture.claims[claim])
        }

    def _bearing(self) -> Iterator[tuple[str, Appearance]]:
        """Yield each graded claim with each appearance that makes it or bears on it."""
        for claim, said in self._said.items():
            yield from ((claim, each) for each in said)

    @cached_property
    def _of_document(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim, appearance in self._bearing():
            found[appearance.document].add(claim)
        return found

    @cached_property
    def _of_source(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim, appearance in self._bearing():
            chain = self._picture.attributions.get(appearance.of)
            for step in chain.steps if chain else ():
                if step.source:
                    found[step.source].add(claim)
        return found

    @cached_property
    def _of_name(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim, appearance in self._bearing():
            chain = self._picture.attributions.get(appearance.of)
            for step in chain.steps if chain else ():
                if step.type is SourceType.DOCUMENT and step.named:
                    found[fold(step.name)].add(claim)
        return found

    @cached_property
    def _linking(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for document in self._picture.documents.values():
            for link in document.links:
                found[link.uri].add(document.id)
        return found

    @cached_property
    def _compared(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim, comparison in self._picture.comparisons.items():
            if comparison.record and claim in self._picture.members:
                found[comparison.record].add(claim)
        return found
