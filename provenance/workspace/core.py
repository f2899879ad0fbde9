"""A workspace: a folder with records, log and blobs, found from the current one upward.

``step`` is the only way in which records come to be. Each belongs to one activity of one agent,
signed with the agent's key; ``close`` signs a checkpoint over what was added.
"""

import sys
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from provenance.audit import Entry, sign_entry
from provenance.clock import Clock, SystemClock
from provenance.entropy import Entropy, SystemEntropy, new_id
from provenance.errors import (
    ForeignKeyError,
    ForkError,
    UsageError,
    WorkspaceError,
)
from provenance.model import (
    Agent,
    AgentRole,
    Case,
    KeyChange,
    KeyUse,
    LogKey,
    Record,
    key_now,
)
from provenance.settings import Settings
from provenance.store.blobs import Blobs
from provenance.store.erasing import erasing
from provenance.store.keys import Identity, KeyFolder, LogSigner
from provenance.store.postings import Postings
from provenance.store.store import STEP, Actor, Store
from provenance.workspace.locate import DATABASE, FOLDER, find_root

PROGRAM = "provenance"
Step = tuple[Entry, Sequence[Record]]


class Workspace:
    """An opened workspace and the person who works on it."""

    def __init__(
        self,
        root: Path,
        settings: Settings,
        *,
        clock: Clock | None = None,
        entropy: Entropy | None = None,
    ) -> None:
        """Use a folder that is a workspace; a fixed source of salts is refused outside tests."""
        self.root = root
        self.settings = settings
        self.clock = clock or SystemClock()
        self.entropy = entropy or SystemEntropy()
        if self.entropy.deterministic and "pytest" not in sys.modules:
            raise UsageError("salts that can be guessed hide nothing: use the system's entropy")
        self.store = Store(self.database_path)
        self.postings = Postings(self.store.database)
        self.blobs = Blobs(root / FOLDER / "blobs")
        self.keys = KeyFolder(settings.home, settings.secret)
        self._appended = False
        self._noting: list[Step] | None = None

    @property
    def database_path(self) -> Path:
        """Where the database lies."""
        return self.root / FOLDER / DATABASE

    # ---- who and what

    @cached_property
    def _identity(self) -> tuple[Agent, Identity]:
        """The agent that this person is, and the key with which the desk knows them."""
        changes = self.store.current(KeyChange)
        known = {key_now(each.public_key, changes): each for each in self.store.current(Agent)}
        mine = [self.keys.identity(), *self.keys.identities()[1:]]
        for identity in mine:
            agent = known.get(b64encode(identity.public()).decode())
            if agent is not None:
                return agent, identity
        if {b64encode(each.public()).decode() for each in mine} & {each.former for each in changes}:
            raise ForeignKeyError(
                "your key was given up on this desk, and the one that came after it is not in "
                f"{self.keys.home}; bring it there"
            )
        raise ForeignKeyError(
            "your key is not known on this desk; ask one of its agents to run: "
            f'provenance agent add "{self.keys.name()}" {public_text(self.keys)}'
        )

    @property
    def me(self) -> Agent:
        """The agent whose key this person holds; a ForeignKeyError where there is none."""
        return self._identity[0]

    @property
    def my_key(self) -> Identity:
        """The key with which this person signs here."""
        return self._identity[1]

    @cached_property
    def _my_commitment(self) -> bytes:
        return self.store.commitment(self.me)

    def forget_me(self) -> None:
        """Look again who this person is, after a change of keys."""
        del self._identity

    @cached_property
    def program(self) -> Agent:
        """The agent in whose name proposals are made."""
        for agent in self.store.current(Agent):
            if agent.role is AgentRole.PROGRAM and agent.name == PROGRAM:
                return agent
        raise WorkspaceError("the workspace names no program agent; run: provenance verify")

    @property
    def case(self) -> Case:
        """The case that this workspace is about, as it is now."""
        cases = self.store.current(Case)
        if not cases:
            raise WorkspaceError("the workspace has no case; run: provenance verify")
        return cases[0]

    @property
    def signer(self) -> LogSigner:
        """The signer of this log's checkpoints; its key may lie with somebody else."""
        return self.keys.log(self.log_key.origin)

    @property
    def log_key(self) -> LogKey:
        """The key under which the log is signed now."""
        last = self.store.current(LogKey)[-1]
        key = key_now(last.verifier_key, self.store.current(KeyChange))
        return last.model_copy(update={"verifier_key": key})

    # ---- writing

    def new_id(self) -> str:
        """Return a fresh record id."""
        return new_id(self.entropy)

    def step(self, kind: str, records: Sequence[Record], *, erase: Sequence[Record] = ()) -> Entry:
        """Insert the records of one step, signed by this person, and return the log's entry.

        ``erase`` are destroyed in the same transaction; the first record is their Erasure.
        """
        self._check_not_behind()
        return self._append(kind, records, erase)

    def restart(self, records: Sequence[Record]) -> Entry:
        """Record that a backup was put back; with a new log key nothing signed is contradicted."""
        return self._append("restore", records)

    def _append(self, kind: str, records: Sequence[Record], erase: Sequence[Record] = ()) -> Entry:
        key = self.my_key.unlocked()
        if not self._appended:
            self._note_account(key)
        return self._signed(kind, records, key, erase)

    def _note_account(self, key: Ed25519PrivateKey) -> None:
        """Write down that this agent's key is used from this account, the first time it is."""
        use = KeyUse(id=self.new_id(), agent=self.me.id, account=self.settings.account)
        known = {each.place for each in self.store.current(KeyUse)}
        if use.account and use.place not in known:
            self._signed("key use", [use], key)

    def _signed(
        self,
        kind: str,
        records: Sequence[Record],
        key: Ed25519PrivateKey,
        erase: Sequence[Record] = (),
    ) -> Entry:
        actor = Actor(self._my_commitment, lambda entry: sign_entry(entry, key))
        entry = self.store.append(
            kind,
            records,
            at=self.clock.now(),
            actor=actor,
            entropy=self.entropy,
            first=erasing(erase, records[0].id) if erase else None,
        )
        self._appended = True
        if self._noting is not None:
            self._noting.append((entry, records))
        return entry

    def steps(self, kind: str, records: Sequence[Record]) -> list[Entry]:
        """Insert any number of records, in as many steps as their number asks for."""
        return [
            self.step(kind, records[start : start + STEP]) for start in range(0, len(records), STEP)
        ]

    @contextmanager
    def noting(self) -> Iterator[list[Step]]:
        """Yield a list that receives each step taken during the block, for who goes on from it."""
        self._noting = steps = list[Step]()
        try:
            yield steps
        finally:
            self._noting = None

    def _check_not_behind(self) -> None:
        """Refuse to add to a log that is shorter than what was signed here (ForkError)."""
        if self._appended:
            return
        last = self.signer.last_signed()
        if last is not None and last.size > self.store.size():
            raise ForkError(
                f"the log has {self.store.size()} entries, but a checkpoint over {last.size} was "
                "signed here: an older copy of the workspace was put back. Nothing is written. "
                "Put the newer copy back, or say that this is meant: "
                'provenance restore BACKUP --why "…"'
            )

    def seal(self) -> bool:
        """Sign a checkpoint over the whole log; False where this person does not hold its key."""
        signer, verifier = self.signer, self.log_key.verifier_key
        if signer.key(verifier) is None:
            return False
        size = self.store.size()
        note = signer.sign(size, self.store.leaves, verifier)
        self.store.keep_checkpoint(signer.origin, size, note)
        return True

    def close(self) -> None:
        """Sign a checkpoint over what was added since the workspace was opened; close the file."""
        if self._appended:
            self.seal()
            self._appended = False
        self.store.database.release()


@contextmanager
def opened(
    settings: Settings,
    *,
    clock: Clock | None = None,
    entropy: Entropy | None = None,
) -> Iterator[Workspace]:
    """Yield the workspace that the settings name, its schema checked; seal it at the end."""
    workspace = Workspace(find_root(settings), settings, clock=clock, entropy=entropy)
    workspace.store.database.check_revision()
    try:
        yield workspace
    finally:
        workspace.close()


def public_text(keys: KeyFolder) -> str:
    """Return the public half of a person's key as base64."""
    return b64encode(keys.identity().public()).decode()


def quiet(*_told: object) -> None:
    """Tell nobody how far the work has come."""
