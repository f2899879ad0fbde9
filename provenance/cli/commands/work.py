"""The commands under “Work”: the main job, from captured bytes to graded claims."""

from provenance.cli.commands.command import WORK, Command

COMMANDS = (
    Command(
        "init",
        "work:init",
        WORK,
        "Make a workspace, and a key for you if you have none.",
        ("provenance init desk", 'provenance init desk --name "Ada Example"'),
    ),
    Command(
        "capture",
        "capture:capture",
        WORK,
        "Keep files, folders, addresses or standard input, byte for byte.",
        (
            "provenance capture article.html notes/ https://example.org/story",
            "provenance capture --from list.txt",
            'pbpaste | provenance capture - --said-outlet "Example Post" --how "from e-mail"',
        ),
    ),
    Command(
        "assess",
        "work:assess",
        WORK,
        "Find claims, attribute them, corroborate, trace lineage, grade.",
        ("provenance assess", "provenance assess --dry-run", "provenance assess --dry-run --json"),
    ),
    Command(
        "status",
        "show:status",
        WORK,
        "Say what is new, open or stale, and what to do next.",
        ("provenance status",),
    ),
    Command(
        "next",
        "show:next_",
        WORK,
        "List what to look for, the most useful first.",
        ("provenance next", "provenance next --limit 3 --json"),
    ),
    Command(
        "check",
        "check:check",
        WORK,
        "Check a draft of your own against the claims: what carries each sentence.",
        (
            "provenance check draft.md",
            "provenance check draft.html --html checked.html",
            "provenance check - --json",
        ),
    ),
    Command(
        "near",
        "near:near",
        WORK,
        "List captured texts that tell of the same event as a document or a draft.",
        ("provenance near d7", "provenance near draft.md --limit 5 --json"),
    ),
    Command("review", "work:review", WORK, "Open the review room.", ("provenance review",)),
    Command(
        "inquiry add",
        "judge:inquiry_add",
        WORK,
        "Record what was looked for or who was asked, where, and what came of it.",
        (
            (
                'provenance inquiry add c12 --sought "the annex" --where "court register" '
                '--words "annex 7" --result "nothing found"'
            ),
        ),
    ),
    Command(
        "inquiry list", "show:inquiries", WORK, "List inquiries.", ("provenance inquiry list",)
    ),
)
