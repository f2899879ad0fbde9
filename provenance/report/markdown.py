"""The report in Markdown, briefer than the page, for a brief or a message.

Captured text is escaped (CommonMark 0.31, 2.4), so that it brings no markup, no link and no
HTML with it; the same environment rules as for the page hold: nothing is printed that did not
go through ``provenance.display``, and a value that is not known stops the rendering.
Addresses are written as text: a reader's program may still turn them into links.
"""

import re
from functools import cache
from typing import Any

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from provenance.display import for_markdown, for_terminal, one_line
from provenance.model.dossier import Dossier
from provenance.report import excerpts, order, overview, plain, words
from provenance.report.page import TOP_LEADS

# Letters, digits and such marks hold nothing that Markdown reads as markup, if no line begins
# as a list does and nothing looks like an address (GFM 6.9 links those by themselves).
_PLAIN = re.compile(
    r"(?![0-9]+[.)])(?:[^\W_]|[(“])(?:[^\W_]|[ ,;.?()“”‘’'…–-]|:(?= |[A-Z]|[0-9]{2}\b))*:?"
)
_ADDRESS = re.compile(r"www\.", re.IGNORECASE)


def markdown(dossier: Dossier) -> str:
    """Return the report as Markdown."""
    groups = overview.groups(dossier.claims)
    documents = {document.id: document for document in dossier.documents}
    return rendered(
        "report.md",
        dossier=dossier,
        order=order,
        case=dossier.case,
        summary=overview.summary(dossier),
        groups=groups,
        matrix=overview.matrix(groups.facts),
        leads=dossier.leads[:TOP_LEADS],
        documents=documents,
        excerpt=lambda appearance: excerpts.excerpt(appearance, documents),
    )


def rendered(template: str, **values: Any) -> str:
    """Return a template as Markdown in which every value is escaped."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=PackageLoader("provenance.report"),
        autoescape=False,  # finalize escapes for Markdown
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=escaped,
    )
    environment.filters["code"] = code
    environment.filters["block"] = block
    environment.filters["sentence"] = plain.sentence_case
    environment.globals["words"] = words
    environment.globals["plain"] = plain
    return environment


def escaped(value: object) -> str:
    """Return what a template prints as text that Markdown shows as it is; None is refused."""
    if isinstance(value, Markup):
        return str(value)
    if value is None:
        raise TypeError("a template prints a value that is not known")
    text = one_line(str(value))
    plain = _PLAIN.fullmatch(text) and not _ADDRESS.search(text)
    return text if plain else for_markdown(str(value))


def code(text: str) -> Markup:
    """Return text as a code span, longer than any run of backticks in it."""
    line = one_line(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return Markup(fence + pad + line + pad + fence)  # noqa: S704  # not HTML: marked as done


def block(text: str) -> Markup:
    """Return text as an indented code block, each line kept."""
    return Markup("\n".join("    " + line for line in for_terminal(text).splitlines()))  # noqa: S704
