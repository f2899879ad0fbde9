"""Other press worlds from a random seed, with the same structure of truth as the newsroom.

A world holds stories of three forms, in turn: an agency's report that is copied, rewritten,
cited, denied and told again by somebody who was there; a leak whose words grow on the way; two
outlets that credit each other. Look-alikes (the same kind of event elsewhere) stand beside
them. The same seed gives the same world, byte for byte. The wordings are in
``vocabulary.toml``; each kind of event is used once in a world, so that two unrelated
documents never share text by accident of the template.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from seeds.editing import Line, cut, miscopied, moved, reworded, within
from seeds.pages import Page
from seeds.press import Event, Press
from seeds.volume import articles, vocabulary
from seeds.world import Drift, Sentence, World

__all__ = ["articles", "generate"]

# What changes from each step of a leak to the next, as its wordings have it.
_LEAK_CHANGES = (
    ("hedge dropped",),
    ("verification strengthened",),
    ("agreed became delivered", "quantity changed"),
    ("quantity changed",),
)


def generate(seed: int, stories: int = 5) -> World:
    """Return the world of that seed; ValueError for more stories than there are kinds of event."""
    rng = Random(seed)
    domains = rng.sample(vocabulary()["domains"], len(vocabulary()["domains"]))
    if not 1 <= stories <= len(domains) + 1:
        raise ValueError(f"a world has 1 to {len(domains) + 1} stories")
    press = Press(rng)
    for number in range(stories):
        if number == 1:
            _leak(press)
        elif number == 2:
            _ring(press, domains.pop())
        else:
            _report(press, domains.pop())
    return press.world()


def _identity(page: Page) -> str:
    return page.path.rpartition("/")[2]


def _report(press: Press, domain: Mapping[str, Any]) -> None:
    """Print an agency's report and all that becomes of it."""
    rng = press.rng
    event = press.event(domain)
    lookalike = _lookalike(press, domain, event) if rng.random() < 0.7 else None
    lines = (*event.lines(0, "agency"), *press.background(8))
    dateline = Line(f"This report was sent by the {press.agency} from {event.values['place']}.")
    agency = press.publish(event, press.agency, event.headline(0), (*lines, dateline))
    source = _identity(agency)
    if lookalike is not None:
        press.lookalikes.append((lookalike, source))  # later pages of the event link to it
    for style in rng.sample(
        ("verbatim", "cut", "reworded", "moved", "credited"), rng.randint(3, 5)
    ):
        _copy(press, event, lines, source, style)
    if rng.random() < 0.5:
        _miscopy(press, event, lines, source)
    if rng.random() < 0.7:
        rewrite = (*event.lines(1, "agency"), *press.background(6))
        page = press.publish(event, press.outlet(), event.headline(1), rewrite)
        press.derive(_identity(page), source, "rewrite")
    witness = _witness(press, event)
    if lookalike is not None:
        press.lookalikes.append((lookalike, witness))
    if rng.random() < 0.7:
        _denial(press, event)


def _lookalike(press: Press, domain: Mapping[str, Any], event: Event) -> str:
    """Print the same kind of event some weeks earlier in another place."""
    twin = press.event(domain, "-elsewhere")
    places = [place for place in press.terms["places"] if place != event.values["place"]]
    twin = replace(twin, values={**twin.values, "place": press.rng.choice(places)})
    lines = (*twin.lines(3, "elsewhere"), *press.background(6), *press.scenery(2))
    page = press.publish(twin, press.outlet(), twin.headline(3), lines)
    press.skip(press.rng.randint(9, 40))
    return _identity(page)


def _copy(press: Press, event: Event, lines: tuple[Line, ...], source: str, style: str) -> None:
    title = event.headline(press.rng.choice((0, 1)))
    changed = {
        "verbatim": lambda: lines,
        "cut": lambda: cut(lines, press.rng.randint(4, 7)),
        "reworded": lambda: reworded(lines, press.terms["synonyms"], press.rng),
        "moved": lambda: moved(lines, event.values["day"]),
        "credited": lambda: (*lines, Line(f"Source: {press.agency}")),
    }[style]()
    page = press.publish(event, press.outlet(), title, changed)
    press.derive(_identity(page), source, "copy")


def _miscopy(press: Press, event: Event, lines: tuple[Line, ...], source: str) -> None:
    """Print a copy with a wrong figure, and its correction."""
    outlet = press.outlet()
    wrong = miscopied(lines)
    page = press.publish(event, outlet, event.headline(0), wrong)
    copy = _identity(page)
    press.derive(copy, source, "copy")
    right, false = lines[0].fragment, wrong[0].fragment
    if right != false:
        press.drifts.append(Drift(copy, source, "quantity changed", right, false))
    sorry = (
        Line(f"Correction: Our article [{page.title}]({press.address(copy)}) gave a wrong figure."),
        lines[0],
        Line("We regret the error."),
    )
    corrected = press.publish(event, outlet, f"Correction: {page.title}", sorry)
    press.derive(_identity(corrected), copy, "correction")
    if right != false:
        press.drifts.append(Drift(_identity(corrected), copy, "quantity changed", false, right))


def _witness(press: Press, event: Event) -> str:
    """Print an own reporter's story from the spot; it may be cited, and pasted."""
    outlet = press.outlet()
    seen = (*event.lines(2, "witness"), *press.scenery(3), *press.background(6))
    page = press.publish(event, outlet, event.headline(2), seen)
    identity = _identity(page)
    if press.rng.random() < 0.7:
        _citation(press, event, page, seen[0])
    if press.rng.random() < 0.5:
        _quotation(press, event, page, seen[1])
    if press.rng.random() < 0.4:
        press.paste(page, identity, seen)
    return identity


def _citation(press: Press, event: Event, source: Page, line: Line) -> None:
    """Print what another outlet reports, in its words and with its name."""
    document = _identity(source)
    told = within(line.text)
    credit = f"According to the [{source.outlet}]({press.address(document)}), {told}."
    cited = replace(line, text=credit, stated=told, says=source.outlet)
    lines = (cited, *press.scenery(1), *press.background(6))
    title = f"{source.outlet}: {event.headline(2)}"
    page = press.publish(event, press.outlet(), title, lines)
    press.derive(_identity(page), document, "citation")


def _quotation(press: Press, event: Event, source: Page, line: Line) -> None:
    """Print one sentence of another outlet between quotation marks."""
    document = _identity(source)
    credit = f"The [{source.outlet}]({press.address(document)}) puts it like this:"
    quoted = replace(line, text=f'{credit} "{line.text}"', stated=line.fragment, says=source.outlet)
    lines = (*press.scenery(2), quoted, *press.background(5))
    page = press.publish(event, press.outlet(), "What others write", lines)
    press.derive(_identity(page), document, "quotation")


def _denial(press: Press, event: Event) -> None:
    texts = [text.format_map(event.values) for text in event.domain["denial"]]
    story = f"{event.name}-{event.domain['denies'] + 1}"
    denier = event.domain.get("denier", event.domain["org"]).format_map(event.values)
    denied = Line(texts[0], story, "denial", "contradicts", "denied", denier)
    lines = (denied, *(Line(text) for text in texts[1:]), *press.background(6))
    org = event.domain["org"]
    press.publish(event, press.outlet(), f"{org[0].upper()}{org[1:]} rejects report", lines)


def _ring(press: Press, domain: Mapping[str, Any]) -> None:
    """Print two or three outlets that credit one another in a circle, and nobody else."""
    event = press.event(domain)
    outlets = [press.outlet() for _ in range(press.rng.choice((2, 2, 3)))]
    pages = []
    for wording, outlet in enumerate(outlets):
        credit = press.credit(outlets[(wording + 1) % len(outlets)])
        first, *others = event.claims(wording, "ring")
        told = (first, credit, *others, *press.background(6))
        pages.append(_identity(press.publish(event, outlet, event.headline(wording), told)))
    for number, page in enumerate(pages):
        press.derive(page, pages[(number + 1) % len(pages)], "citation")
    press.rings.add(frozenset(pages))


def _leak(press: Press) -> None:
    """Print a leak whose hedge gets lost and whose amount grows, step by step, into an opinion."""
    leak = press.rng.choice(press.terms["leaks"])
    event = press.event(leak)
    values = {
        **event.values,
        "a2": event.values["a"] * 13 // 10,
        "a3": event.values["a"] * 16 // 10,
    }
    chain: list[tuple[str, str, Line]] = []
    for number, step in enumerate(leak["steps"]):
        outlet = press.outlet()
        story = "leak-agreed" if number < 3 else "leak-supply"
        texts = [text.format_map({**values, "outlet": outlet}) for text in step]
        claim = Line(texts[0], story, "leak", modality="asserted" if number else "hedged")
        lines = [claim, *(Line(text) for text in texts[1:])]
        chain.append(_leak_step(press, event, chain, outlet, lines))
    opinions = [(kind, text.format_map(values)) for kind, text in leak["opinion"]]
    lines = [Line(text) for _, text in opinions]
    lines[0] = replace(lines[0], story="leak-supply", origin="leak")
    last = _leak_step(press, event, chain, press.outlet(), lines, section="Opinion")
    press.sentences += [Sentence(last[0], text.rstrip("."), kind) for kind, text in opinions]
    press.drifts += [
        Drift(down, up, change, before.fragment, after.fragment)
        for (down, _, after), (up, _, before), changes in zip(
            [*chain, last][1:], chain, _LEAK_CHANGES, strict=True
        )
        for change in changes
    ]


def _leak_step(
    press: Press,
    event: Event,
    chain: Sequence[tuple[str, str, Line]],
    outlet: str,
    lines: list[Line],
    *,
    section: str = "",
) -> tuple[str, str, Line]:
    """Publish one step, which credits the one before; return (document, outlet, its claim)."""
    told = [*lines, *(() if section else press.background(6))]
    if chain:
        before, name, _ = chain[-1]
        told.insert(1, press.credit(name, press.address(before)))
    domain = {**event.domain, "section": section or event.domain["section"]}
    title = event.headline(len(chain))
    page = press.publish(replace(event, domain=domain), outlet, title, told)
    if chain:
        press.derive(_identity(page), chain[-1][0], "citation")
    return _identity(page), outlet, lines[0]
