"""The commands under “Judge”: what people decide, correct, name and tie."""

from provenance.cli.commands.command import JUDGE, Command

COMMANDS = (
    Command(
        "accept",
        "judge:accept",
        JUDGE,
        "Accept the proposed grades of claims.",
        ("provenance accept c12 c13",),
    ),
    Command(
        "override",
        "judge:override",
        JUDGE,
        "Give a claim another letter or digit.",
        (
            'provenance override c12 --digit 3 --compare "the port log" --why "the crane is in it"',
            'provenance override c12 --letter B --why "two years of checked reports"',
        ),
    ),
    Command(
        "refuse",
        "judge:refuse",
        JUDGE,
        "Refuse a claim: it is not one, or not this one.",
        ('provenance refuse c12 --why "a caption, not a claim"',),
    ),
    Command(
        "undo",
        "judge:undo",
        JUDGE,
        "Take your last decision back, or the entry named.",
        ("provenance undo", "provenance undo --entry 41"),
    ),
    Command(
        "correct",
        "amend:correct",
        JUDGE,
        "Correct a claim's kind, modality, wording, time, place, or who says it.",
        (
            "provenance correct c12 --kind forecast",
            'provenance correct c12 --time "3 March 2026" --place "Port Vale"',
            "provenance correct c12 --published 2026-03 --in d7",
            'provenance correct c12 --said-by "Port Office" --verified-by "Ada Example" --in d7',
            'provenance correct c12 --told-by "two dockers" --unnamed',
            "provenance correct c12 --unattributed",
        ),
    ),
    Command(
        "name",
        "amend:name",
        JUDGE,
        "Name the source behind words such as “analysts”.",
        ('provenance name c12 "harbour analysts" "Ada Example"',),
    ),
    Command(
        "genre",
        "amend:genre",
        JUDGE,
        "Say what kind of text a document is.",
        (
            'provenance genre d7 "guest column"',
            'provenance genre d7 "wire copy" --why "its page says so"',
        ),
    ),
    Command(
        "compare",
        "amend:compare",
        JUDGE,
        "Name what a claim is compared with, and how it fits.",
        (
            'provenance compare c12 --baseline "earlier tenders of this port" --fits agrees',
            "provenance compare c5 --with c9 --fits contradicts",
        ),
    ),
    Command(
        "claim add",
        "claim:claim_add",
        JUDGE,
        "Make words of a document a claim, in any language.",
        (
            'provenance claim add d7 --quote "the cranes were never inspected"',
            'provenance claim add d7 --quote "two cranes" --occurrence 2 --to c12',
            (
                'provenance claim add d7 --quote "two cranes were sold" --said-by "Port Office" '
                '--time "3 March 2026" --place "Port Vale"'
            ),
        ),
    ),
    Command(
        "claim merge",
        "claim:claim_merge",
        JUDGE,
        "Put a claim's appearances under another.",
        ("provenance claim merge c14 c12",),
    ),
    Command(
        "claim split",
        "claim:claim_split",
        JUDGE,
        "Split a claim, by document or by the words of its parts.",
        (
            "provenance claim split c12 d7",
            "provenance claim split c12 d7 --to c14",
            'provenance claim split c12 --quote "runs to 90 pages" --quote "names the buyer"',
        ),
    ),
    Command(
        "claim link",
        "claim:claim_link",
        JUDGE,
        "Say how a place in a document bears on a claim.",
        (
            "provenance claim link c12 d7 --as contradicts",
            'provenance claim link c12 d7 --as supports --of c14 --why "same sale"',
        ),
    ),
    Command(
        "claim unlink",
        "claim:claim_unlink",
        JUDGE,
        "Say that a place does not bear on a claim.",
        ('provenance claim unlink c12 d7 --why "another harbour"',),
    ),
    Command(
        "source rate",
        "relate:source_rate",
        JUDGE,
        "Give a source a letter, with the reason.",
        ('provenance source rate s3 B --why "two years of checked reports"',),
    ),
    Command(
        "source same",
        "relate:source_same",
        JUDGE,
        "Say that sources are one, or are not.",
        (
            "provenance source same",
            "provenance source same s3 s9 s12",
            "provenance source same --proposed",
            "provenance source same s3 s9 --refuse",
        ),
    ),
    Command(
        "source ours",
        "relate:source_ours",
        JUDGE,
        "Say that a source or a document is our own: it never adds an origin.",
        (
            "provenance source ours s3",
            "provenance source ours d7",
            "provenance source ours s3 --refuse",
        ),
    ),
    Command(
        "lineage confirm",
        "relate:lineage_confirm",
        JUDGE,
        "Confirm that one document goes back to another.",
        ("provenance lineage confirm d3 d1",),
    ),
    Command(
        "lineage refuse",
        "relate:lineage_refuse",
        JUDGE,
        "Refuse what is proposed between two documents.",
        ('provenance lineage refuse d3 d1 --why "same speech, other reporter"',),
    ),
    Command(
        "lineage add",
        "relate:lineage_add",
        JUDGE,
        "Say that one document goes back to another.",
        (
            'provenance lineage add d7 d3 --kind copy --why "the editor told us"',
            'provenance lineage add d7 "Vale Herald" --kind citation',
        ),
    ),
    Command(
        "lineage separate",
        "relate:lineage_separate",
        JUDGE,
        "Confirm that two documents have separate access, and name it.",
        ('provenance lineage separate d1 d7 --access "own reporter on the quay"',),
    ),
    Command(
        "impact",
        "impact:impact",
        JUDGE,
        "Say which grades would change if a source, document or capture fell.",
        ("provenance impact d7", "provenance impact s3 --json", "provenance impact"),
    ),
    Command(
        "retract",
        "impact:retract",
        JUDGE,
        "Say that a document, capture or source fell; list those that did.",
        (
            'provenance retract d7 --why "the paper withdrew it"',
            'provenance retract s3 --notice d9 --why "found to have invented it"',
            "provenance retract",
        ),
    ),
    Command(
        "say",
        "amend:say",
        JUDGE,
        "Record or correct what you know about a capture.",
        ('provenance say k3 --outlet "Example Post" --published 2026-03-04',),
    ),
)
