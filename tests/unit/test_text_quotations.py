"""Quotation marks of real text, paired; apostrophes and stray marks left alone."""

from time import process_time

import pytest

from provenance.quotation import quotations

CASES = [
    ('He said "no." She left.', ['"no."']),
    ("“We saw it,” he said. “It was late.”", ["“We saw it,”", "“It was late.”"]),
    ("“We saw ‘nothing at all’ there,” he said.", ["“We saw ‘nothing at all’ there,”"]),
    ("The workers' hall 'was closed', he said in the '90s.", ["'was closed'"]),
    ("'We lost the workers' hall,' she said.", ["'We lost the workers' hall,'"]),
    ("He wrote ‘yes’ when ‘the sailors’ pay’ rose.", ["‘yes’", "‘the sailors’ pay’"]),
    ("It's Jane's. 'Twas late. Rock 'n' roll.", []),
    ('A 5" pipe and a 6" pipe.', []),
    ("“One.\n“Two.\n\n“Three,” he said.\n“Four.”", ["“One.\n“Two.\n\n“Three,”", "“Four.”"]),
    ('"One.\n\n"Two," he said.', ['"One.\n\n"Two,"']),
    ("He said “no and left.\nNext “yes” here.", ["“yes”"]),
    ("“Never closed here.\nA plain paragraph.", ["“Never closed here."]),
    ("„Nein“, sagte sie. «Oui», dit-il.", ["„Nein“", "«Oui»"]),
    ("``Yes,'' said Mr. Autor.", ["``Yes,''"]),
    ("\u200b“\u202aHello\u202c\u200b”\u200b said Vale.", ["“\u202aHello\u202c\u200b”"]),
    ('He ("the boss") left—"now"—again.', ['"the boss"', '"now"']),
    ("“One.”“Two.”Three.", ["“One.”", "“Two.”"]),
    ("“”", []),
    ('"' * 99, []),
]


@pytest.mark.parametrize(("text", "quoted"), CASES, ids=[case[0][:30] for case in CASES])
def test_outer_quotations(text: str, quoted: list[str]) -> None:
    found = [each for each in quotations(text) if each.depth == 0]
    assert [text[each.start : each.end] for each in found] == quoted


def test_a_quotation_inside_a_quotation_is_deeper() -> None:
    text = "“We saw ‘nothing at all’ there,” he said."
    assert [(each.start, each.depth) for each in quotations(text)] == [(0, 0), (8, 1)]


def test_what_is_not_closed_says_so() -> None:
    (only,) = quotations("“Never closed.")
    assert not only.closed


UNITS = ['"', "“", "”", "'", "‘", "’", "«", "“a ", '"a ', "a' ", "‘s’ ", "“a\n", "\u200b“", "''"]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_marks(unit: str) -> None:
    def once(size: int) -> float:
        begun = process_time()
        list(quotations(unit * (size // len(unit))))
        return process_time() - begun

    def seconds(size: int) -> float:
        return min(once(size) for _ in range(3))

    assert seconds(64_000) < 8 * seconds(16_000) + 0.1
