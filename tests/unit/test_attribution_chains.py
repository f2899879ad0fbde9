"""Chains that stand in one sentence: who says it, who told them, who checked it."""

import pytest

from provenance.attribution import Chain, attribute
from provenance.model import AttributionStatus, ClaimKind, Selector, SourceType, StepRole

S, T, V = StepRole.SAYS, StepRole.TOLD, StepRole.VERIFIED
PERSON, GROUP = SourceType.PERSON, SourceType.GROUP
DOCUMENT, ORGANISATION = SourceType.DOCUMENT, SourceType.ORGANISATION
NAMED, UNNAMED = True, False


def chain(text: str, kind: ClaimKind = ClaimKind.FACT) -> Chain:
    (found,) = attribute(text, [(Selector.of(text, 0, len(text)), kind)])
    return found


CASES = [
    (
        "documents checked by a group",
        "Leaked invoices, recently checked by harbour engineers, show the dam was never finished.",
        [(S, "Leaked invoices", UNNAMED, DOCUMENT, "show"),
         (V, "harbour engineers", UNNAMED, GROUP, "checked by")],
    ),
    (
        "title and name after the verb",
        "The dam was never finished, said Energy Minister Jane Doe.",
        [(S, "Jane Doe", NAMED, PERSON, "said")],
    ),
    (
        "name with an apposition",
        "Jane Doe, the minister for dams, locks and ports, said the dam was safe.",
        [(S, "Jane Doe", NAMED, PERSON, "said")],
    ),
    (
        "name with an age before it",
        "“The dam broke in May,” the 36-year-old Jane Doe said.",
        [(S, "Jane Doe", NAMED, PERSON, "said")],
    ),
    (
        "name after what is compared",
        "The islands are drier than the hills, said survey co-author Ines Vale, a geologist.",
        [(S, "Ines Vale", NAMED, PERSON, "said")],
    ),
    (
        "percentage points are no cue",
        "A poll showed Ada Doe led John Roe by 3 percentage points.",
        [(S, "A poll", UNNAMED, DOCUMENT, "showed")],
    ),
    (
        "according to a post",
        "Update at 5 p.m.: According to a post by Jane Doe, the dam was shut.",
        [(S, "a post by Jane Doe", NAMED, DOCUMENT, "According to")],
    ),
    (
        "what was not revealed, and what was said",
        "The port did not reveal the place and said it was withholding the names.",
        [(S, "The port", UNNAMED, SourceType.UNKNOWN, "said")],
    ),
    (
        "what somebody would not acknowledge",
        "The mayor refused to acknowledge the leak, the report adds.",
        [(S, "the report", UNNAMED, DOCUMENT, "adds")],
    ),
    (
        "somebody's spokesman",
        "The top spokesman for Prime Minister Stephen Vale said the dam was safe.",
        [(S, "The top spokesman for Prime Minister Stephen Vale", UNNAMED, PERSON, "said")],
    ),
    (
        "a post that one person holds",
        "The Norland Chancellor said the dam was safe.",
        [(S, "The Norland Chancellor", UNNAMED, PERSON, "said")],
    ),
    (
        "a name with a particle",
        "According to Nail al-Vale, the dam was safe.",
        [(S, "Nail al-Vale", NAMED, PERSON, "According to")],
    ),
    (
        "a body for something",
        "The dam was safe, according to the Norland Watchers for Rivers.",
        [(S, "Norland Watchers for Rivers", NAMED, ORGANISATION, "according to")],
    ),
    (
        "others",
        "The dam was safe, others allege.",
        [(S, "others", UNNAMED, GROUP, "allege")],
    ),
    (
        "several ministries in one breath",
        "The Alm and Senn port ministries accused the yard of dumping oil.",
        [(S, "Alm and Senn port ministries", NAMED, ORGANISATION, "accused")],
    ),
    (
        "several bodies that no name tells apart",
        "Two banks denied the transfer.",
        [(S, "Two banks", UNNAMED, GROUP, "denied")],
    ),
    (
        "calling by a word is saying",
        "The union called John Roe a danger to the dam.",
        [(S, "The union", UNNAMED, ORGANISATION, "called")],
    ),
    (
        "role of an organisation before the name",
        "“The dam is safe,” said Ministry of Energy spokesman John Roe.",
        [(S, "John Roe", NAMED, PERSON, "said")],
    ),
    (
        "agency citing officials who read a report",
        "AFP, citing two officials who had read the report, said the dam had cracks.",
        [(S, "AFP", NAMED, ORGANISATION, "said"),
         (T, "two officials", UNNAMED, GROUP, "citing"),
         (T, "the report", UNNAMED, DOCUMENT, "read")],
    ),
    (
        "a paper called after a day",
        "According to the Sunday Courier, the dam has cracks.",
        [(S, "Sunday Courier", NAMED, SourceType.OUTLET, "According to")],
    ),
    (
        "a paper of a place called after a day",
        "The dam has cracks, according to the Alm Sunday Courier.",
        [(S, "Alm Sunday Courier", NAMED, SourceType.OUTLET, "according to")],
    ),
    (
        "a paper called after a time of day",
        "The dam has cracks, according to the Evening Courier.",
        [(S, "Evening Courier", NAMED, SourceType.OUTLET, "according to")],
    ),
    (
        "a report of a month",
        "According to a May report, the dam has cracks.",
        [(S, "a May report", UNNAMED, DOCUMENT, "According to")],
    ),
    (
        "a paper that a clerk told",
        "The dam has cracks, a clerk told the Sunday Courier.",
        [(S, "Sunday Courier", NAMED, SourceType.OUTLET, "told"),
         (T, "a clerk", UNNAMED, PERSON, "told")],
    ),
    (
        "somebody who is late",
        "The dam has cracks, according to the late mayor.",
        [(S, "the late mayor", UNNAMED, PERSON, "according to")],
    ),
    (
        "a day after a source",
        "The dam has cracks, according to the ministry Sunday.",
        [(S, "the ministry", UNNAMED, ORGANISATION, "according to")],
    ),
    (
        "an office and a name after a day",
        "Police shut the dam on Sunday, a lawyer, Ina Vale, said.",
        [(S, "Ina Vale", NAMED, PERSON, "said")],
    ),
    (
        "according to an institution without a name",
        "The dam has cracks, according to the ministry.",
        [(S, "the ministry", UNNAMED, ORGANISATION, "according to")],
    ),
    (
        "according to an owned report",
        "According to the ministry's annual report, the dam has cracks.",
        [(S, "the ministry's annual report", NAMED, DOCUMENT, "According to")],
    ),
    (
        "a statement with a subject of its own is no apposition",
        "According to two officials, the dam broke in the last week of May.",
        [(S, "two officials", UNNAMED, GROUP, "According to")],
    ),
    (
        "a participle before papers",
        "The town agreed to store ash for 3 million crowns, leaked letters show.",
        [(S, "leaked letters", UNNAMED, DOCUMENT, "show")],
    ),
    (
        "numbered document",
        "Resolution 1488 states that the dam belongs to both countries.",
        [(S, "Resolution 1488", NAMED, DOCUMENT, "states")],
    ),
    (
        "source tells an outlet",
        "The dam has cracks, a source familiar with the matter told the Alm Courier.",
        [(S, "Alm Courier", NAMED, SourceType.OUTLET, "told"),
         (T, "a source familiar with the matter", UNNAMED, PERSON, "told")],
    ),
    (
        "telling reporters is saying",
        "Engineers told reporters that the dam had cracks.",
        [(S, "Engineers", UNNAMED, GROUP, "told")],
    ),
    (
        "nationality does not name a group",
        "Norlandic officials confirmed that the dam had cracks.",
        [(S, "Norlandic officials", UNNAMED, GROUP, "confirmed")],
    ),
    (
        "checking alone is saying",
        "The cracks in the dam were confirmed by two engineers.",
        [(S, "two engineers", UNNAMED, GROUP, "confirmed by")],
    ),
    (
        "denial",
        "The Alm Dam Company denied that the dam had cracks.",
        [(S, "Alm Dam Company", NAMED, ORGANISATION, "denied")],
    ),
    (
        "study that found",
        "A study by the University of Senn found that the dam had sunk by two metres.",
        [(S, "A study by the University of Senn", NAMED, DOCUMENT, "found")],
    ),
    (
        "papers published by an outlet",
        "The dam has cracks, according to leaked letters published by the Alm Courier.",
        [(S, "Alm Courier", NAMED, SourceType.OUTLET, "published by"),
         (T, "leaked letters", UNNAMED, DOCUMENT, "according to")],
    ),
    (
        "frame around somebody's words",
        "Engineers said the dam has cracks, according to the Alm Courier.",
        [(S, "Alm Courier", NAMED, SourceType.OUTLET, "according to"),
         (T, "Engineers", UNNAMED, GROUP, "said")],
    ),
    (
        "role first, then the name",
        "The board's chair, Jane Doe, confirmed that the dam had cracks.",
        [(S, "Jane Doe", NAMED, PERSON, "confirmed")],
    ),
    (
        "company",
        "Norlandic Steel, one of the bidders, said it was studying the decision.",
        [(S, "Norlandic Steel", NAMED, ORGANISATION, "said")],
    ),
    (
        "somebody of a trade not listed",
        "The dam has cracks, the lock-keeper said.",
        [(S, "the lock-keeper", UNNAMED, SourceType.PERSON, "said")],
    ),
    (
        "after a date line",
        "SENN - Alm Energy on Friday denied that the dam had cracks.",
        [(S, "Alm Energy", NAMED, ORGANISATION, "denied")],
    ),
    (
        "relative clause within the source",
        "The dam was shut for 40 nights, the duty rosters that hang in its hall show.",
        [(S, "the duty rosters that hang in its hall", UNNAMED, DOCUMENT, "show")],
    ),
    (
        "papers judged genuine",
        "The letters were judged genuine by two analysts, the Alm Courier reported on Tuesday.",
        [(S, "Alm Courier", NAMED, SourceType.OUTLET, "reported"),
         (V, "two analysts", UNNAMED, GROUP, "judged genuine by")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_chain(text: str, expected: list[tuple[StepRole, str, bool, SourceType, str]]) -> None:
    found = chain(text)
    assert found.status is AttributionStatus.ATTRIBUTED
    assert [(s.role, s.name, s.named, s.type, s.cue) for s in found.steps] == expected
    assert all(step.words in text and step.source is None for step in found.steps)


LEAKS = [
    (
        "verified by",
        "A stash of memos, authenticated by two notaries, shows that it paid.",
        "notaries",
    ),
    (
        "which they confirmed",
        "According to a leaked draft, which two clerks confirmed, it paid.",
        "clerks",
    ),
    (
        "whose authenticity",
        "Secret tapes, whose authenticity linguists have confirmed, show that it paid.",
        "linguists",
    ),
    (
        "participle",
        "Photographs geolocated by local researchers confirm that the yard paid.",
        "researchers",
    ),
    (
        "obtained and reviewed",
        "Files obtained by hackers and reviewed by outside experts indicate a bribe.",
        "experts",
    ),
    (
        "dashes",
        "A cache of files – 90 of them, checked by former clerks – lays bare how it paid.",
        "clerks",
    ),
    (
        "what emerges",
        "The picture that emerges from leaked ledgers – verified by two traders – is grim.",
        "traders",
    ),
    (
        "checked and published",
        "Cables, verified by archivists and published on Sunday, reveal the sale.",
        "archivists",
    ),
    ("passed on", "Emails passed to this website by a former clerk reveal how it paid.", None),
    ("leaked to", "An internal presentation leaked to campaigners shows that it knew.", None),
    ("hundreds of", "Hundreds of documents smuggled out of the bank suggest that it paid.", None),
    ("size", "A 300-page dossier seen by this newspaper appears to show that it paid.", None),
    ("nationality", "Leaked Ruthenian documents show that it paid.", None),
]


@pytest.mark.parametrize(
    ("text", "checker"), [case[1:] for case in LEAKS], ids=[case[0] for case in LEAKS]
)
def test_a_leak_is_an_unnamed_document_with_unnamed_checkers(
    text: str, checker: str | None
) -> None:
    first, *rest = chain(text).steps
    assert (first.role, first.type, first.named) == (S, SourceType.DOCUMENT, False)
    checked = [step for step in rest if step.role is StepRole.VERIFIED]
    assert [step.named for step in checked] == [False] * len(checked)
    assert [checker in step.name for step in checked if checker] == ([True] if checker else [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Blue Heron said the dam had cracks.", SourceType.ORGANISATION),
        ("Transport SOS Alm said the dam had cracks.", SourceType.ORGANISATION),
        ("Una Merrow said the dam had cracks.", SourceType.PERSON),
    ],
)
def test_an_article_or_an_acronym_shows_a_body(text: str, kind: SourceType) -> None:
    assert chain(text).steps[0].type is kind


UNATTRIBUTED = [
    ("no source", "The dam has cracks."),
    ("hedge without a source", "The dam reportedly has cracks."),
    ("somebody is told", "Residents were told to leave the valley."),
    ("finding is not saying", "Police found 12 crates of rifles."),
    ("noun like a verb", "European states share the river."),
    ("thing that shows", "The dam showed cracks in May."),
    ("somebody would not say", "Officials would not say who opened the sluice."),
    ("inspected by somebody", "The dam was examined by two engineers in May."),
    (
        "calls are a noun",
        "The mayor, 61, closed her office after a quarrel with Roe sparked loud calls to resign.",
    ),
    ("named so", "40 members of the Workers’ Movement called KWM (Kelso Workers) shut the sluice."),
    ("what a man did", "The crew seized a man shouting slurs at the yard."),
    ("writing a thing", "He was writing his name in the snow."),
    ("claimed lives", "The flood claimed 40 lives."),
    ("lying about it", "The mayor has lied about her trips."),
    ("who asks", "Asked by Roe whether it leaked, the clerk left."),
    ("knowing what is so", "The mayor knows that the dam has cracks."),
    ("never expected", "The mayor never expected that the dam would crack."),
    ("no noun before it", "It is not the only yard not offering the pay that it owes."),
]


@pytest.mark.parametrize(
    "text", [text for _, text in UNATTRIBUTED], ids=[name for name, _ in UNATTRIBUTED]
)
def test_fact_without_a_source_is_unattributed(text: str) -> None:
    found = chain(text)
    assert (found.status, found.steps) == (AttributionStatus.UNATTRIBUTED, ())


@pytest.mark.parametrize("kind", [ClaimKind.OPINION, ClaimKind.FORECAST, ClaimKind.NORM])
def test_what_is_no_fact_and_has_no_source_is_the_writers(kind: ClaimKind) -> None:
    found = chain("The dam must be closed.", kind)
    (step,) = found.steps
    assert found.status is AttributionStatus.WRITER
    assert (step.type, step.name, step.named) == (SourceType.WRITER, "the writer", False)


def test_the_writer_has_the_authors_name_where_it_is_known() -> None:
    text = "The dam must be closed."
    selector = Selector.of(text, 0, len(text))
    (found,) = attribute(text, [(selector, ClaimKind.NORM)], authors=("Una Merrow",))
    assert (found.steps[0].name, found.steps[0].named) == ("Una Merrow", True)


def test_somebody_elses_forecast_is_attributed_to_them() -> None:
    found = chain("Engineers warned that the dam could break.", ClaimKind.FORECAST)
    assert (found.status, found.steps[0].name) == (AttributionStatus.ATTRIBUTED, "Engineers")


def test_the_outlet_itself_is_no_step() -> None:
    text = "The dam has cracks, two officials told the Alm Courier."
    selector = Selector.of(text, 0, len(text))
    (found,) = attribute(text, [(selector, ClaimKind.FACT)], outlet="The Alm Courier")
    assert [(s.role, s.name) for s in found.steps] == [(S, "two officials")]
