"""Speed and memory of finding claims and attributing them: ``python -m benchmarks.finding``.

Speed is that of one core over articles one after another, as a desk reads them. Memory is the
peak of a process of its own that reads one text of so many words and drops each result as it
comes: what grows beside the text itself is the finder's. All texts are of our own making.
"""

import argparse
import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.figures import Figure, Target, lines
from provenance.attribution import attribute, behind
from provenance.claims import find, marked
from seeds.volume import prose

FAST = Target(20_000, at_least=True)  # words a second
FLAT = Target(32.0)  # megabytes more for a text ten times as long, the text itself apart
_PARAGRAPH = 60  # words
_ARTICLE = 600  # words
_KILO = 1024


def text_of(words: int, seed: int = 0) -> str:
    """Return a text of about so many words, in paragraphs."""
    return "\n".join(_paragraphs(words, Random(seed)))  # noqa: S311  # a text, no secret


def _paragraphs(words: int, rng: Random) -> Iterator[str]:
    known = [" ".join(prose(rng) for _ in range(_PARAGRAPH // 15)) for _ in range(500)]
    while words > 0:  # 500 paragraphs in changing order: making new ones takes longer than reading
        paragraph = rng.choice(known)
        words -= len(paragraph.split())
        yield paragraph


def speed(words: int = 120_000) -> Figure:
    """Find and attribute in articles of a desk's size, in CPU seconds of this process."""
    rng = Random(1)  # noqa: S311  # texts, no secrets
    articles = [
        "\n".join(prose(rng) for _ in range(_ARTICLE // 15)) for _ in range(words // _ARTICLE)
    ]
    read = sum(len(article.split()) for article in articles)
    _read(articles[0])  # what is loaded once is not counted
    begun = time.process_time()
    for article in articles:
        _read(article)
    rate = read / (time.process_time() - begun)
    return Figure("finding and attributing, one core", rate, "words/s", FAST)


def _read(article: str) -> None:
    found = find(article, language="en")
    attribute(article, [(each.selector, each.type) for each in found])


def memory(few: int, many: int) -> Figure:
    """Compare the peaks of two processes that read texts of so many words."""
    small, large = _peak(few), _peak(many)
    notes = (f"{few:,} words: {small:.1f} MB", f"{many:,} words: {large:.1f} MB")
    return Figure("more memory for the longer text", large - small, "MB", FLAT, notes=notes)


def _peak(words: int) -> float:
    command = [sys.executable, "-m", "benchmarks.finding", "--read", str(words)]
    environment = {**os.environ, "MALLOC_ARENA_MAX": "1"}
    ran = subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603
    return float(ran.stdout)


def read_one(words: int) -> float:
    """Read one text and return the megabytes that it took beside the text itself."""
    find("The pier was sold on Monday.", language="en")  # what is loaded once
    text = text_of(words)
    gc.collect()
    before = _resident()
    highest = before
    found = (each.found for each in marked(text, language="en") if each.found is not None)
    chains = behind(text, ((each.selector, each.type) for each in found))
    for number, _ in enumerate(chains):
        if number % 1000 == 0:
            highest = max(highest, _resident())
    return (max(highest, _resident()) - before) / _KILO


def _resident() -> float:
    """Return the kilobytes that this process holds, where the system tells it, or its peak."""
    try:
        with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123  # no file
            return int(pages.read().split()[1]) * resource.getpagesize() / _KILO
    except OSError:
        return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.finding", description=__doc__)
    parser.add_argument("--words", type=int, default=10_000_000, help="the longer text (10000000)")
    parser.add_argument("--read", type=int, help="read one text and print its megabytes alone")
    chosen = parser.parse_args(arguments)
    if chosen.read:
        print(f"{read_one(chosen.read):.2f}")
        return
    for figure in (speed(), memory(chosen.words // 10, chosen.words)):
        print("\n".join(lines(figure)))


if __name__ == "__main__":
    main()
