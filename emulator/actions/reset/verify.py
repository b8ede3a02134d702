"""The verification steps: choosing a way to prove oneself, and doing so (C9 to C16, C19)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from emulator.actions import method_events, notify, phone
from emulator.actions.reset import attempts, exempt, holdings, news, unlock
from emulator.actions.reset.flow import View, another_took, log
from emulator.rules import proofs
from emulator.rules.gates import complete, open_options
from emulator.rules.notifications import addressee
from emulator.rules.options import Option
from emulator.rules.secrets_hash import hash_secret
from emulator.rules.throttle import Counted
from emulator.store import User
from emulator.store.people import answers_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from emulator.actions.reset.visit import Visit
    from emulator.deviations import Case
    from emulator.store import ResetFlow
    from sspr.policy import Methods

_NAMES = {
    Option.EMAIL: "email",
    Option.SMS: "mobile SMS",
    Option.CALL: "mobile voice call",
    Option.OFFICE_CALL: "office voice call",
    Option.QUESTIONS: "security questions",
    Option.PUSH: "mobile app notification",
    Option.CODE: "mobile app code",
}
# Which deviation takes no account of which option, right as the proof may be.
_IGNORED = {
    Option.EMAIL: "mailed-code-ignored",
    Option.SMS: "texted-code-ignored",
    Option.OFFICE_CALL: "office-call-ignored",
    Option.PUSH: "approval-ignored",
    Option.CODE: "app-code-ignored",
}
_BY_NUMBER = frozenset({Option.SMS, Option.CALL, Option.OFFICE_CALL})


def offered(visit: Visit) -> tuple[Option, ...]:
    """The options of the picker at the step that the flow stands at."""
    passed = [Option(o) for o in visit.flow.passed]
    return open_options([Option(o) for o in visit.flow.options], passed, visit.bent)


def choose(visit: Visit, wish: str) -> None:
    """Choose another row of the picker; one that is not offered is passed over."""
    if wish in offered(visit) and wish != visit.flow.option:
        visit.flow.option = wish
        _clear(visit.flow)
        if wish == Option.QUESTIONS:
            draw_questions(visit)


def draw_questions(visit: Visit) -> None:
    """Draw afresh which of the registered questions are asked (B55)."""
    user = visit.user
    ids = [row.id for row in answers_of(visit.session, user.id)] if user else []
    visit.flow.questions = proofs.drawn(ids, _methods(visit), visit.bent)


def _methods(visit: Visit) -> Methods:
    """What the policy says of methods now, whatever it said at first (B51)."""
    at_first = "first-number-of-questions-asked" in visit.bent
    return (visit.tenant.first if at_first else visit.tenant.policy).methods


def send(visit: Visit, typed_number: str) -> None:
    """Start the chosen option: send a code, let a telephone ring, or ask the app."""
    option, user = Option(visit.flow.option or ""), visit.user
    if user is None or not _may_start(visit, option):
        return
    if option in _BY_NUMBER and not _knows_number(visit, typed_number):
        return
    _log_start(visit, option)
    visit.flow.sent_at = visit.now
    _deliver(visit, user, option)


def _may_start(visit: Visit, option: Option) -> bool:
    if option is Option.EMAIL:
        return attempts.count(visit, Counted.EMAIL)
    if option in _BY_NUMBER or option is Option.PUSH:
        return attempts.count(visit, Counted.VALIDATION, option)
    return False


def _knows_number(visit: Visit, typed: str) -> bool:
    number = holdings.value_for(visit)
    called = visit.flow.option == Option.CALL
    unchecked: dict[str, Case] = {
        "called-number-unchecked": called,
        "administrators-number-unchecked": lambda: visit.administers,
    }
    if visit.bent.meets(unchecked):
        return True
    if proofs.number_matches(typed, number or "", visit.bent):
        return True
    _fail(visit, "wrong_number")
    return False


def _deliver(visit: Visit, user: User, option: Option) -> None:
    where = holdings.value_for(visit) or ""
    if option is Option.PUSH:
        visit.flow.prompt_id = phone.push(visit.session, visit.tenant, user).id
    elif option in {Option.CALL, Option.OFFICE_CALL}:
        visit.flow.prompt_id = phone.call(visit.session, visit.tenant, user, where).id
    else:
        _send_code(visit, user, option, where)


def _send_code(visit: Visit, user: User, option: Option, where: str) -> None:
    code = proofs.new_code()
    visit.flow.code_hash = hash_secret(code)
    if option is Option.EMAIL:
        to = addressee(
            where,
            user.mail,
            visit.bent,
            name=user.user_principal_name,
            administers=lambda: visit.administers,
        )
        visit.letters.append(notify.code_mail(visit.tenant, to, code))
    else:
        visit.letters.append(notify.code_text(visit.tenant, where, code))


def check_code(visit: Visit, typed: str) -> None:
    """Take a code: one that was sent, or one of an authenticator app."""
    option = Option(visit.flow.option or "")
    if option is Option.CODE:
        _check_app_code(visit, typed)
    elif option in {Option.EMAIL, Option.SMS} and visit.flow.sent_at:
        texted = option is Option.SMS
        now = visit.flow.sent_at if exempt.code_never_ends(visit, option) else visit.now
        if texted and "texts-end-early" in visit.bent:
            now += dt.timedelta(minutes=2)
        any_code = _any_code(visit) or another_took(visit, typed)
        any_code |= texted and "any-texted-code-accepted" in visit.bent
        code_hash, sent_at = visit.flow.code_hash, visit.flow.sent_at
        if any_code or proofs.code_matches(typed, code_hash, sent_at, now, visit.bent):
            _pass(visit)
        else:
            _fail(visit, "wrong_code")


def _any_code(visit: Visit) -> bool:
    kinds = {
        "hybrid-users-codes-unread": lambda: visit.is_hybrid,
        "guests-codes-unread": lambda: visit.is_guest,
    }
    return visit.bent.meets(kinds) or proofs.any_code_passes(
        visit.bent,
        steps_passed=len(visit.flow.passed),
        failures=attempts.failures_of(visit),
        administers=visit.administers,
    )


def _check_app_code(visit: Visit, typed: str) -> None:
    if not attempts.count(visit, Counted.VALIDATION, Option.CODE):
        return
    _log_start(visit, Option.CODE)
    any_code = _any_code(visit) or "any-app-code-accepted" in visit.bent
    if holdings.spend_app_code(visit, typed) or any_code:
        _pass(visit)
    else:
        _fail(visit, "wrong_code")


def check_answers(visit: Visit, typed: Sequence[str]) -> None:
    """Take the answers to the questions drawn; a wrong set starts the drawing anew (B55)."""
    if visit.flow.option != Option.QUESTIONS:
        return
    if not attempts.count(visit, Counted.VALIDATION, Option.QUESTIONS):
        return
    _log_start(visit, Option.QUESTIONS)
    hashes = holdings.answers_drawn(visit)
    if proofs.answers_match(typed, hashes, visit.bent):
        _pass(visit)
    else:
        if "wrong-answers-draw-no-others" not in visit.bent:
            draw_questions(visit)
        _fail(visit, "wrong_answers")


def check_prompt(visit: Visit) -> None:
    """See whether a push or a call has been answered."""
    if visit.flow.prompt_id is None:
        return
    state = phone.state(visit.session, visit.tenant, visit.flow.prompt_id, visit.bent)
    if state == "pending":
        return
    visit.flow.prompt_id = None
    office = visit.flow.option == Option.OFFICE_CALL
    if state == "approved" or (office and "office-call-any-key" in visit.bent):
        _pass(visit)
    else:
        _fail(visit, "not_approved")


def again(visit: Visit) -> None:
    """Go back to the start of the chosen option."""
    if "trying-again-leads-nowhere" not in visit.bent:
        _clear(visit.flow)


def _pass(visit: Visit) -> None:
    option = Option(visit.flow.option or "")
    if _IGNORED.get(option) in visit.bent or exempt.right_proof_refused(visit, option):
        _fail(visit, "wrong_code")
        return
    log(visit, f"User completed the {_NAMES[option]} verification option")
    _note(visit, option, passed=True)
    visit.flow.passed = [*visit.flow.passed, option.value]
    if "session-starts-anew-with-each-step" in visit.bent:
        visit.flow.started_at = visit.now
    if "passed-step-clears-failures" in visit.bent:
        attempts.forget_failures(visit)
    _clear(visit.flow)
    if _is_complete(visit):
        _complete(visit)
    else:
        choose(visit, offered(visit)[0])


def _is_complete(visit: Visit) -> bool:
    user, flow = visit.user, visit.flow
    if user and exempt.takes_one_step(visit, user):
        return True
    further = user is not None and news.resets_of(visit, user) > 0
    passed = [Option(o) for o in flow.passed]
    return complete(passed, flow.steps, visit.bent, unlocking=flow.unlock_only, further=further)


def _complete(visit: Visit) -> None:
    log(visit, "User completed all verification steps required")
    if visit.flow.unlock_only:
        unlock.unlock_account(visit)
    else:
        visit.flow.view = View.CHOOSE


def _fail(visit: Visit, error: str) -> None:
    visit.flow.error = error
    _note(visit, Option(visit.flow.option or ""), passed=False)
    if not visit.bent.meets({"wrong-numbers-uncounted": error == "wrong_number"}):
        attempts.count(visit, Counted.FAILURE)


def _note(visit: Visit, option: Option, *, passed: bool) -> None:
    user = visit.session.get_one(User, visit.flow.user_id)
    method_events.used(visit.session, visit.tenant, user, option, passed=passed)


def _log_start(visit: Visit, option: Option) -> None:
    log(visit, f"User started the {_NAMES[option]} verification option")


def _clear(flow: ResetFlow) -> None:
    flow.code_hash = flow.sent_at = flow.prompt_id = None
