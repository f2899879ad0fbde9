"""Revocation lists: what undoes a stamp, what does not, and what stays unknown."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ReasonFlags
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.audit.revocation import addresses, check_standing, read_list
from provenance.errors import StampError
from tests.stamping import LISTS, Authority, authority, hours

NOW = datetime.now(UTC)
BEFORE, AFTER = NOW - timedelta(hours=2), NOW + timedelta(hours=2)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("tsa"), lists=LISTS)


def chain(local: Authority) -> tuple[bytes, ...]:
    return local.signer.public_bytes(Encoding.DER), *local.roots_der


def test_the_lists_are_where_the_certificates_say(local: Authority, tmp_path: Path) -> None:
    assert addresses(chain(local)) == (LISTS,)
    assert addresses(chain(authority(tmp_path / "none"))) == ()
    assert addresses(chain(authority(tmp_path / "file", lists="file:///etc/passwd"))) == ()


def test_a_certificate_that_is_on_no_list_stood(local: Authority) -> None:
    found = check_standing(chain(local), [local.list_of([])], hours(0))
    assert not found.revoked_since
    assert "CN=quay time stamps was not revoked as of" in found.notes[0]


def test_without_a_list_it_is_said_to_be_unknown(local: Authority, tmp_path: Path) -> None:
    foreign = authority(tmp_path / "namesake")  # the same names, another key
    for lists in ([], [foreign.list_of([])]):
        found = check_standing(chain(local), lists, hours(0))
        assert "is not known" in found.notes[0]


def test_a_list_that_ended_before_the_stamp_says_nothing_of_it(local: Authority) -> None:
    found = check_standing(chain(local), [local.list_of([])], hours(24 * 8))
    assert "the list kept is older" in found.notes[0]


@pytest.mark.parametrize("reason", [ReasonFlags.superseded, ReasonFlags.cessation_of_operation])
def test_given_up_after_the_stamp_leaves_the_stamp(local: Authority, reason: ReasonFlags) -> None:
    listed = local.revoking(when=AFTER, reason=reason)
    found = check_standing(chain(local), [listed], hours(0))
    assert found.revoked_since
    assert "after it stamped" in found.notes[0]


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        (BEFORE, ReasonFlags.superseded),
        (AFTER, ReasonFlags.key_compromise),
        (AFTER, ReasonFlags.ca_compromise),
        (AFTER, None),
    ],
    ids=["before", "key compromised", "root compromised", "no reason given"],
)
def test_revoked_in_a_way_that_undoes_the_stamp(
    local: Authority, when: datetime, reason: ReasonFlags | None
) -> None:
    with pytest.raises(StampError, match="undoes its stamps"):
        check_standing(chain(local), [local.revoking(when=when, reason=reason)], hours(0))


def test_the_newest_list_counts_whatever_the_order(local: Authority) -> None:
    old = local.list_of([])
    new = local.revoking(when=AFTER, reason=ReasonFlags.key_compromise, later=timedelta(hours=1))
    for lists in ([old, new], [new, old]):
        with pytest.raises(StampError, match="undoes its stamps"):
            check_standing(chain(local), lists, hours(0))


def test_a_list_is_read_as_der_and_as_pem(local: Authority) -> None:
    der = local.list_of([])
    assert read_list(der) == der
    assert read_list(x509.load_der_x509_crl(der).public_bytes(Encoding.PEM)) == der


@given(raw=st.binary(max_size=200))
def test_what_is_no_list_is_refused(raw: bytes) -> None:
    with pytest.raises(StampError):
        read_list(raw)
    with pytest.raises(StampError):
        read_list(b"-----BEGIN X509 CRL-----\n" + raw)


@settings(max_examples=200, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255))
def test_a_list_with_a_byte_changed_ends_in_the_module_s_own_error_or_stands(
    local: Authority, where: float, value: int
) -> None:
    raw = bytearray(local.revoking(when=AFTER, reason=ReasonFlags.superseded))
    raw[int(where * len(raw))] = value
    with suppress(StampError):
        check_standing(chain(local), [read_list(bytes(raw))], hours(0))
