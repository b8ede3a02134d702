"""The verification steps: choosing a way to prove oneself, and doing so (C9 to C16, C19)."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from emulator.actions import notify, phone
from emulator.actions.reset import attempts, holdings, unlock
from emulator.actions.reset.flow import View, log, person
from emulator.rules import proofs
from emulator.rules.gates import complete, open_options
from emulator.rules.methods import Option
from emulator.rules.secrets_hash import hash_secret
from emulator.rules.throttle import Counted
from emulator.store.people import answers_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.actions.notify import Letter
    from emulator.store import ResetFlow, User
    from emulator.tenant import Tenant

_NAMES = {
    Option.EMAIL: "email",
    Option.SMS: "mobile SMS",
    Option.CALL: "mobile voice call",
    Option.OFFICE_CALL: "office voice call",
    Option.QUESTIONS: "security questions",
    Option.PUSH: "mobile app notification",
    Option.CODE: "mobile app code",
}
_BY_NUMBER = frozenset({Option.SMS, Option.CALL, Option.OFFICE_CALL})


def offered(tenant: Tenant, flow: ResetFlow) -> tuple[Option, ...]:
    """The options of the picker at the step that the flow stands at."""
    passed = [Option(o) for o in flow.passed]
    return open_options([Option(o) for o in flow.options], passed, tenant.bent)


def choose(session: Session, tenant: Tenant, flow: ResetFlow, wish: str) -> None:
    """Choose another row of the picker; one that is not offered is passed over."""
    if wish in offered(tenant, flow) and wish != flow.option:
        flow.option = wish
        _clear(flow)
        if wish == Option.QUESTIONS:
            draw_questions(session, tenant, flow)


def draw_questions(session: Session, tenant: Tenant, flow: ResetFlow) -> None:
    """Draw afresh which of the registered questions are asked (B55)."""
    user = person(session, flow)
    ids = [row.id for row in answers_of(session, user.id)] if user else []
    asked = min(len(ids), tenant.policy.methods.questions_to_reset)
    flow.questions = random.SystemRandom().sample(ids, asked)


def send(session: Session, tenant: Tenant, flow: ResetFlow, typed_number: str) -> list[Letter]:
    """Start the chosen option: send a code, let a telephone ring, or ask the app."""
    option, user = Option(flow.option or ""), person(session, flow)
    if user is None or not _may_start(session, tenant, flow, option):
        return []
    if option in _BY_NUMBER and not _knows_number(session, tenant, flow, typed_number):
        return []
    _log_start(session, tenant, flow, option)
    flow.sent_at = tenant.clock.now()
    return _deliver(session, tenant, flow, user, option)


def _may_start(session: Session, tenant: Tenant, flow: ResetFlow, option: Option) -> bool:
    if option is Option.EMAIL:
        return attempts.count(session, tenant, flow, Counted.EMAIL)
    if option in _BY_NUMBER or option is Option.PUSH:
        return attempts.count(session, tenant, flow, Counted.VALIDATION, option)
    return False


def _knows_number(session: Session, tenant: Tenant, flow: ResetFlow, typed: str) -> bool:
    number = holdings.value_for(session, tenant, flow)
    if proofs.number_matches(typed, number or "", tenant.bent):
        return True
    _fail(session, tenant, flow, "wrong_number")
    return False


def _deliver(
    session: Session, tenant: Tenant, flow: ResetFlow, user: User, option: Option
) -> list[Letter]:
    where = holdings.value_for(session, tenant, flow) or ""
    if option is Option.PUSH:
        flow.prompt_id = phone.push(session, tenant, user).id
        return []
    if option in {Option.CALL, Option.OFFICE_CALL}:
        flow.prompt_id = phone.call(session, tenant, user, where).id
        return []
    code = proofs.new_code()
    flow.code_hash = hash_secret(code)
    write = notify.code_mail if option is Option.EMAIL else notify.code_text
    return [write(tenant.organization, where, code)]


def check_code(session: Session, tenant: Tenant, flow: ResetFlow, typed: str) -> None:
    """Take a code: one that was sent, or one of an authenticator app."""
    option = Option(flow.option or "")
    if option is Option.CODE:
        _check_app_code(session, tenant, flow, typed)
    elif option in {Option.EMAIL, Option.SMS} and flow.sent_at:
        now = tenant.clock.now()
        if proofs.code_matches(typed, flow.code_hash, flow.sent_at, now, tenant.bent):
            _pass(session, tenant, flow)
        else:
            _fail(session, tenant, flow, "wrong_code")


def _check_app_code(session: Session, tenant: Tenant, flow: ResetFlow, typed: str) -> None:
    if not attempts.count(session, tenant, flow, Counted.VALIDATION, Option.CODE):
        return
    _log_start(session, tenant, flow, Option.CODE)
    if holdings.spend_app_code(session, tenant, flow, typed):
        _pass(session, tenant, flow)
    else:
        _fail(session, tenant, flow, "wrong_code")


def check_answers(session: Session, tenant: Tenant, flow: ResetFlow, typed: Sequence[str]) -> None:
    """Take the answers to the questions drawn; a wrong set starts the drawing anew (B55)."""
    if flow.option != Option.QUESTIONS:
        return
    if not attempts.count(session, tenant, flow, Counted.VALIDATION, Option.QUESTIONS):
        return
    _log_start(session, tenant, flow, Option.QUESTIONS)
    hashes = holdings.answers_drawn(session, flow)
    if proofs.answers_match(typed, hashes, tenant.bent):
        _pass(session, tenant, flow)
    else:
        draw_questions(session, tenant, flow)
        _fail(session, tenant, flow, "wrong_answers")


def check_prompt(session: Session, tenant: Tenant, flow: ResetFlow) -> None:
    """See whether a push or a call has been answered."""
    if flow.prompt_id is None:
        return
    state = phone.state(session, tenant, flow.prompt_id)
    if state == "pending":
        return
    flow.prompt_id = None
    if state == "approved":
        _pass(session, tenant, flow)
    else:
        _fail(session, tenant, flow, "not_approved")


def again(flow: ResetFlow) -> None:
    """Go back to the start of the chosen option."""
    _clear(flow)


def _pass(session: Session, tenant: Tenant, flow: ResetFlow) -> None:
    option = Option(flow.option or "")
    log(session, tenant, flow, f"User completed the {_NAMES[option]} verification option")
    flow.passed = [*flow.passed, option.value]
    _clear(flow)
    if complete([Option(o) for o in flow.passed], flow.steps, tenant.bent):
        _complete(session, tenant, flow)
    else:
        choose(session, tenant, flow, offered(tenant, flow)[0])


def _complete(session: Session, tenant: Tenant, flow: ResetFlow) -> None:
    log(session, tenant, flow, "User completed all verification steps required")
    if flow.unlock_only:
        unlock.unlock_account(session, tenant, flow)
    else:
        flow.view = View.CHOOSE


def _fail(session: Session, tenant: Tenant, flow: ResetFlow, error: str) -> None:
    flow.error = error
    attempts.count(session, tenant, flow, Counted.FAILURE)


def _log_start(session: Session, tenant: Tenant, flow: ResetFlow, option: Option) -> None:
    log(session, tenant, flow, f"User started the {_NAMES[option]} verification option")


def _clear(flow: ResetFlow) -> None:
    flow.code_hash = flow.sent_at = flow.prompt_id = None
