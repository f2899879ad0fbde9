"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "agent",
    "appearance",
    "attribution",
    "capture",
    "case",
    "claim",
    "collector_statement",
    "comparison",
    "derivation",
    "document",
    "finding",
    "grade",
    "inquiry",
    "link",
    "log_key",
    "policy",
    "restore",
    "review",
    "same_as",
    "separation",
    "source",
    "withdrawal",
    "checkpoint",
    "entry",
)


def upgrade() -> None:
    """Bring the schema up; there is no way down: a backup is made first."""
    op.create_table(
        "agent",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("public_key", sa.String(), nullable=True),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("agent_log", "agent", ["event", "ordinal"], unique=True)

    op.create_table(
        "appearance",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("selector", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("cue", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("quantities", sa.String(), nullable=False),
        sa.Column("places", sa.String(), nullable=False),
        sa.Column("times", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("finder", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("appearance_log", "appearance", ["event", "ordinal"], unique=True)
    op.create_index("ix_appearance_document", "appearance", ["document"], unique=False)

    op.create_table(
        "attribution",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("steps", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("attribution_log", "attribution", ["event", "ordinal"], unique=True)

    op.create_table(
        "capture",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("requested", sa.String(), nullable=False),
        sa.Column("uri", sa.String(), nullable=False),
        sa.Column("via", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("hops", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=True),
        sa.Column("charset", sa.String(), nullable=True),
        sa.Column("payload", sa.String(), nullable=True),
        sa.Column("transfer", sa.String(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("peer", sa.String(), nullable=True),
        sa.Column("certificate", sa.String(), nullable=True),
        sa.Column("begun_at", sa.String(), nullable=False),
        sa.Column("ended_at", sa.String(), nullable=False),
        sa.Column("modified_at", sa.String(), nullable=True),
        sa.Column("clock_offset_ms", sa.Integer(), nullable=True),
        sa.Column("collector", sa.String(), nullable=False),
        sa.Column("tool", sa.String(), nullable=False),
        sa.Column("tool_version", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("capture_log", "capture", ["event", "ordinal"], unique=True)
    op.create_index("ix_capture_payload", "capture", ["payload"], unique=False)

    op.create_table(
        "case",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("handling", sa.String(), nullable=False),
        sa.Column("bottom_line", sa.String(), nullable=False),
        sa.Column("caveats", sa.String(), nullable=False),
        sa.Column("reviewers", sa.Integer(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("case_log", "case", ["event", "ordinal"], unique=True)

    op.create_table(
        "checkpoint",
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("origin", "size"),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("quantities", sa.String(), nullable=False),
        sa.Column("places", sa.String(), nullable=False),
        sa.Column("times", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("claim_log", "claim", ["event", "ordinal"], unique=True)

    op.create_table(
        "collector_statement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("uri", sa.String(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("how", sa.String(), nullable=True),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "collector_statement_log", "collector_statement", ["event", "ordinal"], unique=True
    )

    op.create_table(
        "comparison",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=True),
        sa.Column("baseline", sa.String(), nullable=False),
        sa.Column("fits", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("comparison_log", "comparison", ["event", "ordinal"], unique=True)

    op.create_table(
        "current",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject", "slot"),
    )
    op.create_index("current_record", "current", ["record"], unique=False)

    op.create_table(
        "derivation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("downstream", sa.String(), nullable=False),
        sa.Column("upstream", sa.String(), nullable=True),
        sa.Column("upstream_name", sa.String(), nullable=True),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("directed", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("derivation_log", "derivation", ["event", "ordinal"], unique=True)
    op.create_index("ix_derivation_downstream", "derivation", ["downstream"], unique=False)
    op.create_index("ix_derivation_upstream", "derivation", ["upstream"], unique=False)

    op.create_table(
        "document",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("uri", sa.String(), nullable=False),
        sa.Column("extractor", sa.String(), nullable=False),
        sa.Column("extractor_version", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("charset", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("text_digest", sa.String(), nullable=False),
        sa.Column("whole", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("authors", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=True),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_basis", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("links", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("document_log", "document", ["event", "ordinal"], unique=True)
    op.create_index("ix_document_capture", "document", ["capture"], unique=False)
    op.create_index("ix_document_payload", "document", ["payload"], unique=False)

    op.create_table(
        "entry",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("open", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("finding_log", "finding", ["event", "ordinal"], unique=True)

    op.create_table(
        "grade",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("axis", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("definition_set", sa.String(), nullable=False),
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("rationale", sa.String(), nullable=False),
        sa.Column("rater", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("comparison", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("grade_log", "grade", ["event", "ordinal"], unique=True)
    op.create_index("ix_grade_subject", "grade", ["subject"], unique=False)

    op.create_table(
        "handle",
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("letter", "number"),
        sa.UniqueConstraint("identity"),
    )
    op.create_table(
        "inquiry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("sought", sa.String(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("inquiry_log", "inquiry", ["event", "ordinal"], unique=True)

    op.create_table(
        "link",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("appearance", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_link_appearance", "link", ["appearance"], unique=False)
    op.create_index("ix_link_claim", "link", ["claim"], unique=False)
    op.create_index("link_log", "link", ["event", "ordinal"], unique=True)

    op.create_table(
        "log_key",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("verifier_key", sa.String(), nullable=False),
        sa.Column("from_size", sa.Integer(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("log_key_log", "log_key", ["event", "ordinal"], unique=True)

    op.create_table(
        "policy",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("definition_set", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("policy_log", "policy", ["event", "ordinal"], unique=True)

    op.create_table(
        "restore",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("back_to", sa.Integer(), nullable=False),
        sa.Column("backup", sa.String(), nullable=False),
        sa.Column("left_origin", sa.String(), nullable=False),
        sa.Column("left_size", sa.Integer(), nullable=True),
        sa.Column("left_root", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("restore_log", "restore", ["event", "ordinal"], unique=True)

    op.create_table(
        "review",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("saw", sa.String(), nullable=False),
        sa.Column("reliability", sa.String(), nullable=True),
        sa.Column("credibility", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_review_claim", "review", ["claim"], unique=False)
    op.create_index("review_log", "review", ["event", "ordinal"], unique=True)

    op.create_table(
        "same_as",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("same_as_log", "same_as", ["event", "ordinal"], unique=True)

    op.create_table(
        "separation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("access", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("separation_log", "separation", ["event", "ordinal"], unique=True)

    op.create_table(
        "source",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("named", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("domain", sa.String(), nullable=True),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("aliases", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("ours", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("source_log", "source", ["event", "ordinal"], unique=True)

    op.create_table(
        "withdrawal",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("withdrawal_log", "withdrawal", ["event", "ordinal"], unique=True)
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f'CREATE TRIGGER "{table}_no_{verb.lower()}" BEFORE {verb} ON "{table}" '
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
