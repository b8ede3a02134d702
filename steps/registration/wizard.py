"""What the registration wizard asks for, offers and says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then, when

from pages.journeys.registration import NO_CHOICE
from pages.registration.authenticator import AppIntroduction
from pages.registration.email import EmailAddress
from pages.registration.phone import PhoneNumber
from pages.registration.questions import SecurityQuestions
from pages.registration.security_info import NotEnabled
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.serving import APP, leaves_a_choice, serves
from steps.expect import applies, expect
from steps.weighing.presumed import may_register

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.registration.wizard import WizardPage
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

# The most secure first; an office phone is asked for only where the directory has one (B39).
PAGES: dict[Method, type[WizardPage]] = {
    Method.APP_CODE: AppIntroduction,
    Method.APP_NOTIFICATION: AppIntroduction,
    Method.MOBILE_PHONE: PhoneNumber,
    Method.EMAIL: EmailAddress,
    Method.SECURITY_QUESTIONS: SecurityQuestions,
}
LOSE_ACCESS = "Don't lose access to your account"


@then("the wizard let go after as many methods as a reset needs")
def _wizard_number(stage: Stage, registration: RegistrationStory) -> None:
    applies(registration.asked_at_sign_in, "Nothing leads into the wizard at sign-in.")
    required = stage.policy.methods.required_to_reset
    expect(
        registration.in_wizard == required and not registration.error,
        f"The wizard sets up {required} methods.",
        f"It set up {registration.in_wizard}. {registration.error}".strip(),
        "methods.required_to_reset",
    )


@then("the wizard asked only for the methods that were missing")
def _wizard_missing(stage: Stage, registration: RegistrationStory) -> None:
    applies(registration.asked_at_sign_in, "Nothing leads into the wizard at sign-in.")
    missing = stage.policy.methods.required_to_reset - 1
    expect(
        registration.in_wizard == missing and not registration.error,
        f"The wizard sets up {missing} more.",
        f"It set up {registration.in_wizard}. {registration.error}".strip(),
        "methods.required_to_reset",
    )


@then("another method than the proposed one could be chosen")
def _could_choose(stage: Stage, registration: RegistrationStory) -> None:
    applies(leaves_a_choice(stage), "The policy allows no more than the wizard asks for.")
    may_register(registration)
    expect(
        registration.registered or registration.error != NO_CHOICE,
        "The user can set up another method than the wizard proposes.",
        NO_CHOICE,
        "methods.allowed",
    )


@when(
    "the user registers the most secure method in the wizard at sign-in",
    target_fixture="registration",
)
def _register_most_secure(stage: Stage, user: Actor) -> RegistrationStory:
    order = _most_secure_first(stage)
    applies(order, "Under this policy the wizard has nothing to propose.")
    return stage.register_in_wizard(user, order[0])


@then("the wizard proposed the most secure methods first")
def _proposed(stage: Stage, registration: RegistrationStory) -> None:
    may_register(registration)
    applies(registration.asked_at_sign_in, "Nothing leads into the wizard at sign-in.")
    order = [PAGES[method].name for method in _most_secure_first(stage)]
    seen = tuple(registration.contact_links)  # each page by which a method was asked for
    if not seen or set(seen) - set(order):
        raise Inconclusive(f"The wizard proposed other methods (see REG-16). {registration.error}")
    expect(
        list(seen) == order[: len(seen)],
        f"The wizard proposes: {', '.join(order)}.",
        f"It proposes: {', '.join(seen) or 'nothing'}.",
        "methods.allowed",
    )


def _most_secure_first(stage: Stage) -> list[Method]:
    """What serves and is allowed, as B35 and B36 have it; of both ways of the app one."""
    usable = [each for each in PAGES if each in stage.policy.methods.allowed]
    usable = [each for each in usable if serves(stage, each)]
    return [each for each in usable if each is not APP[1] or APP[0] not in usable]


@then("only methods that the policy allows could be chosen")
def _only_allowed(stage: Stage, registration: RegistrationStory) -> None:
    if not registration.offered:
        applies(leaves_a_choice(stage), "The policy leaves nothing more to choose.")
        raise Inconclusive("No list of methods was shown.")
    usable = set(stage.policy.methods.allowed)
    usable |= set(APP) if usable.intersection(APP) else set()  # both are offered under one name
    expect(
        registration.offered <= usable,
        f"Nothing but {', '.join(sorted(usable))} can be chosen.",
        f"Offered: {', '.join(sorted(registration.offered))}.",
        "methods.allowed",
    )


@then("the pages are headed Don't lose access to your account")
def _headed(stage: Stage, registration: RegistrationStory) -> None:
    selected = stage.policy.enablement.enabled == "selected"
    applies(selected, "The policy names no group whose members are told.")
    expect(
        _lose_access(registration),
        f"A page is headed {LOSE_ACCESS!r}.",
        f"The pages are headed: {'; '.join(sorted(registration.headings))}.",
    )


@then("no page is headed Don't lose access to your account")
def _not_headed(registration: RegistrationStory) -> None:
    expect(not _lose_access(registration), "No page is headed so.", "One is.")


def _lose_access(registration: RegistrationStory) -> bool:
    headings = " ".join(registration.headings).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return LOSE_ACCESS.casefold() in headings.casefold()


@then("the page says that the feature is not enabled for the user")
def _not_enabled(registration: RegistrationStory) -> None:
    expect(
        registration.error == NotEnabled.name and not registration.registered,
        "The page says that the feature is not enabled for the user.",
        f"Registered: {', '.join(registration.registered) or 'nothing'}. {registration.error}",
        "enablement.enabled",
    )


@then("the user was asked for the second factor")
def _second_factor(registration: RegistrationStory) -> None:
    expect(
        registration.proved_twice,
        "The registration page asks for the second factor.",
        "The password alone opens it.",
    )
