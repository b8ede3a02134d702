"""What a password must be."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.banned import Finding
from emulator.rules.passwords import (
    SYMBOLS,
    Owner,
    Refusal,
    changed_here,
    classes,
    expired,
    may_try_again,
    must_replace,
    refusal,
    shows_strength,
)
from emulator.rules.secrets_hash import hash_secret

NOW = dt.datetime(2024, 2, 16, 9, tzinfo=dt.UTC)
GOOD = "Tulip-7-Harbor"
HASH = hash_secret(GOOD)
ANYONE = Owner()


def _judge(
    password: str, owner: Owner = ANYONE, *, forgotten: bool = True, bent: Bent = STRAIGHT
) -> Refusal | Finding | None:
    return refusal(password, owner, bent, forgotten=forgotten)


@pytest.mark.parametrize(
    ("password", "answer"),
    [
        (GOOD, None),
        ("Ab1-xyZ", Refusal.TOO_SHORT),
        ("Ab1-xyZq", None),
        ("Tq7-" * 64, None),
        ("Tq7-" * 64 + "x", Refusal.TOO_LONG),
        ("tulipharbor7", Refusal.TOO_SIMPLE),
        ("tulip harbor 7", None),
        ("TULIP-HARBOR-7", None),
        ("Tülip-7-Harbor", Refusal.FORBIDDEN_CHARACTER),
        ("Tulip\t7\tHarbor", Refusal.FORBIDDEN_CHARACTER),
    ],
)
def test_form(password: str, answer: Refusal | None) -> None:
    """Length, characters and classes decide as documented."""
    assert _judge(password) == answer


def test_a_school_asks_for_no_classes() -> None:
    """Education tenants accept one class of characters."""
    assert _judge("tulipharborqx", Owner(education=True)) is None


def test_the_last_password_may_come_back_by_reset_but_not_by_change() -> None:
    """History counts at a change and not at a reset."""
    owner = Owner(current_hash=HASH)
    assert _judge(GOOD, owner, forgotten=True) is None
    assert _judge(GOOD, owner, forgotten=False) is Refusal.SAME_AS_LAST


def test_on_premises_may_ask_for_more() -> None:
    """A directory behind writeback enforces its own length."""
    assert _judge(GOOD, Owner(on_premises_minimum=20)) is Refusal.ON_PREMISES
    assert _judge(GOOD, Owner(on_premises_minimum=8)) is None


@pytest.mark.parametrize("weak", ["tulipharborqx", "Tk7 q", "tülipharbor"])
def test_on_premises_may_ask_for_less(weak: str) -> None:
    """Where a directory behind writeback is content, the cloud's form rules are not asked (H3)."""
    assert _judge(weak) is not None
    assert _judge(weak, Owner(on_premises_minimum=5)) is None


def test_banned_words_are_refused_for_on_premises_accounts_too() -> None:
    """The list is the cloud's own matter, whoever keeps the password (E9)."""
    assert _judge("Sunshine1", Owner(on_premises_minimum=5)) is Finding.SEEN_TOO_OFTEN


@given(st.text(SYMBOLS, min_size=1))
def test_every_documented_symbol_is_a_symbol(symbols: str) -> None:
    """Each symbol of the documented list counts as one class and is allowed."""
    assert classes(symbols) == 1
    assert _judge(f"Tu7x{symbols[:200]}Pq4z", bent=STRAIGHT) is not Refusal.FORBIDDEN_CHARACTER


@given(st.text(), st.booleans())
def test_a_change_is_never_easier_than_a_reset(password: str, school: bool) -> None:  # noqa: FBT001
    """What a reset refuses a change refuses too."""
    owner = Owner(current_hash=HASH, education=school)
    if _judge(password, owner, forgotten=True) is not None:
        assert _judge(password, owner, forgotten=False) is not None


@pytest.mark.parametrize(
    ("name", "password", "forgotten"),
    [
        ("short-password-accepted", "Ab1-xyZ", True),
        ("two-classes-enough", "tulipharbor7", True),
        ("unicode-password-accepted", "Tülip-7-Harbor", True),
        ("reuse-on-change-accepted", GOOD, False),
    ],
)
def test_each_deviation_lets_through_what_it_names(
    name: str, password: str, *, forgotten: bool
) -> None:
    """A deviation accepts what the straight rule refuses."""
    owner = Owner(current_hash=HASH)
    assert _judge(password, owner, forgotten=forgotten) is not None
    assert _judge(password, owner, forgotten=forgotten, bent=Bent.of(name)) is None


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("long-password-refused", "Tq7-" * 17),
        ("blank-refused", "tulip harbor 7"),
        ("reset-refuses-last", GOOD),
        ("short-names-refused", "Tulip-7-Poe-Harbor"),
    ],
)
def test_each_stricter_deviation_refuses_what_it_names(name: str, password: str) -> None:
    """A deviation refuses what the straight rule accepts at a reset."""
    owner = Owner(surname="Poe", current_hash=HASH)
    assert _judge(password, owner) is None
    assert _judge(password, owner, bent=Bent.of(name)) is not None


@pytest.mark.parametrize(
    ("name", "password"),
    [("lookalikes-not-seen-through", "Bl@nk0Blank"), ("one-edit-accepted", "Sunshin9")],
)
def test_each_deviation_of_the_list_is_fooled(name: str, password: str) -> None:
    """A deviation accepts a common password in the disguise that it names."""
    assert _judge(password) is not None
    assert _judge(password, bent=Bent.of(name)) is None


def test_a_directory_may_go_unasked() -> None:
    """Under the deviation the on-premises length does not count."""
    bent = Bent.of("on-premises-policy-ignored")
    assert _judge(GOOD, Owner(on_premises_minimum=20), bent=bent) is None


def test_the_strength_is_shown_to_cloud_users_alone() -> None:
    """Hybrid users do not see it; each deviation turns one case round."""
    assert shows_strength(STRAIGHT, on_premises=False)
    assert not shows_strength(STRAIGHT, on_premises=True)
    assert not shows_strength(Bent.of("strength-not-shown"), on_premises=False)
    bent = Bent.of("strength-gone-after-refusal", "administrators-see-no-strength")
    assert shows_strength(bent, on_premises=False)
    assert not shows_strength(bent, on_premises=False, refused=True)
    assert not shows_strength(bent, on_premises=False, administers=True)
    assert shows_strength(Bent.of("strength-shown-to-hybrid"), on_premises=True)


def test_a_refused_password_can_be_corrected() -> None:
    """The reset goes on, unless the rule is bent."""
    assert may_try_again(STRAIGHT)
    assert not may_try_again(Bent.of("refusal-ends-reset"))
    second = Bent.of("second-refusal-ends-reset")
    assert may_try_again(STRAIGHT, refused=3)
    assert [may_try_again(second, refused=number) for number in (1, 2)] == [True, False]


@pytest.mark.parametrize(("days", "old"), [(89, False), (90, True), (91, True)])
def test_passwords_expire_by_their_domain(days: int, old: bool) -> None:  # noqa: FBT001 - a column
    """A password holds as many days as its domain says, for ever where the account is exempt."""
    now = NOW + dt.timedelta(days=days)
    assert expired(NOW, 90, now, STRAIGHT, never=False) == old
    assert not expired(NOW, 90, now, STRAIGHT, never=True)
    assert not expired(None, 90, now, STRAIGHT, never=False)
    assert expired(NOW, 900, now, Bent.of("passwords-expire-anyway"), never=False) == old


@pytest.mark.parametrize(
    ("name", "on_premises", "written_back", "reachable", "refuses", "changed"),
    [
        (None, False, False, False, True, True),
        (None, True, True, True, False, True),
        (None, True, False, True, False, False),
        (None, True, True, False, False, False),
        (None, True, True, True, True, False),
        ("hybrid-change-refused", True, True, True, False, False),
        ("change-despite-writeback-off", True, False, True, False, True),
        ("change-despite-unreachable", True, True, False, False, True),
        ("change-despite-refusal", True, True, True, True, True),
    ],
)
def test_a_password_kept_on_premises_is_changed_by_writeback_alone(
    name: str | None,
    *,
    on_premises: bool,
    written_back: bool,
    reachable: bool,
    refuses: bool,
    changed: bool,
) -> None:
    """Writeback decides for those who are synchronised, and for nobody else (H5, H8, K7)."""
    met = changed_here(
        Bent.of(name) if name else STRAIGHT,
        on_premises=on_premises,
        written_back=written_back,
        reachable=reachable,
        refuses=refuses,
    )
    assert met is changed


@pytest.mark.parametrize(
    ("name", "on_premises", "never_expires", "forced"),
    [
        (None, False, True, True),
        (None, True, True, False),
        (None, True, False, True),
        ("never-expires-ignored", True, True, True),
        ("given-password-kept-by-hybrid", True, False, False),
        ("given-password-kept-by-hybrid", False, False, True),
    ],
)
def test_what_never_expires_on_premises_need_not_be_replaced(
    name: str | None, *, on_premises: bool, never_expires: bool, forced: bool
) -> None:
    """The flag counts where the password is written back; otherwise what is wanted does (H14)."""
    bent = Bent.of(name) if name else STRAIGHT
    asked = {"on_premises": on_premises, "never_expires": never_expires}
    assert must_replace(bent, wanted=True, **asked) is forced
    assert not must_replace(bent, wanted=False, **asked)


def test_administrators_replace_what_they_were_given_too() -> None:
    """A password that was given out is replaced whoever its owner is, but under the deviation."""
    asked = {"wanted": True, "on_premises": False, "never_expires": False, "administers": True}
    assert must_replace(STRAIGHT, **asked)
    assert not must_replace(Bent.of("given-password-kept-by-administrators"), **asked)


@pytest.mark.parametrize(
    ("name", "password", "found"),
    [
        ("change-takes-short-passwords", "Tul-7an", Refusal.TOO_SHORT),
        ("change-takes-two-kinds", "tulipharbor77", Refusal.TOO_SIMPLE),
        ("change-takes-foreign-characters", f"{GOOD}\u00e9", Refusal.FORBIDDEN_CHARACTER),
        ("change-skips-own-list", "Lagoon4Lagoon", Finding.BLOCKED_WORD),
    ],
)
def test_a_change_may_be_held_to_less(name: str, password: str, found: Refusal | Finding) -> None:
    """Under the deviation a change takes what a reset still refuses."""
    owner, bent = Owner(custom_terms=("lagoon",)), Bent.of(name)
    assert _judge(password, owner, forgotten=False) is found
    assert _judge(password, owner, forgotten=False, bent=bent) is None
    assert _judge(password, owner, bent=bent) is found


def test_a_change_that_takes_short_passwords_wants_three_kinds_all_the_same() -> None:
    """What is let pass is let pass for its length alone."""
    bent = Bent.of("change-takes-short-passwords")
    assert _judge("tulipan", Owner(), forgotten=False, bent=bent) is Refusal.TOO_SIMPLE


@pytest.mark.parametrize(
    ("name", "forgotten"), [("reset-refuses-older", True), ("change-refuses-older", False)]
)
def test_a_password_of_before_the_last_may_be_chosen(name: str, *, forgotten: bool) -> None:
    """It may at a reset and at a change; each deviation refuses it in its own case."""
    owner, bent = Owner(former_hash=HASH), Bent.of(name)
    assert _judge(GOOD, owner, forgotten=forgotten) is None
    assert _judge(GOOD, owner, forgotten=forgotten, bent=bent) is Refusal.SAME_AS_LAST
    assert _judge(GOOD, owner, forgotten=not forgotten, bent=bent) is None
