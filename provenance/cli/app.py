"""The table of commands, and what happens to the errors that end one."""

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from cyclopts import App, CycloptsError, Group

from provenance import __version__
from provenance.cli.exits import ExitCode, code_of
from provenance.errors import ProvenanceError


class Command(NamedTuple):
    """One command: its words, where its function is, its help and examples."""

    words: str
    path: str
    group: str
    help: str
    examples: tuple[str, ...]


WORK, JUDGE, SHOW, AUDIT, DESK = ORDER = ("Work", "Judge", "Show", "Audit", "Desk")
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
        "work:capture",
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
        "lineage list",
        "relate:lineage_list",
        SHOW,
        "List who goes back to whom, and what was decided about it.",
        ("provenance lineage list d3", "provenance lineage list --refused"),
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
    Command(
        "verify",
        "audit:verify",
        AUDIT,
        "Check everything, or a package; write nothing.",
        (
            "provenance verify",
            "provenance verify --all --against kept/checkpoint",
            "provenance verify package.zip",
        ),
    ),
    Command(
        "audit export",
        "audit:export",
        AUDIT,
        "Write the log for outsiders.",
        ("provenance audit export -o audit/",),
    ),
    Command(
        "audit key",
        "keys:key",
        AUDIT,
        "Print the key that verifies the log's checkpoints.",
        ("provenance audit key",),
    ),
    Command(
        "audit rotate",
        "keys:rotate",
        AUDIT,
        "Give up the log's key for a new one.",
        ('provenance audit rotate --why "the notebook was stolen"',),
    ),
    Command(
        "audit witness",
        "keys:witness",
        AUDIT,
        "Introduce a witness of this log.",
        ("provenance audit witness KEY",),
    ),
    Command(
        "audit cosigned",
        "keys:cosigned",
        AUDIT,
        "Keep a checkpoint that a witness has cosigned.",
        ("provenance audit cosigned checkpoint.cosigned",),
    ),
    Command(
        "audit cosign",
        "keys:cosign",
        AUDIT,
        "Witness another desk's log.",
        (
            "provenance audit cosign their-export/checkpoint --log-key KEY -o checkpoint.cosigned",
            "provenance audit cosign their-export/checkpoint -o checkpoint.cosigned",
        ),
    ),
    Command(
        "audit cosign-key",
        "keys:cosign_key",
        AUDIT,
        "Print the key of your cosignatures; make one if needed.",
        ("provenance audit cosign-key",),
    ),
    Command(
        "audit anchor",
        "anchor:anchor",
        AUDIT,
        "Keep the newest checkpoint outside, and have it stamped.",
        ("provenance audit anchor",),
    ),
    Command(
        "audit renew",
        "anchor:renew",
        AUDIT,
        "Renew time stamps before their certificates end.",
        ("provenance audit renew", "provenance audit renew --within 30"),
    ),
    Command(
        "custody",
        "custody:custody",
        AUDIT,
        "Print who had the evidentiary copy of a capture.",
        ("provenance custody k3",),
    ),
    Command(
        "evidence",
        "custody:evidence",
        AUDIT,
        "Open or export the evidentiary copy of a capture.",
        ('provenance evidence k3 -o k3.html --to "counsel" --why "hearing of 4 March"',),
    ),
    Command(
        "erase",
        "erase:erase",
        AUDIT,
        "Destroy records and all that was derived from them.",
        ('provenance erase k3 --why "order of the court of Kelso, 4 March 2026"',),
    ),
    Command(
        "audit disclose",
        "disclose:disclose",
        AUDIT,
        "Write records that an outsider can check, some fields withheld.",
        (
            'provenance audit disclose c12 --to "District court" -o package.zip',
            'provenance audit disclose c12 k3 --withhold capture.collector --to "Ben Example"',
        ),
    ),
    Command(
        "audit prove",
        "disclose:prove",
        AUDIT,
        "Prove that a record is in the log, without its content.",
        ("provenance audit prove c12 -o c12.tlog-proof",),
    ),
    Command(
        "exhibit",
        "disclose:exhibit",
        AUDIT,
        "Write a PDF to sign about a capture, with its proofs beside it.",
        ('provenance exhibit k3 --to "District court" -o exhibit-k3.pdf',),
    ),
    Command(
        "backup",
        "audit:backup",
        AUDIT,
        "Write the workspace into one file.",
        ("provenance backup desk-backup.zip",),
    ),
    Command(
        "restore",
        "audit:restore",
        AUDIT,
        "Put a backup back, and record it.",
        ('provenance restore desk-backup.zip --why "disk failure"',),
    ),
    Command(
        "upgrade",
        "audit:upgrade",
        AUDIT,
        "Bring an older workspace up to this program, after a backup.",
        ("provenance upgrade",),
    ),
    Command(
        "note add",
        "notes:add",
        DESK,
        "Write a scratch note: outside record, log and exports.",
        ('provenance note add "ask the harbour master" --about c12',),
    ),
    Command(
        "note list",
        "notes:list_",
        DESK,
        "List scratch notes.",
        ("provenance note list",),
    ),
    Command(
        "note delete",
        "notes:delete",
        DESK,
        "Delete a scratch note.",
        ("provenance note delete 3",),
    ),
    Command(
        "case",
        "judge:case",
        DESK,
        "Show or write the case: question, bottom line, caveats.",
        ("provenance case", 'provenance case --question "Who sold the cranes?" --reviewers 1'),
    ),
    Command(
        "llm on",
        "llm:on",
        DESK,
        "Let the language model of workspace.toml read the case's texts.",
        ('provenance llm on --why "agreed with the desk"',),
    ),
    Command(
        "llm off",
        "llm:off",
        DESK,
        "Send no text to a language model from now on.",
        ("provenance llm off",),
    ),
    Command(
        "llm show",
        "llm:show",
        DESK,
        "Say whether a language model may read, and what came of it.",
        ("provenance llm show", "provenance llm show --json"),
    ),
    Command(
        "agent add",
        "audit:agent_add",
        DESK,
        "Introduce a colleague by public key.",
        ('provenance agent add "Ben Example" PUBLICKEY',),
    ),
    Command(
        "agent key",
        "audit:agent_key",
        DESK,
        "Print your public key; make one if needed.",
        ("provenance agent key",),
    ),
    Command(
        "agent rotate",
        "keys:agent_rotate",
        DESK,
        "Give up your key for a new one.",
        ('provenance agent rotate --why "once a year"',),
    ),
    Command(
        "agent list",
        "audit:agent_list",
        DESK,
        "List who may act on this desk.",
        ("provenance agent list",),
    ),
    Command(
        "completion",
        "audit:completion",
        DESK,
        "Print the completion script of a shell.",
        ("provenance completion bash > ~/.local/share/bash-completion/completions/provenance",),
    ),
)
GROUPS = {
    "inquiry": ("What was looked for, and what came of it.", WORK),
    "claim": ("Add claims by hand, divide them, put them together.", JUDGE),
    "source": ("Letters of sources, and which are one.", JUDGE),
    "lineage": ("Settle who goes back to whom.", JUDGE),
    "audit": ("The log, for outsiders.", AUDIT),
    "llm": ("A language model that may mark statements in texts.", DESK),
    "agent": ("Who may act on this desk.", DESK),
    "note": ("Scratch notes: outside record, log and exports.", DESK),
}


def build() -> App:
    """Return the command line, nothing imported yet that a command needs."""
    app = App(
        name="provenance",
        help="What bytes were seen, who says it, who told them, who else, how far to believe it.",
        help_epilogue="Begin with: provenance init desk. Each command has --help with examples.",
        version=__version__,
        help_format="plaintext",  # anything else loads a parser of Markdown
        print_error=False,
        exit_on_error=False,
        suppress_keyboard_interrupt=False,
        result_action="return_value",
    )
    headings = {name: Group(name, sort_key=place) for place, name in enumerate(ORDER)}
    subs: dict[str, App] = {}
    for place, command in enumerate(COMMANDS):
        first, _, second = command.words.partition(" ")
        if second and first not in subs:
            text, group = GROUPS[first]
            subs[first] = App(name=first, help=text, group=headings[group], sort_key=place)
            app.command(subs[first])
        parent, name = (subs[first], second) if second else (app, first)
        parent.command(
            f"provenance.cli.{command.path}",
            name=name,
            help=command.help,
            help_epilogue="\n".join(("Examples:", *(f"  {each}" for each in command.examples))),
            sort_key=place,
            group=None if second else headings[command.group],
        )
    return app


def main(words: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; the console script exits with it."""
    given = list(sys.argv[1:] if words is None else words)
    if given[:1] in (["capture"], ["check"]):
        # The parser takes a lone dash for a broken option; the command knows it by this name.
        given = ["stdin:" if word == "-" else word for word in given]
    app = build()
    try:
        result = app(given)
        sys.stdout.flush()  # so that a reader who has gone is noticed here
    except CycloptsError as error:
        words_of = " ".join(("provenance", *(error.command_chain or ())))
        _say(f"{error}\nSee: {words_of} --help")
        return ExitCode.USAGE
    except ProvenanceError as error:
        _say(str(error))
        return code_of(error)
    except KeyboardInterrupt:
        _say("interrupted; what was acknowledged is kept. Run the same command again to go on")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except OSError as error:
        _say(f"the system refuses: {_refusal(error)}")
        return ExitCode.FAILED
    return result if isinstance(result, int) else ExitCode.OK


def _refusal(error: OSError) -> str:
    """Return what the system says, without its number for it."""
    name = f"{error.filename}: " if error.filename else ""
    return f"{name}{error.strerror or error}"


def _say(text: str) -> None:
    from provenance.cli.output import styled, talk
    from provenance.display import for_terminal

    talk(f"{styled('provenance:', 'red', stream=sys.stderr)} {for_terminal(text)}")
