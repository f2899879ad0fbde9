"""The report as one HTML file that fetches nothing and runs nothing.

Three walls stand between captured text and the reader. Every value that a template prints goes
through ``provenance.display`` (controls, bidirectional and zero-width characters become
visible) and is then escaped; neither can be forgotten, because the environment does both. A
None or an undefined value stops the rendering instead of printing a word. And the file's own
Content-Security-Policy (Level 3) allows one style sheet, by its digest, and nothing else: no
script, no image, no font, no form, no base address.

An address becomes a link only through ``display.shown_link``.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from provenance.display import for_terminal, one_line, shown_link
from provenance.model.dossier import Dossier
from provenance.report import excerpts, graph, order, overview, plain, words

TOP_LEADS = 10
_MARK_COLOURS = {"CLEAR": "clear", "GREEN": "green", "AMBER": "amber", "RED": "red"}


def html(dossier: Dossier) -> str:
    """Return the report as one HTML document."""
    documents = {document.id: document for document in dossier.documents}
    groups = overview.groups(dossier.claims)
    facts = order.arranged(groups.facts)
    return rendered(
        "report.html",
        dossier.case.handling,
        dossier=dossier,
        case=dossier.case,
        summary=overview.summary(dossier),
        groups=groups,
        facts=facts,
        sheaves=order.sheaves(facts.rest, dossier.documents),
        order=order,
        matrix=(table := overview.matrix(groups.facts)),
        filled=overview.filled(table),
        leads=dossier.leads[:TOP_LEADS],
        excerpt=lambda appearance: excerpts.excerpt(appearance, documents),
        documents=documents,
        anchors=anchors(dossier),
        stands_on=stands_on(dossier),
        evidenced=frozenset(view.id for view in dossier.derivations),
        labels=dossier.labels,
        picture=graph.picture,
    )


def rendered(template: str, handling: str, *, styles: Sequence[str] = (), **values: Any) -> str:
    """Return a template as a page that allows its own style alone; ``styles`` are added to it."""
    style = _style(handling, styles)
    return (
        _environment()
        .get_template(template)
        .render(
            style=style,
            style_digest=_csp_digest(style),
            mark_class=mark_class(handling),
            handling=handling,
            **values,
        )
    )


@cache
def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=PackageLoader("provenance.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=visible,
    )
    environment.filters["link"] = link
    environment.filters["capitalize_first"] = plain.sentence_case
    environment.globals["words"] = words
    environment.globals["plain"] = plain
    return environment


def visible(value: object) -> object:
    """Return what a template prints with every hidden character shown; None is refused."""
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template prints a value that is not known")
    return for_terminal(str(value))


def link(uri: str) -> Markup:
    """Return an address as a link where it may be one, else as text."""
    shown = Markup("{}").format(for_terminal(uri))
    target = shown_link(uri)
    if target is None:
        return Markup('<span class="address">{}</span>').format(shown)
    return Markup('<a class="address" rel="noreferrer noopener nofollow" href="{}">{}</a>').format(
        target, shown
    )


def mark_class(handling: str) -> str:
    """Return the style class of a handling mark (colours of the Traffic Light Protocol 2.0)."""
    word = handling.upper().removeprefix("TLP:").split("+")[0].strip()
    return _MARK_COLOURS.get(word, "other")


def anchors(dossier: Dossier) -> frozenset[str]:
    """Return the handles that have a place in the page."""
    listed = (dossier.claims, dossier.documents, dossier.captures, dossier.sources)
    return frozenset(view.handle for views in listed for view in views)


def stands_on(dossier: Dossier) -> Mapping[str, str]:
    """Return the handle under which each record that a reason names is shown."""
    handles: dict[str, str] = {}
    for views in (dossier.documents, dossier.captures, dossier.sources):
        handles |= {view.id: view.handle for view in views}
    for claim in dossier.claims:
        handles |= {claim.id: claim.handle, claim.version: claim.handle}
        handles |= {finding.id: finding.handle for finding in claim.findings}
        handles |= {appearance.id: appearance.document for appearance in claim.appearances}
    return handles


def _style(handling: str, more: Sequence[str]) -> Markup:
    names = ("style.css", *more)
    source = "".join(_sources().get_source(_environment(), name)[0] for name in names)
    # The mark stands on each printed page; as a CSS string every character but letters and
    # digits is written as an escape (CSS Syntax 3, 4.3.7), so it cannot end the string.
    mark = "".join(
        character if character.isascii() and character.isalnum() else f"\\{ord(character):06x}"
        for character in one_line(handling)
    )
    return Markup(source.replace("HANDLING-MARK", mark))  # noqa: S704  # our own file


def _sources() -> PackageLoader:
    return PackageLoader("provenance.report")


def _csp_digest(style: Any) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(str(style).encode()).digest()).decode()
