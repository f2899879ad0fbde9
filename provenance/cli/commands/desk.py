"""The commands under “Desk”: keys, people, notes, backups."""

from provenance.cli.commands.command import DESK, Command

COMMANDS = (
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
