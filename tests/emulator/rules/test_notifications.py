"""Who is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import STRAIGHT, Bent
from emulator.rules import letters
from emulator.rules.notifications import (
    Addresses,
    addressee,
    administrators_mails,
    alternates,
    users_mails,
)
from sspr.policy import Notifications

YES = Notifications(users=True, all_admins=True)
NO = Notifications(users=False, all_admins=False)
ADA = Addresses("ada@contoso.com", "ada@mail.test", ("ada.alt@mail.test",))
GRACE = Addresses("grace@contoso.com", "grace@mail.test", ("grace.alt@mail.test",))
EDITH = Addresses("edith@contoso.com", "edith@mail.test")
ADDRESS = st.sampled_from(["a@x.test", "A@x.test", "b@x.test", "c@x.test"])


def _admins(bent: Bent = STRAIGHT, policy: Notifications = YES, *, admin: bool = True) -> list[str]:
    people = [GRACE, EDITH]
    return list(
        administrators_mails(people, policy, bent, acting=GRACE, acting_is_administrator=admin)
    )


def test_the_user_is_told_at_both_addresses() -> None:
    """Primary and alternate, and nothing where users are not to be told."""
    assert users_mails(ADA, YES, STRAIGHT) == ("ada@mail.test", "ada.alt@mail.test")
    assert users_mails(ADA, NO, STRAIGHT) == ()


def test_who_has_no_address_is_told_at_the_sign_in_name() -> None:
    """The user principal name serves where there is no other address, and only then."""
    bare = Addresses("ada@contoso.com")
    assert users_mails(bare, YES, STRAIGHT) == ("ada@contoso.com",)
    assert users_mails(bare, YES, Bent.of("user-mail-no-fallback")) == ()


def test_an_unlocking_is_told_to_nobody() -> None:
    """Without a reset there is no mail, unless the rule is bent."""
    assert users_mails(ADA, YES, STRAIGHT, unlocked=True) == ()
    assert users_mails(ADA, YES, Bent.of("unlock-mailed"), unlocked=True)


def test_an_address_of_the_directory_serves_where_none_is_registered() -> None:
    """A registered one stands for it; without any, the directory's is written to (F1)."""
    assert alternates(["alt@x.test"], ["other@x.test"], STRAIGHT) == ("alt@x.test",)
    assert alternates([], ["other@x.test"], STRAIGHT) == ("other@x.test",)
    assert alternates([], ["other@x.test"], Bent.of("directory-address-untold")) == ()


def test_whoever_was_locked_out_is_told_as_anybody() -> None:
    """A lockout before the reset makes no difference, unless the rule is bent."""
    bent = Bent.of("locked-users-not-told")
    assert users_mails(ADA, YES, STRAIGHT, locked=True) == users_mails(ADA, YES, STRAIGHT)
    assert users_mails(ADA, YES, bent, locked=True) == ()
    assert users_mails(ADA, YES, bent) == users_mails(ADA, YES, STRAIGHT)


@given(st.none() | ADDRESS, st.lists(ADDRESS), st.booleans())
def test_each_address_hears_once_and_no_other(
    primary: str | None,
    alternates: list[str],
    users: bool,  # noqa: FBT001 - drawn
) -> None:
    """Whatever the addresses, each is written to once, whatever its case, and nobody else is."""
    person = Addresses("upn@x.test", primary, tuple(alternates))
    told = users_mails(person, Notifications(users=users), STRAIGHT, bystanders=["boss@x.test"])
    folded = [address.casefold() for address in told]
    assert len(folded) == len(set(folded))
    assert set(told) <= {"upn@x.test", primary, *alternates}
    assert bool(told) == users


@pytest.mark.parametrize(
    ("name", "policy", "told"),
    [
        ("user-mail-missing", YES, []),
        ("user-mail-despite-no", NO, ["ada.alt@mail.test", "ada@mail.test"]),
        ("user-mail-only-primary", YES, ["ada@mail.test"]),
        ("user-mail-only-alternate", YES, ["ada.alt@mail.test"]),
        ("user-mail-leaks", YES, ["ada.alt@mail.test", "ada@mail.test", "boss@mail.test"]),
        (
            "user-mail-twice",
            YES,
            ["ada.alt@mail.test", "ada.alt@mail.test", "ada@mail.test", "ada@mail.test"],
        ),
    ],
)
def test_each_deviation_of_the_users_mail(
    name: str, policy: Notifications, told: list[str]
) -> None:
    """Each deviation tells exactly whom its sentence says."""
    bent = Bent.of(name)
    assert sorted(users_mails(ADA, policy, bent, bystanders=["boss@mail.test"])) == told


def test_every_global_administrator_hears_of_an_administrators_reset() -> None:
    """The acting one too; of a user's reset, or where it is not wanted, nobody hears."""
    assert _admins() == ["grace@mail.test", "edith@mail.test"]
    assert _admins(admin=False) == []
    assert _admins(policy=NO) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("admin-mail-missing", []),
        ("admin-mail-only-acting", ["grace@mail.test"]),
        ("admin-mail-not-first", ["edith@mail.test"]),
        ("admin-mail-to-alternate", ["grace.alt@mail.test"]),
    ],
)
def test_each_deviation_of_the_alert(name: str, told: list[str]) -> None:
    """Each deviation alerts exactly whom its sentence says."""
    assert _admins(Bent.of(name)) == told


def test_alerts_nobody_asked_for() -> None:
    """Two deviations alert where nobody should be alerted."""
    assert _admins(Bent.of("admin-mail-on-user-reset"), admin=False)
    assert _admins(Bent.of("admin-mail-despite-no"), NO)


def test_a_code_goes_to_the_address_that_is_proved() -> None:
    """Not to the primary one, unless the rule is bent."""
    bent = Bent.of("code-mailed-to-primary")
    assert addressee("alt@x.test", "main@x.test", STRAIGHT, name="me@x.test") == "alt@x.test"
    assert addressee("alt@x.test", "main@x.test", bent, name="me@x.test") == "main@x.test"
    assert addressee("alt@x.test", None, bent, name="me@x.test") == "alt@x.test"
    nameward = Bent.of("code-mailed-to-name")
    assert addressee("alt@x.test", "main@x.test", nameward, name="me@x.test") == "alt@x.test"
    assert addressee("alt@x.test", None, nameward, name="me@x.test") == "me@x.test"


def test_an_administrators_code_goes_nowhere_else() -> None:
    """Under the deviation it goes to the primary address, and a user's does not."""
    bent = Bent.of("administrators-codes-mailed-to-primary")
    told = {"registered": "alt@x.test", "primary": "main@x.test", "name": "me@x.test"}
    assert addressee(**told, bent=STRAIGHT, administers=True) == "alt@x.test"
    assert addressee(**told, bent=bent, administers=True) == "main@x.test"
    assert addressee(**told, bent=bent) == "alt@x.test"


def test_mails_bear_the_names_that_are_documented() -> None:
    """Sender, name and subject are Microsoft's and the organisation's, each bent by itself."""
    for about in letters.About:
        assert letters.sender(about, STRAIGHT) == "msonlineservicesteam@microsoftonline.com"
        assert letters.sender(about, Bent.of("mail-from-stranger")) == letters.STRANGER
        assert letters.sender_name("Contoso", about, STRAIGHT) == "Microsoft on behalf of Contoso"
        bent = Bent.of("mail-on-nobodys-behalf")
        assert "Contoso" not in letters.sender_name("Contoso", about, bent)
    subject = letters.code_subject("Contoso", letters.About.CODE, STRAIGHT)
    assert subject.startswith("Contoso account")
    for about in (letters.About.RESET, letters.About.COPY):
        subject = letters.reset_subject("Contoso", about, STRAIGHT)
        assert subject == "Your Contoso password has been reset"
        bent = Bent.of("subject-without-organization")
        assert letters.reset_subject("Contoso", about, bent) == "Your password has been reset"


def test_a_copy_can_differ_from_the_news() -> None:
    """Each of these deviations leaves the mail at the primary address as it is."""
    news, copy = letters.About.RESET, letters.About.COPY
    assert letters.sender(copy, Bent.of("copy-from-stranger")) == letters.STRANGER
    assert letters.sender(news, Bent.of("copy-from-stranger")) == letters.SENDER
    bent = Bent.of("copy-without-organization")
    assert letters.reset_subject("Contoso", copy, bent) == "Your password has been reset"
    assert letters.reset_subject("Contoso", news, bent) == "Your Contoso password has been reset"
    bent = Bent.of("copy-says-nothing")
    assert letters.reset_paragraphs(copy, bent) != letters.reset_paragraphs(news, bent)


def test_users_and_administrators_are_told_apart() -> None:
    """Neither hangs on whether the others are told, unless the rule is bent."""
    users, admins = (
        Notifications(users=True, all_admins=False),
        Notifications(users=False, all_admins=True),
    )
    assert users_mails(ADA, users, STRAIGHT)
    assert not users_mails(ADA, users, Bent.of("user-mail-needs-alerts"))
    assert _admins(policy=admins)
    assert not _admins(Bent.of("alert-needs-user-mail"), admins)


def test_every_alternate_address_is_told() -> None:
    """Under the deviation the first alone is."""
    person = replace(ADA, alternates=("ada.alt@mail.test", "ada.home@mail.test"))
    bent = Bent.of("second-alternate-untold")
    everywhere = ("ada@mail.test", "ada.alt@mail.test", "ada.home@mail.test")
    assert users_mails(person, YES, STRAIGHT) == everywhere
    assert users_mails(person, YES, bent) == everywhere[:2]


def test_an_administrator_is_told_at_the_alternate_address_too() -> None:
    """Under the deviation a user still is."""
    bent = Bent.of("administrators-alternate-untold")
    assert users_mails(ADA, YES, bent, administers=True) == ("ada@mail.test",)
    assert users_mails(ADA, YES, bent) == users_mails(ADA, YES, STRAIGHT, administers=True)
