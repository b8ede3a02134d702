"""Registering each method, managing them, confirming them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from emulator.actions import phone
from emulator.rules.secrets_hash import matches
from emulator.store import PhonePrompt, SecurityAnswer, Setting
from emulator.store.questions import Defined, keep_questions
from tests.emulator.portals.conftest import PASSWORD, policy
from tests.emulator.rules.test_totp import code_of

if TYPE_CHECKING:
    from emulator.store import User
    from tests.emulator.portals.conftest import Builder, House, Walker

NEW = dt.date(2026, 11, 22)
SETUP = "https://aka.ms/ssprsetup"
SECURITY_INFO = "https://mysignins.microsoft.com/security-info"
SECRET = "JBSWY3DPEHPK3PXP"


def quiet(**sections: dict[str, object]) -> object:
    """A policy that does not interrupt, one step, whatever else is said."""
    sections.setdefault("registration", {"required_at_sign_in": False})
    sections["methods"] = {"required_to_reset": 1} | dict(sections.get("methods", {}))
    return policy(**sections)


def inside(house: House, user: User, address: str = SETUP) -> Walker:
    """Signed in at ``address``, past everything that asks nothing of interest."""
    walker = house.walker().go(address).sign_in(user)
    if "idTxtBx_SAOTCC_OTC" in walker.html:
        now = house.emulator.tenant.clock.now()
        walker.press(otc=code_of(SECRET, int(now.timestamp()) // 30))
    return walker.press(LoginOptions="3")


def answer(house: House, *, number: int | None = None, key: str = "") -> None:
    """Approve the push, or press ``key`` in the call, that rings."""
    with house.emulator.tenant.store.begin() as session:
        prompt = session.query(PhonePrompt).filter_by(answer=None).one()
        if key:
            phone.press(prompt, key)
        else:
            phone.approve(prompt, number=prompt.shown if number is None else number)


def test_a_phone_is_registered_by_a_texted_code(build: Builder) -> None:
    """The number is kept as Graph writes it, once the texted code came back (B45)."""
    house = build(quiet(methods={"allowed": ["mobilePhone"]}))
    user = house.user()
    walker = inside(house, user)
    walker.press("next", country="GB", number="(020) 7946-0000", how="text")
    number, body = house.drawer.texts[-1]
    assert number == "+44 02079460000"
    walker.press("next", code="000000" if "000000" not in body else "111111")
    assert "wrong or has expired" in walker.html
    code = re.search(r"\b\d{6}\b", body)
    assert code
    assert "Looks good" in walker.press("next", code=code[0]).html
    assert house.registered(user) == {"mobilePhone": "+44 02079460000"}


@pytest.mark.parametrize(("key", "kept"), [("#", True), ("1", False)])
def test_a_phone_is_registered_by_a_call_and_the_hash_key(
    build: Builder,
    key: str,
    kept: bool,  # noqa: FBT001 - a table
) -> None:
    """Only # confirms (C16)."""
    house = build(quiet(methods={"allowed": ["mobilePhone"]}))
    user = house.user()
    walker = inside(house, user).press("next", country="US", number="2025550123", how="call")
    assert "calling +1 2025550123" in walker.html
    answer(house, key=key)
    walker.send(walker.form())
    assert bool(house.registered(user)) is kept


@pytest.mark.parametrize("number", ["", "12", "not a number", "1" * 20, "٢٠٢٥٥٥٠١٢٣"])
def test_a_bad_number_is_refused(build: Builder, number: str) -> None:
    """Too short, too long, or no ASCII digits."""
    house = build(quiet(methods={"allowed": ["mobilePhone"]}))
    walker = inside(house, house.user()).press("next", country="US", number=number)
    assert "Enter a valid phone number." in walker.html
    assert not house.drawer.texts


@pytest.mark.parametrize("address", ["", "ada", "ada@", "a b@c.example", "ada@x", "<a@b.example>"])
def test_a_bad_address_is_refused(build: Builder, address: str) -> None:
    """What is no address gets no mail."""
    house = build(quiet(methods={"allowed": ["email"]}))
    walker = inside(house, house.user()).press("next", email=address)
    assert "Enter a valid email address." in walker.html
    assert not house.drawer.mails


def test_a_mailed_code_stops_after_five_wrong_tries(build: Builder) -> None:
    """Guessing ends: after five wrong codes the right one is refused too."""
    house = build(quiet(methods={"allowed": ["email"]}))
    walker = inside(house, house.user()).press("next", email="ada@elsewhere.example")
    code = house.last_code()
    for _ in range(5):
        walker.press("next", code="000000" if code != "000000" else "111111")
    assert "wrong or has expired" in walker.press("next", code=code).html


def test_only_ten_codes_are_sent(build: Builder) -> None:
    """The eleventh code is refused, as the reset refuses it (C22)."""
    house = build(quiet(methods={"allowed": ["email"]}), day=NEW)
    walker = inside(house, house.user()).press("next", email="ada@elsewhere.example")
    for _ in range(12):
        walker.press("resend")
    assert len(house.drawer.mails) == 10
    assert 'data-testid="message-bar-error"' in walker.html
    assert "too many times" in walker.html


def test_the_code_mail_says_who_it_is_for(build: Builder) -> None:
    """Subject, sender and code are those of Microsoft's mail (F9, B50)."""
    house = build(quiet(methods={"allowed": ["email"]}))
    inside(house, house.user()).press("next", email="ada@elsewhere.example")
    mail = house.drawer.mails[-1]
    assert mail.subject == "Contoso account email verification code"
    assert mail.sender_name == "Microsoft on behalf of Contoso"
    assert mail.to == "ada@elsewhere.example"
    assert re.search(r"code is: \d{6}\b", mail.text)


def test_the_app_is_registered_by_approving_its_number(build: Builder) -> None:
    """Microsoft's own app proves itself by a push with the number of the page (C15)."""
    house = build(policy(registration={"required_at_sign_in": False}))
    user = house.user()
    walker = inside(house, user)
    walker.press("next").press("next")
    assert "Code:" in walker.html
    walker.press("next")
    assert "try it out" in walker.html
    answer(house, number=0)
    assert "not approved" in walker.send(walker.form()).html
    walker.press("next")
    answer(house)
    walker.send(walker.form())
    assert set(house.registered(user)) == {"authenticator"}


def test_one_step_unmigrated_has_no_push(build: Builder) -> None:
    """With one method required the app registers by its code alone (B13)."""
    house = build(quiet(methods={"allowed": ["mobileAppNotification", "mobileAppCode", "email"]}))
    walker = inside(house, house.user())
    walker.press("next").press("next")
    assert "Secret key:" in walker.html


def test_security_questions_are_chosen_and_answered(build: Builder) -> None:
    """Five different questions with answers, hashed; duplicates are refused (B51 to B53)."""
    house = build(quiet(methods={"allowed": ["securityQuestions"]}))
    with house.emulator.tenant.store.begin() as session:
        keep_questions(session, Defined(own=("Favourite cheese?",)))
    user = house.user()
    walker = inside(house, user)
    found = re.findall(r"<option>([^<]+)</option>", walker.html)
    questions = [text.replace("&#39;", "'") for text in dict.fromkeys(found)]
    assert len(questions) == 36
    chosen = {f"question{n}": questions[n] for n in range(4)} | {"question4": "Favourite cheese?"}
    said = {f"answer{n}": f"answer {n}" for n in range(5)}
    same = said | {"answer1": "ANSWER 0"}
    assert "an answer of its own" in walker.press("next", **chosen, **same).html
    walker.press("next", **chosen, **said)
    assert "Looks good" in walker.html
    with house.emulator.tenant.store.begin() as session:
        kept = {row.question: row.answer_hash for row in session.query(SecurityAnswer)}
    assert matches("answer 4", kept["Favourite cheese?"])
    assert "answer 4" not in kept.values()


def test_administrators_see_no_questions(build: Builder) -> None:
    """Whatever the policy for users says, administrators register none (B56, D3)."""
    house = build(quiet(methods={"allowed": ["securityQuestions"]}))
    with house.emulator.tenant.store.begin() as session:
        admin = session.query(type(house.user())).filter_by(mail_nickname="admin").one()
    walker = house.walker().go(SETUP)
    walker.sign_in(admin, house.emulator.administrator.password).press(LoginOptions="3")
    assert "Start by getting the app" in walker.html
    walker.press("another")
    assert "Security questions" not in walker.html
    assert 'value="email"' in walker.html


@pytest.mark.parametrize("day", [None, NEW])
def test_directory_data_stands_in_the_fields(build: Builder, day: dt.date | None) -> None:
    """Members whom the directory knows are told not to lose access, and find their data (B40)."""
    two = {"allowed": ["email", "mobilePhone"], "required_to_reset": 2}
    house = build(quiet(methods=two), day=day)
    user = house.user(other_mails=["ada@elsewhere.example"], mobile_phone="+49 1605550123")
    walker = inside(house, user)
    assert "Don&#39;t lose access to your account!" in walker.html
    assert 'value="1605550123"' in walker.html
    assert '<option value="DE" selected>' in walker.html
    walker.press("next")
    code = re.search(r"\b\d{6}\b", house.drawer.texts[-1][1])
    assert code
    walker.press("next", code=code[0])
    if day == NEW:
        walker.press("done")
    assert 'value="ada@elsewhere.example"' in walker.html


@pytest.mark.parametrize(
    ("enabled", "known"), [("all", {"mobile_phone": "+1 2025550123"}), ("selected", {})]
)
def test_others_only_keep_their_account_secure(
    build: Builder, enabled: str, known: dict[str, str]
) -> None:
    """No group, or nothing known: the title is the ordinary one (B40)."""
    house = build(quiet(enablement={"enabled": enabled}))
    walker = inside(house, house.user(**known))
    assert "Keep your account secure" in walker.html


def test_an_address_can_be_changed_and_deleted(build: Builder) -> None:
    """Manage mode changes by another code and deletes at once, and logs both (B38, J4)."""
    house = build(quiet(methods={"allowed": ["email"]}))
    user = house.user()
    house.method(user, "email", "old@elsewhere.example")
    walker = inside(house, user, SECURITY_INFO)
    row = next(f for f in walker.forms() if f.action.endswith("/change"))
    walker.send(row, method=next(iter(row.buttons))[1])
    walker.press("next", email="new@elsewhere.example")
    walker.press("next", code=house.last_code()).press("done")
    assert house.registered(user) == {"email": "new@elsewhere.example"}
    row = next(f for f in walker.forms() if f.action.endswith("/delete"))
    walker.send(row, method=next(iter(row.buttons))[1])
    assert house.registered(user) == {}
    activities = [activity for activity, _, _ in house.rows(user)]
    assert "User updated security info" in activities
    assert activities[-1] == "User deleted security info"


def test_apps_cannot_be_changed(tutorial: House) -> None:
    """An app is deleted and added anew, never changed (B38)."""
    user = tutorial.user()
    tutorial.method(user, "softwareOath", SECRET)
    tutorial.method(user, "email", "ada@elsewhere.example")
    walker = inside(tutorial, user, SECURITY_INFO)
    changeable = [f for f in walker.forms() if f.action.endswith("/change")]
    deletable = [f for f in walker.forms() if f.action.endswith("/delete")]
    assert (len(changeable), len(deletable)) == (1, 2)
    app = next(value for form in deletable for _, value in form.buttons if form is deletable[0])
    walker.send(changeable[0], method=app)
    assert walker.at == "mysignins.microsoft.com/security-info/change"
    assert set(tutorial.registered(user)) == {"softwareOath", "email"}


def test_the_default_factor_can_be_chosen(tutorial: House) -> None:
    """The chosen one is asked first, and the choice is logged (J4)."""
    user = tutorial.user()
    tutorial.method(user, "softwareOath", SECRET)
    tutorial.method(user, "mobilePhone", "+1 2025550123")
    walker = inside(tutorial, user, SECURITY_INFO)
    row = next(f for f in walker.forms() if f.action.endswith("/default"))
    walker.send(row, factor="OneWaySMS")
    assert tutorial.rows(user)[-1][0] == "User changed default security info"
    tutorial.walker().go(SECURITY_INFO).sign_in(user)
    assert tutorial.drawer.texts[-1][0] == "+1 2025550123"


def test_only_what_policy_permits_can_be_added(build: Builder) -> None:
    """The picker offers the policy's methods and no more; the deviation offers all (C14)."""
    rules = quiet(methods={"allowed": ["email"]})
    house = build(rules, day=NEW)
    walker = inside(house, house.user(), SECURITY_INFO)
    offered = {value for f in walker.forms() if f.action.endswith("/add") for _, value in f.buttons}
    assert offered == {"email"}
    add = next(f for f in walker.forms() if f.action.endswith("/add"))
    assert "Security info" in walker.send(add, kind="mobilePhone").html
    bent = build(rules, day=NEW, bent=("registration-offers-forbidden-method",))
    walker = inside(bent, bent.user(), SECURITY_INFO)
    assert 'value="mobilePhone"' in walker.html


def test_confirmation_is_asked_after_its_days(tutorial: House) -> None:
    """On the 180th day sign-in asks whether all is still right; *Looks good* ends it (B27, B31)."""
    user = tutorial.user()
    tutorial.method(user, "email", "ada@elsewhere.example")
    tutorial.method(user, "officePhone", "+1 2025550123")
    tutorial.method(user, "softwareOath", SECRET)
    clock = tutorial.emulator.tenant.clock
    tutorial.change(user, security_info_confirmed_at=clock.now(), security_info_gates=2)
    clock.advance(dt.timedelta(days=180, seconds=-60))
    walker = tutorial.walker().go("https://myaccount.microsoft.com/").sign_in(user)
    assert "KmsiInterrupt" in walker.html
    clock.advance(dt.timedelta(seconds=60))
    walker = tutorial.walker().go("https://myaccount.microsoft.com/").sign_in(user)
    assert "ConvergedProofUpRedirect" in walker.html
    walker.send(next(f for f in walker.forms() if f.action == "/common/proofup"))
    assert "ConvergedTFA" in walker.html
    walker.press(otc=code_of(SECRET, int(clock.now().timestamp()) // 30))
    assert "ada@elsewhere.example" in walker.html
    walker.press("looks good")
    assert "KmsiInterrupt" in walker.html
    assert tutorial.rows(user)[-1][:2] == ("User reviewed security info", "success")
    clock.advance(dt.timedelta(days=1))
    again = tutorial.walker().go("https://myaccount.microsoft.com/").sign_in(user)
    assert "KmsiInterrupt" in again.html


def test_skipping_is_logged_as_a_failure(tutorial: House) -> None:
    """Who leaves the wizard is in the log, and is asked again next time (B20, J5)."""
    user = tutorial.user()
    walker = tutorial.walker().go(SETUP).sign_in(user)
    walker.send(next(f for f in walker.forms() if f.action == "/common/proofup"))
    walker.press("skip")
    assert "KmsiInterrupt" in walker.html
    assert [row[:2] for row in tutorial.rows(user)][-2:] == [
        ("User canceled security info registration", "success"),
        ("User registered all required security info", "failure"),
    ]
    again = tutorial.walker().go(SETUP).sign_in(user)
    assert "ConvergedProofUpRedirect" in again.html


@pytest.mark.parametrize(("day", "minutes"), [(None, 15), (NEW, 10)])
def test_security_info_wants_a_fresh_proof(
    build: Builder, day: dt.date | None, minutes: int
) -> None:
    """Since August 2025 the second factor must be ten minutes old at most (S11)."""
    house = build(quiet(), day=day)
    user = house.user()
    house.method(user, "softwareOath", SECRET)
    walker = inside(house, user, SECURITY_INFO)
    clock = house.emulator.tenant.clock
    clock.advance(dt.timedelta(minutes=minutes - 1))
    assert walker.go(SECURITY_INFO).at == "mysignins.microsoft.com/security-info"
    clock.advance(dt.timedelta(minutes=1, seconds=1))
    assert walker.go(SECURITY_INFO).at.startswith("login.microsoftonline.com")


def test_an_administrator_barred_from_reset_is_told_so(build: Builder) -> None:
    """In scope as a user, switched off as an administrator: asked, and told no (B24)."""
    house = build(policy(enablement={"enabled": "all", "administrators": False}))
    with house.emulator.tenant.store.begin() as session:
        admin = session.query(type(house.user())).filter_by(mail_nickname="admin").one()
    walker = house.walker().go("https://myaccount.microsoft.com/")
    walker.sign_in(admin, house.emulator.administrator.password)
    assert "ConvergedProofUpRedirect" in walker.html
    walker.send(next(f for f in walker.forms() if f.action == "/common/proofup"))
    assert "has not enabled you to use this feature" in walker.html
    walker.press("leave")
    assert "KmsiInterrupt" in walker.html


def test_mfasetup_registers_the_app_first(build: Builder) -> None:
    """aka.ms/mfasetup leads those without a second factor to the app, others to manage (B15)."""
    house = build(quiet())
    user = house.user()
    walker = inside(house, user, "https://aka.ms/mfasetup")
    assert "Start by getting the app" in walker.html
    house.method(user, "softwareOath", SECRET)
    walker = inside(house, user, "https://aka.ms/mfasetup")
    assert walker.at == "mysignins.microsoft.com/security-info"


def test_a_password_is_changed_by_who_knows_it(build: Builder) -> None:
    """My Sign-ins changes it, refuses the last one, and logs both (C40, E4, J2, J10)."""
    house = build(quiet())
    user = house.user()
    walker = inside(house, user, f"{SECURITY_INFO}/password/change")
    bad = {"old": PASSWORD, "new": PASSWORD, "confirm": PASSWORD}
    assert "used before" in walker.press(**bad).html
    weak = {"old": PASSWORD, "new": "Contoso-2024", "confirm": "Contoso-2024"}
    walker.press(**weak)
    wrong = {"old": "wrong", "new": "Better-Tiger-42", "confirm": "Better-Tiger-42"}
    assert "current password is incorrect" in walker.press(**wrong).html
    good = wrong | {"old": PASSWORD}
    assert "has been changed" in walker.press(**good).html
    rows = house.rows(user)
    assert rows[-1][:2] == ("Change password (self-service)", "success")
    assert ("Change password (self-service)", "failure") in [row[:2] for row in rows]
    assert len({flow for _, _, flow in rows}) == 1
    fresh = house.walker().go("https://myaccount.microsoft.com/")
    assert "KmsiInterrupt" in fresh.sign_in(user, "Better-Tiger-42").html


def test_who_showed_a_second_factor_need_not_give_the_old_password(build: Builder) -> None:
    """With password and second factor the old password is not asked again (C40)."""
    house = build(quiet())
    user = house.user()
    house.method(user, "softwareOath", SECRET)
    walker = inside(house, user, f"{SECURITY_INFO}/password/change")
    assert 'name="old"' not in walker.html
    walker.press(new="Better-Tiger-42", confirm="Better-Tiger-42")
    assert "has been changed" in walker.html


def test_a_password_kept_on_premises_is_not_changed_here(build: Builder) -> None:
    """Without writeback a hybrid user's password stays as it is (H16)."""
    house = build(quiet())
    user = house.user(on_premises_sync_enabled=True)
    walker = inside(house, user, f"{SECURITY_INFO}/password/change")
    walker.press(old=PASSWORD, new="Better-Tiger-42", confirm="Better-Tiger-42")
    assert "not managed here" in walker.html


def test_a_stale_form_changes_nothing(build: Builder) -> None:
    """A form of a step that is over shows the step that stands."""
    house = build(quiet(methods={"allowed": ["email"]}))
    walker = inside(house, house.user())
    old = walker.form("next")
    walker.press("next", email="ada@elsewhere.example")
    walker.send(old, email="eve@elsewhere.example", do="next")
    assert "ada@elsewhere.example" in walker.html
    assert len(house.drawer.mails) == 1


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("preMigration", {"email", "mobilePhone"}),
        ("migrationInProgress", {"email", "mobilePhone", "authenticator"}),
        ("migrationComplete", {"authenticator"}),
    ],
)
def test_the_registration_follows_the_migration(
    build: Builder, state: str, offered: set[str]
) -> None:
    """The reset policy, either one, then the methods policy alone (I2, I3)."""
    allowed = {"allowed": ["email", "mobilePhone"], "migration_state": state}
    house = build(quiet(methods=allowed), day=NEW)
    switched = {"MicrosoftAuthenticator": True, "Email": False, "Sms": False, "Voice": False}
    with house.emulator.tenant.store.begin() as session:
        for name, on in switched.items():
            value = {"state": "enabled" if on else "disabled"}
            session.add(Setting(name=f"authenticationMethodsPolicy/{name}", value=value))
    walker = inside(house, house.user(), SECURITY_INFO)
    add = next(form for form in walker.forms() if form.action.endswith("/add"))
    assert {value for _, value in add.buttons} == offered


def test_texts_and_calls_are_switched_apart_after_migration(build: Builder) -> None:
    """With texts off and calls on, the phone can only be called (I6, B16)."""
    allowed = {"allowed": ["mobilePhone"], "migration_state": "migrationComplete"}
    house = build(quiet(methods=allowed))
    with house.emulator.tenant.store.begin() as session:
        session.add(Setting(name="authenticationMethodsPolicy/Sms", value={"state": "disabled"}))
    walker = inside(house, house.user())
    assert 'value="call" checked' in walker.html
    assert 'value="text"' not in walker.html
    walker.press("next", country="US", number="2025550123", how="text")
    assert "calling +1 2025550123" in walker.html
    assert not house.drawer.texts


@pytest.mark.parametrize(
    ("day", "offered"),
    [
        (dt.date(2027, 1, 31), True),
        (dt.date(2027, 2, 1), False),
    ],
)
def test_phones_are_registered_until_microsoft_stops_calling(
    build: Builder,
    day: dt.date,
    offered: bool,  # noqa: FBT001 - a table
) -> None:
    """From February 2027 users register no phone any more (S7)."""
    house = build(quiet(methods={"allowed": ["email", "mobilePhone"]}), day=day)
    walker = inside(house, house.user(), SECURITY_INFO)
    assert ('value="mobilePhone"' in walker.html) is offered


def test_an_alternate_phone_is_called_and_is_no_gate(build: Builder) -> None:
    """It is added in manage mode, by a call, beside a first phone (B17, B39)."""
    house = build(quiet(methods={"allowed": ["mobilePhone"]}), day=NEW)
    user = house.user()
    house.method(user, "mobilePhone", "+1 2025550123")
    walker = house.walker().go(SECURITY_INFO).sign_in(user)
    code = re.search(r"\b\d{6}\b", house.drawer.texts[-1][1])
    assert code
    walker.press(otc=code[0]).press(LoginOptions="3")
    walker.press("alternateMobilePhone")
    assert 'value="text"' not in walker.html
    walker.press("next", country="US", number="2025550124")
    answer(house, key="#")
    walker.send(walker.form()).press("done")
    assert house.registered(user)["alternateMobilePhone"] == "+1 2025550124"


def test_the_language_asked_for_reaches_the_wizard(build: Builder) -> None:
    """``lng`` is remembered through the sign-in (B41)."""
    house = build(quiet(methods={"allowed": ["securityQuestions"]}))
    walker = house.walker().go(f"{SECURITY_INFO}?setup=sspr&lng=ja").sign_in(house.user())
    walker.press(LoginOptions="3")
    assert "最初のペットの名前は何ですか?" in walker.html
    assert '<html lang="ja-JP">' in walker.html


def test_deleted_questions_are_gone(build: Builder) -> None:
    """Deleting one's questions deletes every answer (B58)."""
    house = build(quiet(methods={"allowed": ["email", "securityQuestions"]}))
    user = house.user()
    with house.emulator.tenant.store.begin() as session:
        session.add_all(
            SecurityAnswer(user_id=user.id, question=f"{n}?", answer_hash="x") for n in range(5)
        )
    walker = inside(house, user, SECURITY_INFO)
    row = next(form for form in walker.forms() if form.action.endswith("/delete"))
    walker.send(row, method="questions")
    with house.emulator.tenant.store.begin() as session:
        assert session.query(SecurityAnswer).count() == 0
    assert house.rows(user)[-1][0] == "User deleted security info"


@pytest.mark.parametrize(
    ("state", "offered"), [("preMigration", True), ("migrationComplete", False)]
)
def test_what_is_on_for_sign_in_alone_can_be_added(
    build: Builder, state: str, *, offered: bool
) -> None:
    """Before completion Add method offers it to everyone, whatever the reset policy (B16, I3)."""
    house = build(quiet(methods={"allowed": ["email"], "migration_state": state}))
    house.emulator.tenant.organization.multifactor_methods = frozenset({"textMessageToPhone"})
    page = inside(house, house.user(inside=False), SECURITY_INFO).html
    assert ('value="mobilePhone"' in page) is offered
