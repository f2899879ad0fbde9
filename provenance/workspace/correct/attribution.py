"""Who says it, who told them, who verified it; who stands behind an unnamed one.

A correction gives the steps of a role anew and leaves the other roles as they are. What a
person puts into a chain is marked "by hand" where a program's step has the words that show it.
"""

from collections.abc import Mapping, Sequence

from provenance.errors import UsageError
from provenance.model import (
    Appearance,
    Attribution,
    AttributionStatus,
    AttributionStep,
    Record,
    Source,
    SourceKind,
    SourceType,
    StepDetail,
    StepRole,
    Value,
)
from provenance.text import fold
from provenance.workspace.core import Workspace
from provenance.workspace.correct.step import BY_HAND, keep, next_version
from provenance.workspace.picture import Picture

_ORDER = tuple(StepRole)
_NAMED = {
    SourceType.PERSON: SourceKind.NAMED_PERSON,
    SourceType.ORGANISATION: SourceKind.NAMED_ORGANISATION,
    SourceType.OUTLET: SourceKind.NAMED_ORGANISATION,
    SourceType.DOCUMENT: SourceKind.DOCUMENT,
    SourceType.WRITER: SourceKind.WRITER,
}
_UNNAMED = {
    SourceType.PERSON: SourceKind.UNNAMED_PERSON,
    SourceType.GROUP: SourceKind.UNNAMED_GROUP,
    SourceType.DOCUMENT: SourceKind.DOCUMENT,
}


class Attributed(Value):
    """A chain as a person gives it: names by role; a role that is not given stays as it is.

    ``type`` is that of sources not known yet; without it, theirs is unknown. ``described`` are
    those of the names that are no names, but the text's words for somebody unnamed.
    """

    names: Mapping[StepRole, tuple[str, ...]]
    named: bool = True
    described: tuple[str, ...] = ()
    type: SourceType | None = None


class Chains:
    """Chains as a person corrects them, with the sources that they bring in."""

    def __init__(self, workspace: Workspace, picture: Picture, why: str) -> None:
        """Correct chains of one picture, for one reason."""
        self._workspace, self._picture, self._why = workspace, picture, why
        self._new: list[Source] = []

    @property
    def sources(self) -> Sequence[Source]:
        """The sources that were not known before."""
        return self._new

    def corrected(self, appearance: Appearance, given: Attributed) -> Attribution | None:
        """Return the chain behind an appearance as it is given, or None where it is so already."""
        chain = self._picture.attributions[appearance.of]
        steps = self._steps(appearance, chain, given)
        if steps == chain.steps and (steps or chain.status is _status(())):
            return None
        return next_version(
            self._workspace, chain, **_chained(chain, steps), rule=BY_HAND, why=self._why
        )

    def given(self, appearance: Appearance, chain: Attribution, given: Attributed) -> Attribution:
        """Return a chain that is not recorded yet as it is given."""
        steps = self._steps(appearance, chain, given)
        return chain.model_copy(update=_chained(chain, steps))

    def _steps(
        self, appearance: Appearance, chain: Attribution, given: Attributed
    ) -> tuple[AttributionStep, ...]:
        steps = [step for step in chain.steps if step.role not in given.names]
        for role, names in given.names.items():
            steps += [
                self._step(appearance, chain, role, name, given) for name in names if name.strip()
            ]
        return tuple(sorted(steps, key=lambda step: _ORDER.index(step.role)))

    def _step(
        self,
        appearance: Appearance,
        chain: Attribution,
        role: StepRole,
        name: str,
        given: Attributed,
    ) -> AttributionStep:
        if name in given.described:
            given = given.model_copy(update={"named": False})
        for step in chain.steps:
            if (step.role, fold(step.name), step.named) == (role, fold(name), given.named):
                return step
        source = self.source(name, given, appearance.document)
        return AttributionStep(
            role=role,
            name=source.name,
            named=given.named,
            type=source.type,
            words=name if name in appearance.selector.exact else "",
            cue=BY_HAND,
            source=source.of,
        )

    def source(self, name: str, given: Attributed, document: str) -> Source:
        """Return the source of a name, a new one if need be; an unnamed one is a document's."""
        owner = None if given.named else document
        for each in (*self._picture.sources.values(), *self._new):
            if (
                (fold(each.name), each.named, each.document) == (fold(name), given.named, owner)
                and given.type in (None, each.type)
                and each.type is not SourceType.WRITER
            ):
                return each
        identity = self._workspace.new_id()
        fresh = Source(
            id=identity,
            of=identity,
            name=name.strip(),
            named=given.named,
            type=given.type or SourceType.UNKNOWN,
            document=owner,
        )
        self._new.append(fresh)
        return fresh


def _chained(chain: Attribution, steps: tuple[AttributionStep, ...]) -> dict[str, object]:
    """Return the fields of a chain with other steps: those that stay keep their details."""
    if chain.details is None:
        return {"steps": steps, "status": _status(steps)}
    known = dict(zip(chain.steps, chain.details, strict=True))
    details = tuple(
        known.get(step) or StepDetail(kind=_kind(step), source=None, cue=None) for step in steps
    )
    return {"steps": steps, "status": _status(steps), "details": details}


def _kind(step: AttributionStep) -> SourceKind | None:
    """Return what kind of source a step names, as far as a person said."""
    kinds = _NAMED if step.named else _UNNAMED
    return kinds.get(step.type)


def _status(steps: Sequence[AttributionStep]) -> AttributionStatus:
    return AttributionStatus.ATTRIBUTED if steps else AttributionStatus.UNATTRIBUTED


def name_source(
    workspace: Workspace,
    claim: str,
    words: str,
    name: str,
    *,
    type_: SourceType = SourceType.PERSON,
    why: str = "",
) -> int:
    """Name who stands behind the words of an attribution; return in how many appearances."""
    picture = Picture(workspace)
    chains = Chains(workspace, picture, why)
    members = picture.members.get(claim, ())
    steps = [step for each in members for step in picture.attributions[each.of].steps]
    if not any(words in (step.name, step.words) for step in steps):
        known = sorted({step.name for step in steps})
        raise UsageError(
            f"no attribution of this claim speaks of {words!r}; it speaks of: "
            f"{', '.join(known) or 'nobody'}. To add a step: provenance correct --said-by"
        )
    source = chains.source(name, Attributed(names={}, type=type_), "")
    update = {"name": source.name, "named": True, "type": source.type, "source": source.of}
    named: list[Record] = []
    for appearance in members:
        chain = picture.attributions[appearance.of]
        changed = tuple(
            step.model_copy(update=update) if words in (step.name, step.words) else step
            for step in chain.steps
        )
        if changed != chain.steps:
            reason = why or f"“{words}” named by hand"
            fields = {"steps": changed, "details": _renamed(chain, changed)}
            named.append(next_version(workspace, chain, **fields, why=reason))
    if not named:
        raise UsageError(f"{words!r} is named so already")
    keep(workspace, "name source", [*chains.sources, *named])
    return len(named)


def _renamed(
    chain: Attribution, steps: tuple[AttributionStep, ...]
) -> tuple[StepDetail, ...] | None:
    """Return the details of a chain some steps of which are named now."""
    if chain.details is None:
        return None
    known = zip(chain.steps, chain.details, steps, strict=True)
    return tuple(
        detail if step == before else detail.model_copy(update={"kind": _kind(step)})
        for before, detail, step in known
    )
