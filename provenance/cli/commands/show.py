"""The commands under “Show”: what is listed, shown and reported."""

from provenance.cli.commands.command import SHOW, Command

COMMANDS = (
    Command(
        "show",
        "show:show",
        SHOW,
        "Show a claim, document, capture, source or finding in full.",
        ("provenance show c12", "provenance show c12 --origins", "provenance show d3 --text"),
    ),
    Command(
        "list",
        "show:list_",
        SHOW,
        "List claims, documents, captures, sources, findings or log entries.",
        (
            "provenance list claims --kind fact",
            "provenance list captures --failed",
            "provenance list log --json",
        ),
    ),
    Command(
        "report",
        "work:report",
        SHOW,
        "Write the report: html, md, csv or json; of the case, or of one document.",
        (
            "provenance report -o report.html",
            "provenance report --format md",
            "provenance report --document d7 -o d7.html",
        ),
    ),
    Command(
        "lineage list",
        "relate:lineage_list",
        SHOW,
        "List who goes back to whom, and what was decided about it.",
        ("provenance lineage list d3", "provenance lineage list --refused"),
    ),
)
