"""An invented desk in memory: the same protocol as the real one, no database."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence

from provenance.errors import (
    ConflictError,
    ReviewError,
    UnknownHandleError,
)
from provenance.model import (
    ClaimKind,
    DerivationKind,
    Genre,
    Level,
    Modality,
    Stance,
    State,
    StepRole,
)
from provenance.model.dossier import (
    ClaimView,
    ReviewState,
    ReviewView,
)
from provenance.model.judgement import Decision
from provenance.workspace.notes import Note
from provenance.workspace.undo import TakenBack
from tests.tui.fake_looking import FakeLooking
from tests.tui.fake_views import (
    AT,
    identity,
)


class FakeDesk(FakeLooking):
    """Keeps what is decided; ``gate`` holds steps back, ``refusal`` makes the next fail."""

    def decide(
        self,
        claim: ClaimView,
        decision: Decision,
        *,
        reliability: str | None,
        credibility: str | None,
        reason: str,
    ) -> ClaimView:
        self.calls.append((claim.handle, decision, reliability, credibility, reason))
        state: ReviewState = "refused" if decision is Decision.REFUSE else "reviewed"
        review = ReviewView(
            stage=1,
            decision=decision.value,
            reliability=reliability,
            credibility=credibility,
            reason=reason,
            reviewer="Ada Quill",
            at=AT,
        )
        return self._step(
            claim,
            lambda view: view.model_copy(
                update={
                    "state": state,
                    "proposed": False,
                    "reliability": reliability or view.reliability,
                    "credibility": credibility or view.credibility,
                    "reviews": (*view.reviews, review),
                }
            ),
        )

    def undo(self) -> TakenBack:
        self.threads.add(threading.get_ident())
        time.sleep(self.delay)
        if not self.history:
            raise ReviewError("Nothing to undo.")
        what, before = self.history.pop()
        self.views[before.id] = before
        return what

    def correct(
        self,
        claim: ClaimView,
        *,
        type: ClaimKind | None = None,  # noqa: A002
        modality: Modality | None = None,
        level: Level | None = None,
        wording: str | None = None,
        times: tuple[str, ...] | None = None,
        places: tuple[str, ...] | None = None,
        published: str | None = None,
        steps: Mapping[StepRole, tuple[str, ...]] | None = None,
    ) -> ClaimView:
        given = (claim.handle, type, modality, wording, published)
        more = (level, times, places, dict(steps) if steps else None)
        self.calls.append((*given, *(each for each in more if each is not None)))
        changed = {"type": type or claim.type, "wording": wording or claim.wording}
        return self._step(claim, lambda view: view.model_copy(update=changed))

    def part(self, claim: ClaimView, quotes: Sequence[str]) -> ClaimView:
        self.calls.append((claim.handle, "parts", *quotes))
        return self._step(claim, lambda view: view.model_copy(update={"wording": quotes[0]}))

    def split(self, claim: ClaimView, place: str) -> ClaimView:
        self.calls.append((claim.handle, "split", place))
        return self._step(claim, lambda view: view)

    def merge(self, claim: ClaimView, into: str) -> ClaimView:
        self.calls.append((claim.handle, "merge", into))
        other = next((each for each in self.views.values() if each.handle == into), None)
        if other is None:
            raise UnknownHandleError(f"there is no claim {into} in this workspace")
        return self._step(other, lambda view: view)

    def mark(
        self,
        document: str,
        quote: str,
        *,
        occurrence: int | None,
        type: ClaimKind,  # noqa: A002
        modality: Modality,
        said_by: tuple[str, ...],
        claim: str,
    ) -> ClaimView:
        self.calls.append((document, quote, occurrence, type, modality, said_by, claim))
        if quote not in self.document(document).text:
            raise UnknownHandleError("these words do not stand there")
        known = self.views[identity("c", 2)]
        return self._step(known, lambda view: view)

    def settle(
        self, claim: ClaimView, record: str, state: State, *, stance: Stance | None
    ) -> ClaimView:
        def settled(view: ClaimView) -> ClaimView:
            ties = tuple(
                each.model_copy(update={"state": state}) if each.id == record else each
                for each in view.derivations
            )
            return view.model_copy(update={"derivations": ties})

        self.calls.append((record, state, stance))
        return self._step(claim, settled)

    def tie(
        self,
        claim: ClaimView,
        document: str,
        other: str,
        *,
        kind: DerivationKind | None,
        stance: Stance | None,
    ) -> ClaimView:
        self.calls.append((document, other, kind, stance))
        return self._step(claim, lambda view: view)

    def name_source(self, claim: ClaimView, words: str, name: str) -> ClaimView:
        self.calls.append((claim.handle, words, name))

        def named(view: ClaimView) -> ClaimView:
            place = view.appearances[0]
            steps = tuple(
                step.model_copy(update={"name": name, "named": True})
                if step.name == words
                else step
                for step in place.steps
            )
            first = place.model_copy(update={"steps": steps})
            return view.model_copy(update={"appearances": (first, *view.appearances[1:])})

        return self._step(claim, named)

    def give_genre(self, claim: ClaimView, document: str, genre: Genre, why: str) -> ClaimView:
        self.calls.append((document, genre, why))
        return self._step(claim, lambda view: view)

    def own(self, claim: ClaimView, subject: str, *, ours: bool, why: str) -> ClaimView:
        self.calls.append((subject, ours, why))
        return self._step(claim, lambda view: view)

    def retract(self, claim: ClaimView, subject: str, *, notice: str, why: str) -> ClaimView:
        self.calls.append((subject, notice, why))
        return self._step(claim, lambda view: view)

    def add_note(self, handle: str, text: str) -> tuple[Note, ...]:
        self.gate.wait(10)
        number = len(self.scratch) + 1
        self.scratch.append(Note(number=number, at=AT, about=handle, text=text))
        return self.notes(handle)

    def delete_note(self, handle: str, number: int) -> tuple[Note, ...]:
        self.scratch = [note for note in self.scratch if note.number != number]
        return self.notes(handle)

    def _step(self, seen: ClaimView, change: Callable[[ClaimView], ClaimView]) -> ClaimView:
        self.threads.add(threading.get_ident())
        self.gate.wait(10)
        time.sleep(self.delay)
        if self.refusal is not None:
            refusal, self.refusal = self.refusal, None
            raise refusal
        before = self._there(seen.id)
        if before.version != seen.version:
            raise ConflictError(f"{seen.handle} was changed by Bo Marsh. Look again, then decide.")
        self.views[seen.id] = change(before)
        decision = len(self.views[seen.id].reviews) > len(before.reviews)
        done = TakenBack(words=f"step about {seen.handle}", claim=seen.id, decision=decision)
        self.history.append((done, before))
        return self.views[seen.id]
