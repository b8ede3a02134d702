"""Where calls for help go, and the other small rules of the reset pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import STRAIGHT, Bent
from emulator.rules import auditing, branding, helpdesk, identification, unlocking
from emulator.rules.enablement import Block
from emulator.rules.roles import (
    GLOBAL_ADMINISTRATOR,
    HELPDESK_ADMINISTRATOR,
    PASSWORD_ADMINISTRATOR,
    USER_ADMINISTRATOR,
)
from sspr.policy import Customization

URL = Customization(helpdesk="https://support.contoso.com/")
ADDRESS = Customization(helpdesk="help@contoso.com")
HOLDERS = {
    HELPDESK_ADMINISTRATOR: ["h@x.test", "both@x.test"],
    PASSWORD_ADMINISTRATOR: ["both@x.test", "p@x.test"],
    USER_ADMINISTRATOR: ["u@x.test"],
    GLOBAL_ADMINISTRATOR: ["g@x.test"],
}


def test_the_link_is_an_address_or_a_mail() -> None:
    """A URL is opened, an address written to, and without either the form is used."""
    assert helpdesk.link(URL, "reset", STRAIGHT) == "https://support.contoso.com/"
    assert helpdesk.link(ADDRESS, "reset", STRAIGHT) == "mailto:help@contoso.com"
    assert helpdesk.link(Customization(), "reset", STRAIGHT) is None
    assert helpdesk.link(ADDRESS, "reset", Bent.of("helpdesk-address-bare")) == "help@contoso.com"


def test_a_link_may_be_missing_at_one_place_alone() -> None:
    """Each deviation takes the link from its own pages and leaves the others."""
    for place, other in (("reset", "registration"), ("registration", "reset")):
        bent = Bent.of(f"helpdesk-link-missing-{place}")
        assert helpdesk.link(URL, place, bent) is None  # type: ignore[arg-type]
        assert helpdesk.link(URL, other, bent)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("outsiders-find-no-contact", "SSPR_0013"),
        ("no-contact-without-writeback", "SSPR_0010"),
        ("no-contact-when-refused", "SSPR_0029"),
        ("no-contact-when-unreachable", "SSPR_0030"),
    ],
)
def test_every_refusal_leads_to_an_administrator(name: str, code: str) -> None:
    """Whatever the code, contact is offered; a deviation leaves it out with its own code alone."""
    for each in ("SSPR_0010", "SSPR_0013", "SSPR_0014", "SSPR_0029", "SSPR_0030"):
        assert helpdesk.offers_contact(each, STRAIGHT)
        assert helpdesk.offers_contact(each, Bent.of(name)) is (each != code)


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("helpdesk-missing-at-verification", "verify"),
        ("helpdesk-missing-when-blocked", "throttled"),
    ],
)
def test_the_helpdesk_is_linked_on_every_view(name: str, view: str) -> None:
    """Wherever the reset leads to an administrator, but for the one view of a deviation."""
    for each in ("verify", "blocked", "throttled"):
        assert helpdesk.is_linked_on(each, STRAIGHT)
        assert helpdesk.is_linked_on(each, Bent.of(name)) is (each != view)


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ([], ("h@x.test", "both@x.test", "p@x.test")),
        ([HELPDESK_ADMINISTRATOR], ("both@x.test", "p@x.test")),
        ([HELPDESK_ADMINISTRATOR, PASSWORD_ADMINISTRATOR], ("u@x.test",)),
        ([HELPDESK_ADMINISTRATOR, PASSWORD_ADMINISTRATOR, USER_ADMINISTRATOR], ("g@x.test",)),
        (list(HOLDERS), ()),
    ],
)
def test_the_first_rank_that_anybody_holds_is_written_to(
    missing: list[str], told: tuple[str, ...]
) -> None:
    """Helpdesk and Password Administrators come first, Global Administrators last."""
    left = {role: people for role, people in HOLDERS.items() if role not in missing}
    assert helpdesk.recipients(left, STRAIGHT) == told


@given(st.dictionaries(st.sampled_from(list(HOLDERS)), st.lists(st.emails(), max_size=130)))
def test_at_most_a_hundred_people_once_each(holders: dict[str, list[str]]) -> None:
    """Whoever holds roles, the mail goes to a hundred of them at most and to each once."""
    told = helpdesk.recipients(holders, STRAIGHT)
    assert len(told) == len(set(told)) <= helpdesk.MOST_RECIPIENTS
    assert bool(told) == any(holders.values())


def test_each_deviation_of_the_contact_mail() -> None:
    """Nobody, the wrong rank, or too many."""
    many = {USER_ADMINISTRATOR: [f"u{n}@x.test" for n in range(101)]}
    assert helpdesk.recipients(HOLDERS, Bent.of("contact-mail-missing")) == ()
    assert helpdesk.recipients(HOLDERS, Bent.of("contact-mail-wrong-rank")) == ("g@x.test",)
    assert len(helpdesk.recipients(many, STRAIGHT)) == 100
    assert len(helpdesk.recipients(many, Bent.of("contact-mail-unlimited"))) == 101


@pytest.mark.parametrize(
    ("activity", "name"),
    [
        (auditing.PROGRESS, "flow-rows-missing"),
        (auditing.RESET, "reset-row-missing"),
        (auditing.UNLOCK, "unlock-row-missing"),
    ],
)
def test_each_sort_of_row_can_be_left_out_alone(activity: str, name: str) -> None:
    """A deviation leaves out its own rows and keeps the others."""
    kept = {auditing.PROGRESS, auditing.RESET, auditing.UNLOCK, auditing.BLOCKED}
    assert all(auditing.is_kept(a, STRAIGHT) for a in kept)
    assert {a for a in kept if not auditing.is_kept(a, Bent.of(name))} == {activity}


@pytest.mark.parametrize(
    ("name", "block"),
    [
        ("no-writeback-untold", Block.NO_WRITEBACK),
        ("none-untold", Block.DISABLED_FOR_TENANT),
        ("unreachable-untold", Block.ON_PREMISES_UNREACHABLE),
    ],
)
def test_whoever_is_turned_away_is_told_of(name: str, block: Block) -> None:
    """The log tells of it whatever the reason, and a deviation keeps silent about one alone."""
    assert all(auditing.tells_turned_away(each, STRAIGHT) for each in Block)
    silent = {each for each in Block if not auditing.tells_turned_away(each, Bent.of(name))}
    assert silent == {block}


def test_rows_share_their_flows_id() -> None:
    """The id is handed on as it is, unless the rule is bent."""
    bent = Bent.of("correlation-id-per-row")
    assert auditing.correlation("id", STRAIGHT) == "id"
    assert auditing.correlation("id", bent) != auditing.correlation("id", bent)


def test_the_organisation_is_shown_once_the_account_is_known() -> None:
    """Before that nothing is shown, and under the deviation the domain."""
    names, bent = ("Contoso", "contoso.com"), Bent.of("organization-misnamed")
    assert branding.banner(*names, STRAIGHT, known=True) == "Contoso"
    assert branding.banner(*names, STRAIGHT, known=False) == ""
    assert branding.banner(*names, bent, known=True) == "contoso.com"
    bent = Bent.of("organization-misnamed-in-the-end")
    assert branding.banner(*names, bent, known=True) == "Contoso"
    assert branding.banner(*names, bent, known=True, done=True) == "contoso.com"


def test_a_mail_address_finds_an_account_only_as_login_id() -> None:
    """The tenant's setting decides, unless the rule is bent."""
    assert not identification.knows_by_mail(STRAIGHT, email_signs_in=False)
    assert identification.knows_by_mail(STRAIGHT, email_signs_in=True)
    assert identification.knows_by_mail(Bent.of("mail-address-accepted"), email_signs_in=False)


def test_only_a_reset_ends_the_lockout() -> None:
    """An unlocking leaves the timer running; each deviation turns one case round."""
    assert unlocking.ends_lockout(STRAIGHT, unlock_only=False)
    assert not unlocking.ends_lockout(STRAIGHT, unlock_only=True)
    assert not unlocking.ends_lockout(Bent.of("reset-keeps-lockout"), unlock_only=False)
    assert unlocking.ends_lockout(Bent.of("unlock-ends-lockout"), unlock_only=True)


def test_pages_carry_a_support_code() -> None:
    """They do, unless the rule is bent."""
    assert helpdesk.shows_support_code(STRAIGHT)
    assert not helpdesk.shows_support_code(Bent.of("support-code-missing"))
