"""Chains that need an earlier sentence: documents, surnames, pronouns, quotations."""

import pytest

from provenance.attribution import Chain, attribute
from provenance.model import AttributionStatus, ClaimKind, Selector, SourceType, StepRole
from provenance.text import sentence_spans


def chains(text: str) -> list[Chain]:
    """Attribute every sentence of a text as a fact."""
    found = [(Selector.of(text, start, end), ClaimKind.FACT) for start, end in sentence_spans(text)]
    return list(attribute(text, found))


def test_definite_document_noun_goes_back_to_the_document_introduced() -> None:
    text = (
        "Leaked contracts reveal that the firm sold radars to the junta. "
        "The trove of papers covers nine years and lists 40 shipments."
    )
    step = chains(text)[1].steps[0]
    assert (step.name, step.words) == ("Leaked contracts", "The trove of papers")
    assert step.by_context
    assert step.type is SourceType.DOCUMENT


def test_two_statements_of_one_sentence_share_the_document() -> None:
    text = "A leaked memo shows losses. The memo runs to 80 pages and names nine banks."
    parts = ["The memo runs to 80 pages", "names nine banks."]
    found = [
        (Selector.of(text, text.index(part), text.index(part) + len(part)), ClaimKind.FACT)
        for part in parts
    ]
    assert [chain.steps[0].name for chain in attribute(text, found)] == ["A leaked memo"] * 2


def test_definite_document_without_an_earlier_one_brings_no_step() -> None:
    (found,) = chains("The files weigh two tonnes.")
    assert found.status is AttributionStatus.UNATTRIBUTED


def test_somebodys_papers_are_not_the_document_introduced_before() -> None:
    text = "A post by Jane Doe says the dam was shut. The gates are listed in their land records."
    assert "a post" not in [step.name.lower() for step in chains(text)[1].steps]
    assert all(not step.by_context for step in chains(text)[1].steps)


def test_a_video_is_not_the_report_introduced_before() -> None:
    found = chains("A report by the Dam Board says it leaks. The video is embedded below.")
    assert found[1].status is AttributionStatus.UNATTRIBUTED


def test_a_quotation_goes_on_with_everybody_behind_it() -> None:
    text = "“It leaks badly,” Ann Roe told the Alm Courier. “It has forty cracks in the wall.”"
    roles = [(step.name, step.role) for step in chains(text)[1].steps]
    assert roles == [("Alm Courier", StepRole.SAYS), ("Ann Roe", StepRole.TOLD)]


def test_also_does_not_carry_a_source_over() -> None:
    found = chains("Leaked contracts show a sale of radars. The firm is also shipping lathes.")
    assert found[1].status is AttributionStatus.UNATTRIBUTED
    assert found[1].steps == ()


ADDED = [
    ("its subject", "A leaked memo shows that Alm Yards sold radars. Alm Yards also hid a loss."),
    ("a pronoun", "Engineers said the dam was old. It is also full of cracks."),
    ("in addition", "Engineers said the dam leaked. In addition, the dam lacked a licence."),
    ("too", "Engineers said the gates leaked. The gates were rusty, too."),
    ("a date first", "Engineers said the dam leaked. Since May, the dam has also sunk."),
    (
        "a name, in what goes on about a document",
        "Leaked files show a sale of radars. The files name nine buyers. Norland also took lathes.",
    ),
]


@pytest.mark.parametrize("text", [text for _, text in ADDED], ids=[name for name, _ in ADDED])
def test_what_adds_to_a_reported_passage_has_its_source_by_context(text: str) -> None:
    before, found = chains(text)[-2:]
    assert found.status is AttributionStatus.ATTRIBUTED
    assert found.rule == "by context: adds to what was reported before"
    assert [step.name for step in found.steps] == [step.name for step in before.steps]
    assert all(step.by_context for step in found.steps)


NOT_ADDED = [
    ("the source itself", "The mayor, Jane Doe, said the dam was safe. Doe also opened a bridge."),
    ("a pronoun for the source", "Jane Doe said the dam was safe. She also opened a bridge."),
    ("another subject", "Engineers said the dam leaked. The harbour also needs dredging."),
    ("nothing is added", "Engineers said the dam leaked. The dam was built in 1932."),
    ("another paragraph", "Engineers said the dam leaked.\nThe dam also lacks a licence."),
    ("no source before", "The dam leaked in May. The dam also lacked a licence."),
]


@pytest.mark.parametrize(
    "text", [text for _, text in NOT_ADDED], ids=[name for name, _ in NOT_ADDED]
)
def test_what_does_not_add_to_it_stays_without_a_source(text: str) -> None:
    assert chains(text)[-1].status is AttributionStatus.UNATTRIBUTED


def test_who_checked_the_papers_did_not_check_what_is_added() -> None:
    text = "Leaked memos, checked by clerks, show Alm Yards sold radars. Alm Yards also hid a loss."
    assert [step.name for step in chains(text)[1].steps] == ["Leaked memos"]


def test_an_opinion_that_adds_to_a_report_is_the_writers() -> None:
    text = "Engineers said the dam leaked. The dam is also an insult."
    at = text.index("The dam is")
    (found,) = attribute(text, [(Selector.of(text, at, len(text)), ClaimKind.OPINION)])
    assert found.status is AttributionStatus.WRITER


def test_surname_comes_to_the_full_name() -> None:
    found = chains("The minister, Jane Doe, opened the dam. Doe said it would hold.")
    step = found[1].steps[0]
    assert (step.name, step.words, step.named, step.type) == (
        "Jane Doe",
        "Doe",
        True,
        SourceType.PERSON,
    )


def test_pronoun_comes_to_the_last_person() -> None:
    found = chains("Jane Doe said the dam was safe. She added that it had been tested.")
    assert (found[1].steps[0].name, found[1].steps[0].words) == ("Jane Doe", "She")
    assert found[1].steps[0].by_context


def test_a_pronoun_does_not_come_to_somebody_spoken_of_with_the_other_one() -> None:
    titled = "Mr. Roe met the crew. John Roe said the dam leaked. “It is over,” she said."
    assert chains(titled)[2].steps[0].name == "she"
    earlier = "John Roe said the dam leaked. He said it would break. She said it would not."
    assert [chain.steps[0].name for chain in chains(earlier)] == ["John Roe", "John Roe", "She"]


def test_institution_comes_to_its_name() -> None:
    found = chains("The Ministry of Energy said the dam was safe. The ministry denied any leak.")
    assert found[1].steps[0].named
    assert found[1].steps[0].by_context


def test_quotation_over_several_sentences_keeps_its_speaker() -> None:
    text = "“The dam is old,” said Jane Doe. “It was built in 1932. It has 40 cracks.”"
    found = chains(text)
    assert [chain.steps[0].name for chain in found] == ["Jane Doe"] * len(found)
    assert all(chain.steps[0].by_context for chain in found[1:])


@pytest.mark.parametrize("end", ['" Ines Vale said.', '" said Ines Vale of the port office.'])
def test_straight_marks_that_close_a_quotation_are_not_read_as_opening(end: str) -> None:
    found = chains(f'"The crews wanted to board the barge. Two of them drowned,{end}')
    assert [chain.steps[0].name for chain in found] == ["Ines Vale", "Ines Vale"]


def test_speaker_named_at_the_end_of_a_quotation() -> None:
    text = "“The dam is old. It has 40 cracks,” said Jane Doe."
    assert [chain.steps[0].name for chain in chains(text)] == ["Jane Doe", "Jane Doe"]


def test_a_paragraph_that_is_only_a_quotation_is_that_of_the_speaker_before_it() -> None:
    text = "“The dam is old,” said Jane Doe.\n“It has 40 cracks and a broken gate.”"
    found = chains(text)[1]
    assert (found.steps[0].name, found.steps[0].by_context) == ("Jane Doe", True)
    assert found.rule == "by context: quotation goes on"


def test_a_quotation_after_a_paragraph_without_a_speaker_is_nobodys() -> None:
    text = "“The dam is old,” said Jane Doe.\nIt was built in 1932.\n“It has 40 cracks in it.”"
    assert chains(text)[2].status is AttributionStatus.UNATTRIBUTED


def test_a_quotation_with_its_own_speaker_after_it_is_not_that_of_the_one_before() -> None:
    text = "“The dam is old,” said Jane Doe.\n“It is not old!” John Roe replied."
    assert chains(text)[-1].steps[0].name == "John Roe"


def test_it_said_comes_to_the_last_organisation() -> None:
    found = chains("The Alm Dam Company denied any leak. It said the gates were new.")
    assert found[1].steps[0].name == "Alm Dam Company"


def test_it_without_an_organisation_before_is_no_source() -> None:
    (found,) = chains("It said the gates were new.")
    assert found.status is AttributionStatus.UNATTRIBUTED


def test_definite_noun_prefers_the_document_that_has_the_noun() -> None:
    text = (
        "A set of nine letters suggests a sale. An annex lists payments. The letters name a bank."
    )
    assert chains(text)[2].steps[0].name == "A set of nine letters"


def test_a_quotation_alone_in_its_paragraph_is_the_last_speakers() -> None:
    text = (
        "The sluice held, Ada Roe said.\n"
        "The river rose by two metres on Monday.\n"
        "And then: “we opened the second gate before noon, and nobody was told of it.”"
    )
    last = chains(text)[-1]
    assert [(step.name, step.by_context) for step in last.steps] == [("Ada Roe", True)]
    assert last.rule == "by context: the last speaker"


def test_lines_about_the_page_have_no_speaker() -> None:
    text = "Headline: The sluice held through the night\nPublisher: The Vale Herald and others"
    assert not any(chain.steps for chain in chains(text))


@pytest.mark.parametrize(
    ("after", "names"),
    [
        ("Two engineers have confirmed this.", ["Two engineers"]),
        ("Ana Brede of the Senn Herald confirmed it to us.", ["Ana Brede"]),
        ("The port office has not confirmed this.", []),
        ("The port office confirmed the sale of the pier.", []),
        ("\nThe port office confirmed this.", []),
    ],
)
def test_who_vouches_in_the_next_sentence_checked_what_this_one_states(
    after: str, names: list[str]
) -> None:
    for before in ("The quay sank on Friday.", "The quay sank on Friday, Ana Ruud said."):
        chain = chains(f"{before} {after}")[0]
        checked = [step for step in chain.steps if step.role is StepRole.VERIFIED]
        assert [step.name for step in checked] == names
        assert all(step.by_context for step in checked)
        assert [step.name for step in chain.steps[: len(chain.steps) - len(names)]] == (
            ["Ana Ruud"] if "Ruud" in before else []
        )
