"""Errors: what makes a program stop. Bad evidence is data (a Finding), never one of these.

::

    ProvenanceError
    ├── UsageError               the command's words cannot be carried out
    │   └── UnknownHandleError   no record has that handle
    ├── WorkspaceError           the folder cannot serve as a workspace
    │   ├── WorkspaceNotFoundError
    │   ├── WorkspaceExistsError
    │   ├── SchemaVersionError   the database is newer or older than this program
    │   └── WorkspaceBusyError   another program holds the write lock
    ├── ConflictError            the record that a decision was about is no longer current
    ├── ReviewError              the review rules do not allow this decision
    ├── SigningKeyError          a private key is missing, locked or not the one expected
    │   ├── KeyNotFoundError
    │   ├── PassphraseError
    │   └── ForeignKeyError
    ├── FetchError               an exchange with the network did not complete
    ├── ExtractError             a payload has no text that can be read
    ├── PolicyError              a rule table is malformed
    ├── AuditError               the log, or something signed over it, is not acceptable
    │   ├── NoteError            a signed note does not parse or does not verify
    │   ├── ProofError           a Merkle proof does not lead to the root
    │   ├── StampError           a time stamp does not parse or does not verify
    │   ├── PackageError         a disclosure package is not what it says
    │   └── ForkError            signing would contradict what was signed before
    └── BackupError              a backup cannot be made, read or put back

Messages are written for the person who reads them in the terminal: what is wrong,
then what to do next. Errors never print and never exit.
"""


class ProvenanceError(Exception):
    """Root of every error raised on purpose here."""


class UsageError(ProvenanceError):
    """The command's words cannot be carried out."""


class UnknownHandleError(UsageError):
    """No record has that handle."""


class WorkspaceError(ProvenanceError):
    """The folder cannot serve as a workspace."""


class WorkspaceNotFoundError(WorkspaceError):
    """No workspace in this folder or above it."""


class WorkspaceExistsError(WorkspaceError):
    """The folder already is a workspace."""


class SchemaVersionError(WorkspaceError):
    """The database is newer or older than this program."""


class WorkspaceBusyError(WorkspaceError):
    """Another program holds the write lock."""


class ConflictError(ProvenanceError):
    """The record that a decision was about is no longer current."""


class ReviewError(ProvenanceError):
    """The review rules do not allow this decision."""


class SigningKeyError(ProvenanceError):
    """A private key is missing, locked or not the one expected."""


class KeyNotFoundError(SigningKeyError):
    """No private key where one is expected."""


class PassphraseError(SigningKeyError):
    """The private key is encrypted and the passphrase does not open it."""


class ForeignKeyError(SigningKeyError):
    """The private key is not the one that the record names."""


class FetchError(ProvenanceError):
    """An exchange with the network did not complete; the message is the reason kept."""


class ExtractError(ProvenanceError):
    """A payload has no text that can be read; the message is the reason kept."""


class PolicyError(ProvenanceError):
    """A rule table is malformed."""


class AuditError(ProvenanceError):
    """The log, or something signed over it, is not acceptable."""


class NoteError(AuditError):
    """A signed note does not parse or does not verify."""


class ProofError(AuditError):
    """A Merkle proof does not lead to the root."""


class StampError(AuditError):
    """A time stamp, or what it stands on, does not parse or does not verify."""


class PackageError(AuditError):
    """A disclosure package is not what it says, or cannot be made."""


class ForkError(AuditError):
    """Signing would contradict what was signed before."""


class BackupError(ProvenanceError):
    """A backup cannot be made, read or put back."""
