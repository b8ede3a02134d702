"""What holds for administrators alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from pages.proof import Proof
from pages.registration.security_info import NotEnabled
from sspr.errors import Inconclusive
from sspr.policy import Method, MigrationState
from steps.cast.arranging import STEPS_OF_ADMINISTRATORS, proof_called, register_administrator_with
from steps.cast.kept import all_is_kept
from steps.cast.serving import ENDS, serves
from steps.expect import applies, expect
from steps.reset.course import completed
from steps.reset.verification import takes_two_gates
from steps.weighing.presumed import NOT_ENABLED, TOO_FEW, as_administrator, let_in, may_register
from steps.weighing.witness import others_prove, takes_two_steps

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

ALLOWED = "methods.allowed"
SWITCH = "enablement.administrators"
CALLS = frozenset({Proof.CALL, Proof.OFFICE_CALL})
LAST_CALLED = "Global Administrator"
CALLS_END = dt.date(2027, 7, 1)  # S7: for the role that is called last


@given("the tenant is synchronised with an on-premises directory")
def _synchronised(stage: Stage) -> None:
    stage.on_premises.manage(stage.enter().account, "synchronized")


@given("the tenant is not synchronised")
def _not_synchronised(stage: Stage) -> None:
    applies(not stage.policy.writeback.enabled, "The tenant is synchronised (D7).")


@given(parsers.parse("calls still reach a {role}"))
def _still_called(stage: Stage, role: str) -> None:
    end = CALLS_END if role == LAST_CALLED else ENDS[Method.MOBILE_PHONE]
    over = stage.tenant.clock.today() >= end
    applies(not over, f"Microsoft no longer calls anybody who is no more than a {role} (S7).")


@given("the administrator has set up Microsoft Authenticator")
def _authenticator(stage: Stage, user: Actor) -> None:
    story = stage.register(user, Method.APP_NOTIFICATION)
    if Method.APP_NOTIFICATION not in story.registered:
        raise Inconclusive(f"Microsoft Authenticator could not be set up. {story.error}")
    all_is_kept(stage, user, story)


@given(parsers.parse("the administrator can prove the identity by {proof}"), target_fixture="proof")
def _can_prove_by(stage: Stage, user: Actor, proof: str) -> Proof:
    wanted = proof_called(proof)
    register_administrator_with(stage, user, wanted)
    return wanted


@then("this proof of the administrator was accepted")
def _proof_accepted(stage: Stage, reset: ResetStory, proof: Proof) -> None:
    as_administrator(reset)
    let_in(reset)
    if reset.ending is Ending.REFUSED_PROOF and proof.method in stage.policy.methods.allowed:
        others_prove(stage, proof)
    expect(proof in reset.passed, f"The step was passed by: {proof}.", str(reset))


@then("email, the authenticator app and the telephones are offered")
def _all_offered(stage: Stage, user: Actor, reset: ResetStory) -> None:
    as_administrator(reset)
    serving = {Proof.EMAIL, Proof.APP_CODE, Proof.APP_NOTIFICATION}
    if stage.tenant.clock.today() < ENDS[Method.MOBILE_PHONE]:
        serving |= {Proof.TEXT, *CALLS}
    lacking = sorted(serving - _proofs(reset))
    if lacking == [Proof.APP_NOTIFICATION]:
        takes_two_steps(stage, user)
    expect(
        not lacking,
        f"Offered are: {', '.join(sorted(serving))}.",
        f"Not offered: {', '.join(lacking)}. {reset}",
    )


@then("no security questions are offered")
def _no_questions(stage: Stage, reset: ResetStory) -> None:
    _not_shut_out(stage, reset)
    let_in(reset)
    expect(
        Proof.QUESTIONS not in _proofs(reset),
        "No administrator is asked security questions.",
        _told(reset),
        ALLOWED,
    )


@then("security questions are offered")
def _questions(reset: ResetStory) -> None:
    offered = _proofs(reset)
    expect(Proof.QUESTIONS in offered, "A user may answer questions.", _told(reset), ALLOWED)


@given("the policy allows security questions")
def _allows_questions(stage: Stage) -> None:
    served = serves(stage, Method.SECURITY_QUESTIONS)
    applies(served, "On this day no security questions can be registered any more (S6).")
    allowed = stage.policy.methods.allowed
    if Method.SECURITY_QUESTIONS not in allowed:
        stage.change_policy("methods", allowed=(*allowed, Method.SECURITY_QUESTIONS))


@given(parsers.parse("the user has lost the role {role}"))
@when(parsers.parse("the user loses the role {role}"))
def _loses(stage: Stage, user: Actor, role: str) -> None:
    stage.directory.roles.take(user.person, role)


@when("mail is switched off in the Authentication methods policy of a migrated tenant")
def _mail_off(stage: Stage) -> None:
    stage.change_policy("methods", migration_state=MigrationState.COMPLETE)
    stage.directory.policies.switch_email(on=False)


@when(
    "the administrator registers what a reset needs and looks what else could be added",
    target_fixture="registration",
)
def _register_and_look(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user, Method.EMAIL, Method.APP_CODE, curious=True)


@when(
    "the administrator registers an email address and an authenticator app",
    target_fixture="registration",
)
def _register_two(stage: Stage, user: Actor) -> RegistrationStory:
    takes_two_gates(stage)
    return stage.register(user, Method.EMAIL, Method.APP_CODE)


@then("the wizard let go after two methods")
def _let_go_after_two(registration: RegistrationStory) -> None:
    applies(registration.asked_at_sign_in, "Nothing leads into the wizard at sign-in.")
    may_register(registration)
    expect(
        registration.in_wizard == STEPS_OF_ADMINISTRATORS,
        f"The wizard sets up {STEPS_OF_ADMINISTRATORS} methods.",
        f"It set up {registration.in_wizard}. {registration.error}".strip(),
    )


@then("security questions could be chosen")
def _questions_chosen(registration: RegistrationStory) -> None:
    chosen = Method.SECURITY_QUESTIONS in registration.registered
    expect(
        chosen or Method.SECURITY_QUESTIONS in _offered(registration),
        "A user can register security questions.",
        f"Offered: {', '.join(sorted(registration.offered))}.",
        ALLOWED,
    )


@then("security questions could not be chosen")
def _questions_not_chosen(stage: Stage, registration: RegistrationStory) -> None:
    admitted = stage.policy.enablement.administrators
    applies(admitted, "The policy has password reset off for administrators, who register nothing.")
    expect(
        Method.SECURITY_QUESTIONS not in _offered(registration),
        "No administrator can register security questions.",
        "They can be chosen.",
        ALLOWED,
    )


def _offered(registration: RegistrationStory) -> frozenset[Method]:
    if not registration.offered:
        raise Inconclusive(f"No list of methods was shown. {registration.error}".strip())
    return registration.offered


@then("a mailed code is offered")
def _mail_offered(stage: Stage, reset: ResetStory) -> None:
    _not_shut_out(stage, reset)
    offered = _proofs(reset)
    expect(Proof.EMAIL in offered, "A mailed code is offered.", _told(reset), ALLOWED)


@then("no mailed code is offered")
def _no_mail_offered(stage: Stage, reset: ResetStory) -> None:
    _not_shut_out(stage, reset)
    if Proof.EMAIL in _proofs(reset):
        raise Inconclusive(f"The switch means nothing to users either (see CFG-05). {_told(reset)}")
    expect(
        reset.offered or reset.code == TOO_FEW,
        "Other proofs are offered, or there are too few.",
        _told(reset),
        ALLOWED,
    )


@then("a call is offered")
def _call_offered(stage: Stage, reset: ResetStory) -> None:
    _not_shut_out(stage, reset)
    let_in(reset)
    expect(CALLS & _proofs(reset), "A call is offered.", _told(reset))


@then("no call is offered")
def _no_call_offered(stage: Stage, reset: ResetStory) -> None:
    _not_shut_out(stage, reset)
    let_in(reset)
    expect(reset.offered, "The administrator is asked to verify.", str(reset))
    expect(not CALLS & _proofs(reset), "No call is offered.", _told(reset))


def _not_shut_out(stage: Stage, reset: ResetStory) -> None:
    as_administrator(reset)
    shut_out = not stage.policy.enablement.administrators and reset.code in NOT_ENABLED
    applies(not shut_out, "The policy shuts administrators out.")


def _proofs(reset: ResetStory) -> set[Proof]:
    return {proof for step in reset.offered for proof in step}


def _told(reset: ResetStory) -> str:
    return f"{reset} Offered: {', '.join(sorted(_proofs(reset))) or 'nothing'}."


@then("the administrator passed one verification step")
def _one_step(reset: ResetStory) -> None:
    completed(reset)
    expect(
        len(reset.passed) == 1,
        "One verification step is enough for an administrator.",
        f"{reset} It took {len(reset.passed)} steps.",
    )


@then("the administrator was asked to register but could not")
def _asked_in_vain(stage: Stage, registration: RegistrationStory) -> None:
    applies(stage.policy.registration.required_at_sign_in, "The policy does not ask at sign-in.")
    expect(
        registration.asked_at_sign_in,
        "The administrator is asked to register.",
        "Nobody asks.",
        "registration.required_at_sign_in",
    )
    expect(
        registration.error == NotEnabled.name and not registration.registered,
        "The page says that nothing can be registered.",
        registration.error or "It offers methods.",
        SWITCH,
    )
