"""What an invented desk shows; others change it behind the room's back."""

import threading
import time
from collections.abc import Sequence

from provenance.errors import (
    ProvenanceError,
    UnknownHandleError,
    WorkspaceError,
)
from provenance.model import (
    ClaimKind,
    Genre,
)
from provenance.model.dossier import (
    CaseView,
    ClaimRow,
    ClaimView,
    DocumentView,
    ImpactChange,
    ImpactView,
    LeadView,
    Opening,
    SubjectView,
)
from provenance.workspace.notes import Note
from provenance.workspace.undo import TakenBack
from tests.tui.fake_views import (
    KINDS,
    SENTENCES,
    claim,
    document,
    identity,
    inquiry,
    row,
    text_of,
)


def leads() -> tuple[LeadView, ...]:
    return (
        LeadView(
            rank=1,
            rule="primary missing",
            sentence="Find the minutes of the harbour board.",
            search=("harbour board minutes cranes Valmora",),
            claims=("c1", "c6"),
            findings=("f1", "f6"),
            inquiries=(inquiry(),),
        ),
        LeadView(
            rank=2,
            rule="verifiers unnamed",
            sentence="Find out who the engineers are.",
            search=(),
            claims=("c2",),
            findings=("f2",),
            inquiries=(),
        ),
    )


class FakeLooking:
    """Keeps claims in dictionaries."""

    def __init__(self, sentences: tuple[str, ...] = SENTENCES, *, reviewers: int = 1) -> None:
        docs = (document(1, text_of(sentences)), document(2, text_of(sentences), "Cranes sold"))
        self.documents = {doc.handle: doc for doc in docs}
        self.views: dict[str, ClaimView] = {}
        self.flags: dict[str, tuple[str, ...]] = {}
        for number, sentence in enumerate(sentences, 1):
            kind = KINDS[(number - 1) % len(KINDS)]
            view = claim(number, sentence, kind, *(docs if number == 1 else docs[:1]))
            self.views[view.id] = view
            self.flags[view.id] = ("circular", "drift") if number == 1 else ("unnamed",)
        self.reviewers = reviewers
        self.history: list[tuple[TakenBack, ClaimView]] = []
        self.scratch: list[Note] = []
        self.calls: list[tuple[object, ...]] = []
        self.refusal: ProvenanceError | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.delay = 0.0  # seconds that each answer takes
        self.unreadable = ""  # a claim
        self.threads: set[int] = set()
        self.closed = False
        self.first = 30  # claims that are shown before the others
        self.named: tuple[str, ...] = ()  # sources that were asked about last
        self.last_kind: ClaimKind | None = None  # claims of this kind come last

    def opening(self, most: int) -> Opening:
        case = CaseView(
            id=identity("case", 1),
            version=identity("case", 2),
            name="Harbour cranes",
            question="Were the cranes sold?",
            handling="TLP:GREEN",
            bottom_line="",
            caveats=(),
            reviewers=self.reviewers,
        )
        rows = self.queue()
        return Opening(
            case=case, agent="Ada Quill", claims=len(rows), rows=rows[: min(most, self.first)]
        )

    def queue(self) -> tuple[ClaimRow, ...]:
        self.threads.add(threading.get_ident())
        rows = [row(view, *self.flags[view.id]) for view in self.views.values()]
        return tuple(sorted(rows, key=lambda each: self.last_kind is each.type))

    def claim(self, identity: str) -> ClaimView:
        time.sleep(self.delay)
        if identity == self.unreadable:
            raise WorkspaceError("The claim cannot be read.")
        return self._there(identity)

    def document(self, handle: str) -> DocumentView:
        return self.documents[handle]

    def leads(self) -> tuple[LeadView, ...]:
        return leads()

    def impacts(self, document: str, sources: Sequence[str]) -> tuple[ImpactView, ...]:
        change = ImpactChange(
            claim="c1",
            wording="The harbour board sold four cranes.",
            before="B2",
            after="F6",
            because_before="Two origins.",
            because_after="No origin.",
            steps=6,
        )
        fallen = ImpactView(
            handle=document,
            name="Valmora Post",
            documents=(document,),
            changes=(change,),
            left_bare=(),
        )
        others = [
            ImpactView(handle=each, name="Somebody", documents=(), changes=(), left_bare=())
            for each in sources
        ]
        return (fallen, *others)

    def subjects(self, document: str, sources: Sequence[str]) -> tuple[SubjectView, ...]:
        time.sleep(self.delay)
        self.named = tuple(sources)
        text = SubjectView(
            handle=document,
            kind="text",
            name="Cranes gone",
            genre=Genre.NEWS_REPORT,
            ours=False,
            fell="",
        )
        outlet = SubjectView(
            handle="s1", kind="outlet", name="Valmora Post", genre=None, ours=True, fell=""
        )
        return (text, outlet)

    def notes(self, handle: str) -> tuple[Note, ...]:
        return tuple(note for note in self.scratch if note.about == handle)

    def close(self) -> None:
        self.threads.add(threading.get_ident())
        self.closed = True

    def erase_elsewhere(self, number: int) -> None:
        """Another person erases a claim: its line may still be on the screen."""
        del self.views[identity("c", number)]

    def change_elsewhere(self, number: int) -> None:
        """Another person corrects a claim: what was seen is no longer current."""
        view = self.views[identity("c", number)]
        version = identity("w", number)
        self.views[view.id] = view.model_copy(update={"version": version, "reliability": "C"})

    def _there(self, identity: str) -> ClaimView:
        if identity not in self.views:
            raise UnknownHandleError("It was erased: an order of the court")
        return self.views[identity]
