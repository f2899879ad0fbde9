"""What a terminal shows: enough of one to tell when a screen can be read.

Knows cursor addressing (CUP), erasing (ED), carriage return, line feed and printed text, as in
ECMA-48; colours and modes are skipped. Each character is taken to be one cell wide.
"""

import codecs
import re

_TOKEN = re.compile(
    r"\x1b\[(?P<given>[0-9;?<=>]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-Z^-~]"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
)


class Screen:
    """The lines of a terminal, fed with what a program writes to it."""

    def __init__(self, columns: int = 120, rows: int = 40) -> None:
        """Start blank."""
        self._columns = columns
        self._lines = [[" "] * columns for _ in range(rows)]
        self._row = self._column = 0
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._left = ""

    @property
    def lines(self) -> list[str]:
        """What stands in each line now."""
        return ["".join(line) for line in self._lines]

    def feed(self, data: bytes) -> None:
        """Take what was written; the end of a sequence may come with the next piece."""
        text = self._left + self._decode(data)
        place = 0
        while found := _TOKEN.match(text, place):
            place = found.end()
            if found["text"]:
                self._print(found["text"])
            elif found["control"]:
                self._control(found["control"])
            elif found["final"]:
                self._sequence(found["given"], found["final"])
        self._left = text[place:]

    def _print(self, text: str) -> None:
        for character in text:
            if self._column < self._columns and self._row < len(self._lines):
                self._lines[self._row][self._column] = character
            self._column += 1

    def _control(self, character: str) -> None:
        if character == "\r":
            self._column = 0
        elif character == "\n":
            self._row += 1

    def _sequence(self, given: str, final: str) -> None:
        if final == "H":
            row, _, column = given.partition(";")
            self._row, self._column = int(row or 1) - 1, int(column or 1) - 1
        elif final == "J" and given == "2":
            self._lines = [[" "] * self._columns for _ in self._lines]
