"""Alembic migrations of a workspace's database, and the order of its schema versions.

A released migration is never edited. ``ADDED`` names the tables that a later version brought,
so that a check of an older workspace does not ask for them.
"""

REVISIONS = ("0001", "0002")  # oldest first
HEAD = REVISIONS[-1]
ADDED = {
    "0002": (
        "assistance",
        "assessed",
        "cosignature",
        "custody",
        "declaration",
        "erased",
        "erasure",
        "examination",
        "key_change",
        "key_use",
        "model_use",
        "posted",
        "posting",
        "retraction",
        "stamp",
        "witness",
    ),
}


def missing_at(revision: str | None) -> frozenset[str]:
    """Return the tables that a schema version does not have yet; none for an unknown one."""
    later = REVISIONS[REVISIONS.index(revision) + 1 :] if revision in REVISIONS else ()
    return frozenset(table for each in later for table in ADDED.get(each, ()))
