"""The command line: built of the table of commands; what happens to the errors that end one."""

import os
import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError, Group

from provenance import __version__
from provenance.cli.commands import COMMANDS, GROUPS, ORDER
from provenance.cli.exits import ExitCode, code_of
from provenance.errors import ProvenanceError


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
