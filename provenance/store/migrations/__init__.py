"""Alembic migrations of a workspace's database, and the order of its schema versions."""

REVISIONS = ("0001",)  # oldest first
HEAD = REVISIONS[-1]
