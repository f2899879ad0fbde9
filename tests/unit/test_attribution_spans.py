"""Attributions as spans: who, by which words, what; and how a chain is read off them."""

import time

import pytest

from provenance.attribution import Attributed, Chain, Kind, attribute, attributions
from provenance.model import AttributionStatus, ClaimKind, Selector, Span
from provenance.text import sentence_spans


def said(text: str, span: Span) -> str:
    return text[span.start : span.end]


def spans(text: str) -> list[tuple[str, str, list[str]]]:
    """Return source, cue and pieces of content of each attribution, as words."""
    return [
        (
            said(text, one.source) if one.source else "",
            " ".join(said(text, each) for each in one.cue),
            [said(text, each) for each in one.content],
        )
        for one in attributions(text)
    ]


ONE = [
    ("that-clause", "The clerk said that it leaked.", "The clerk", "said", ["that it leaked"]),
    ("no that", "She believes the dam leaks.", "She", "believes", ["the dam leaks"]),
    ("infinitive", "Roe plans to close the dam.", "Roe", "plans", ["to close the dam"]),
    ("object", "Roe criticised the plan.", "Roe", "criticised", ["the plan"]),
    ("preposition", "Roe called for an inquiry.", "Roe", "called for", ["an inquiry"]),
    ("told somebody", "Roe told the crew that it leaked.", "Roe", "told", ["that it leaked"]),
    ("before it", "The dam leaks, Roe said on Monday.", "Roe", "said", ["The dam leaks"]),
    ("quotation", "Roe said: “It leaks.”", "Roe", "said", ["“It leaks.”"]),
    ("inverted", "“It leaks,” said Ann Roe.", "Ann Roe", "said", ["“It leaks,”"]),
    (
        "around it",
        "“It leaks,” she said, “and it stinks.”",
        "she",
        "said",
        ["“It leaks,”", "“and it stinks.”"],
    ),
    ("aside", "The dam, Roe said, leaks.", "Roe", "said", ["The dam", "leaks"]),
    (
        "apposition",
        "Roe, the clerk of the yard, said it leaked.",
        "Roe, the clerk of the yard",
        "said",
        ["it leaked"],
    ),
    ("relative", "The yard paid a clerk who said it leaked.", "who", "said", ["it leaked"]),
    ("participle", "Noting that it leaks, Roe closed it.", "Roe", "Noting", ["that it leaks"]),
    ("framed", "It still leaks, according to Roe.", "Roe", "according to", ["It still leaks"]),
    (
        "frame without a comma",
        "According to officials the yards also traded grain.",
        "officials",
        "According to",
        ["the yards also traded grain"],
    ),
    (
        "frame before a verb that is in no list",
        "According to the Dam Board, the pond serves as a store.",
        "the Dam Board",
        "According to",
        ["the pond serves as a store"],
    ),
    (
        "frame before a clause that ends in an apposition",
        "According to the Dam Board, the pond serves six yards, a figure that was once nine.",
        "the Dam Board",
        "According to",
        ["the pond serves six yards, a figure that was once nine"],
    ),
    (
        "frame with an office beside the name",
        "According to Ann Roe, clerk of the yard, the dam was old.",
        "Ann Roe, clerk of the yard",
        "According to",
        ["the dam was old"],
    ),
    (
        "frame with a clause about the source",
        "According to the Dam Board, which runs the pond, fish enter at night.",
        "the Dam Board, which runs the pond",
        "According to",
        ["fish enter at night"],
    ),
    ("office after an article", "The official says it leaks.", "The official", "says",
     ["it leaks"]),
    ("time after it", "The dam leaked, Roe reported last week.", "Roe", "reported",
     ["The dam leaked"]),
    ("the one told after it", "The dam leaked, Roe told the Courier on Monday.", "Roe", "told",
     ["The dam leaked"]),
    ("base form inverted", "The dam leaks, say some engineers.", "some engineers", "say",
     ["The dam leaks"]),
    ("relative of several", "The yard paid for clerks who say it leaks.", "who", "say",
     ["it leaks"]),
    ("what belongs to several", "Five engineers privy to the plan say it leaks.",
     "Five engineers privy to the plan", "say", ["it leaks"]),
    ("verb that begins", "The crowd began shouting “Mercy!”", "The crowd", "began shouting",
     ["“Mercy!”"]),
    ("after what came before", "Prior to the launch Roe said it leaked.", "Roe", "said",
     ["it leaked"]),
    ("after a day", "In talks on Monday Ann Roe said it leaked.", "Ann Roe", "said",
     ["it leaked"]),
    ("clause between commas after another noun",
     "It came two days after the Dam Board, which once called it safe, said it leaked.",
     "the Dam Board", "said", ["it leaked"]),
    ("asked by somebody", "Asked by Roe whether it leaked, the clerk left.", "Roe", "Asked",
     ["whether it leaked"]),
    ("asked by nobody", "When asked about the leak, the clerk left.", "", "asked",
     ["about the leak"]),
    ("whom one asks", "Roe asked the board to step in.", "Roe", "asked", ["the board to step in"]),
    ("agent before what is done", "Papers required by the state to cast votes were lost.",
     "the state", "required by", ["Papers"]),
    ("clause about the subject", "A clerk who accused the mayor of theft said it leaked.", "who",
     "accused", ["the mayor of theft"]),
    ("within a clause about a noun", "The yard hired a man who police say was armed.", "police",
     "say", ["was armed"]),
    ("outlet after it", "The dam leaks, reports the Alm Mail.", "the Alm Mail", "reports",
     ["The dam leaks"]),
    ("spoken and out", "Roe tweeted out that it leaks.", "Roe", "tweeted out", ["that it leaks"]),
    ("name before a quotation", "Ann Roe: “It leaks.”", "Ann Roe", ":", ["“It leaks.”"]),
    ("source and what it does", "It leaks, according to a group watching the pond.",
     "a group watching the pond", "according to", ["It leaks"]),
    ("somebody else speaks next", "Roe said he would go, and other crews said it leaked.", "Roe",
     "said", ["he would go"]),
    ("passive", "The plan was criticised by Roe.", "Roe", "was criticised by", ["The plan"]),
    ("noun", "It was Roe’s claim that it leaks.", "Roe’s", "claim", ["that it leaks"]),
    ("adjective", "Roe was confident that it held.", "Roe", "was confident", ["that it held"]),
    ("headline", "Roe: Dam will hold", "Roe", ":", ["Dam will hold"]),
    ("clause of its own", "Roe said it leaked, but Doe left.", "Roe", "said", ["it leaked"]),
    ("result", "The poll showed a lead of nine.", "The poll", "showed", ["a lead of nine"]),
    ("refusal", "Roe declined to comment.", "Roe", "declined", ["to comment"]),
    ("brackets", "Sen. Roe (R-Alm) said it leaked.", "Sen. Roe (R-Alm)", "said", ["it leaked"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"), [case[1:] for case in ONE], ids=[case[0] for case in ONE]
)
def test_one_attribution(text: str, source: str, cue: str, content: list[str]) -> None:
    assert (source, cue, content) in spans(text)


def test_nobody_is_named() -> None:
    (found,) = attributions("The dam appears to leak.")
    assert (found.source, found.kind) == (None, Kind.SEEMING)


NONE = [
    ("noun", "The remarks were short."),
    ("question of", "The question of dams remains."),
    ("name", "The United States built dams."),
    ("plain", "The dam has 40 cracks."),
    ("noun after an adjective", "He keeps threats and personal insults, among others."),
    ("noun at the beginning", "Exclusive reports from the yard."),
    ("handle", "Twitter: @kelso"),
    ("beginning to do", "Later, at home, he started to feel sick."),
    ("part of a name", "Two United States crews sank."),
    ("heading", "Kelso protests: 80 crews held in the yard"),
    ("noun in -ing", "It has ten bags, a forward collision warning, and nine lamps."),
    ("what one has", "It is the only pond other than Alm boasting stable ice."),
    ("setting of another verb", "While the dam leaks, they are hearing from Roe."),
    ("answer to what was told", "Told so, Roe laughed."),
    ("called so", "A union called KWM (Kelso Workers) shut the sluice."),
]


@pytest.mark.parametrize("text", [text for _, text in NONE], ids=[name for name, _ in NONE])
def test_no_attribution(text: str) -> None:
    assert attributions(text) == ()


def test_a_participle_has_its_own_content() -> None:
    text = "“It leaks,” Roe said, adding, “Nobody cares.”"
    assert [(cue, content) for _, cue, content in spans(text)] == [
        ("said", ["“It leaks,”"]),
        ("adding", ["“Nobody cares.”"]),
    ]


def test_the_name_of_a_broadcast_is_not_what_was_said_there() -> None:
    text = "Doe was for the dam, he said on Monday on Alm’s “Morning Show.”"
    assert spans(text) == [("he", "said", ["Doe was for the dam"])]


def test_going_on_to_do_something_says_nothing() -> None:
    text = "The board continued to fight a plan that would raise the dam."
    assert "plan that" not in str([content for _, _, content in spans(text)])


def test_a_quotation_in_several_sentences_is_one_content() -> None:
    text = "“It leaks. It stinks,” said Roe. “It is old. It must go.”"
    ((source, _, content),) = spans(text)
    assert (source, content) == ("Roe", ["“It leaks. It stinks,”", "“It is old. It must go.”"])


def test_a_quotation_after_a_statement_is_given_out_is_that_of_who_gives_it() -> None:
    text = "The Alm Yard issued a statement.\n“We have paid each invoice of the port.”"
    assert spans(text) == [
        ("The Alm Yard", "issued a statement", ["“We have paid each invoice of the port.”"])
    ]


def test_a_quotation_that_is_nobodys_is_said_aloud() -> None:
    text = "The crowd left the hall.\n“We have paid each invoice of the port.”"
    assert spans(text) == [("", "", ["“We have paid each invoice of the port.”"])]


def test_a_line_of_a_transcript_runs_to_the_end_of_its_paragraph() -> None:
    text = "ROE: The dam leaks. It has 40 cracks.\nDOE: Does it?"
    assert spans(text)[0] == ("ROE", ":", ["The dam leaks", "It has 40 cracks."])


def test_a_question_and_its_speaker_are_one() -> None:
    assert spans("“Does it leak?” Roe asked.") == [("Roe", "asked", ["“Does it leak?”"])]


def test_wishes_within_what_is_said_are_no_attributions_of_their_own() -> None:
    assert [one[1] for one in spans("Roe said that she wants to close it.")] == ["said"]


def chain(text: str, part: str) -> Chain:
    at = text.index(part)
    (found,) = attribute(text, [(Selector.of(text, at, at + len(part)), ClaimKind.FACT)])
    return found


def test_a_clause_outside_of_what_is_said_has_no_source() -> None:
    text = "Roe said the dam leaked, but it was built in 1932."
    assert chain(text, "the dam leaked").status is AttributionStatus.ATTRIBUTED
    assert chain(text, "it was built in 1932.").status is AttributionStatus.UNATTRIBUTED


def test_a_wish_makes_nobody_the_source_of_a_fact() -> None:
    text = "Roe wants a new dam."
    assert len(attributions(text)) == 1
    assert chain(text, text).status is AttributionStatus.UNATTRIBUTED


def test_steps_stand_with_their_spans() -> None:
    text = "AFP, citing two officials who had read the report, said the dam had cracks."
    found = chain(text, text)
    assert found.details is not None
    assert found.content is not None
    assert [
        (said(text, each.source), said(text, each.cue))
        for each in found.details
        if each.source and each.cue
    ] == [("AFP", "said"), ("two officials", "citing"), ("the report", "read")]
    assert [said(text, each) for each in found.content] == ["the dam had cracks"]


HOSTILE = [
    ("quotation marks", "“" * 4000),
    ("straight marks", '" ' * 4000),
    ("cue words", "said that claims " * 2000),
    ("names and commas", "Roe, " * 3000 + "said it leaked."),
    ("parentheses", "(" * 3000 + ")" * 3000),
    ("emoji and controls", "Roe said “\u202eit \U0001f30a leaked\u200b.” " * 50),
]


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_spans_lie_in_the_text_whatever_it_is(text: str) -> None:
    def whole(one: Attributed) -> list[Span]:
        return [*([one.source] if one.source else []), *one.cue, *one.content]

    found = [span for one in attributions(text) for span in whole(one)]
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    given = [(Selector.of(text, a, b), ClaimKind.FACT) for a, b in sentence_spans(text)[:50]]
    assert len(attribute(text, given)) == len(given)


def test_a_stray_mark_does_not_swallow_the_rest_of_a_long_paragraph() -> None:
    text = "A mark “ stands astray. " + "The dam is old. " * 500 + "Roe said it leaked."
    assert spans(text)[-1] == ("Roe", "said", ["it leaked"])


GROWING = [
    ("quotation marks only", "“"),
    ("straight marks only", '"'),
    ("one line", "Roe said that the dam leaked and "),
    ("alternating cues", "said claims that. Roe "),
    ("open quotations", "“It leaks.\n"),
    ("questions", "“Is it?” Roe "),
    ("commas", "Roe, "),
]


def seconds(text: str) -> float:
    """Return the shortest of some runs over a text."""
    shortest = float("inf")
    for _ in range(3):
        begun = time.process_time()
        attributions(text)
        shortest = min(shortest, time.process_time() - begun)
    return shortest


@pytest.mark.parametrize(
    "piece", [piece for _, piece in GROWING], ids=[name for name, _ in GROWING]
)
def test_time_grows_with_the_text(piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (20_000, 80_000))
    assert seconds(large) < 9 * seconds(small) + 0.05
