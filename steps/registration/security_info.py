"""Managing what is registered on the security info page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.managing import Errand, Managing
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.serving import allowed, listed
from steps.expect import applies, expect
from steps.weighing.presumed import past_second_factor

if TYPE_CHECKING:
    from pages.journeys.managing import ManagingStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


@given("a deleted method is asked for again only with the reconfirmation")
def _asked_later(stage: Stage) -> None:
    asked = stage.policy.registration
    applies(
        asked.required_at_sign_in and asked.reconfirm_after_days,
        "The policy asks nobody to register or to confirm.",
    )
    applies(
        stage.policy.methods.required_to_reset > 1,
        "Where one method is required, nothing is left after its deletion (B30).",
    )


@when("the user deletes the email address", target_fixture="managing")
def _delete_email(stage: Stage, user: Actor) -> ManagingStory:
    allowed(stage, Method.EMAIL)
    return _delete(stage, user, Method.EMAIL)


@given(parsers.parse("the user deletes after {minutes:d} minutes"))
def _lingers(user: Actor, minutes: int) -> None:
    user.habits.hesitation = dt.timedelta(minutes=minutes)


@when("the user tries to delete the authenticator app", target_fixture="managing")
def _try_to_delete(stage: Stage, user: Actor) -> ManagingStory:
    story = stage.linger(user, Errand(delete=Method.APP_CODE))
    if not (story.proved_twice and Method.APP_CODE in story.listed):
        raise Inconclusive(f"There was no app to delete (see REG-23, REG-38). {story.error}")
    return story


@when("the user tries to delete the email address", target_fixture="managing")
def _try_to_delete_email(stage: Stage, user: Actor) -> ManagingStory:
    story = stage.manage(user, Errand(delete=Method.EMAIL))
    _presumed_listed(story, {Method.EMAIL})
    return story


@then("the security info no longer lists the email address")
def _no_longer_listed(managing: ManagingStory) -> None:
    expect(managing.done, "What is deleted is listed no longer.", "It is listed as before.")


@when("the user deletes the authenticator app", target_fixture="managing")
def _delete_app(stage: Stage, user: Actor) -> ManagingStory:
    return _delete(stage, user, Method.APP_CODE)


@when("the user deletes the mobile phone", target_fixture="managing")
def _delete_phone(stage: Stage, user: Actor) -> ManagingStory:
    return _delete(stage, user, Method.MOBILE_PHONE)


@when("the user deletes the security questions", target_fixture="managing")
def _delete_questions(stage: Stage, user: Actor) -> ManagingStory:
    return _delete(stage, user, Method.SECURITY_QUESTIONS)


def _delete(stage: Stage, user: Actor, method: Method) -> ManagingStory:
    story = stage.manage(user, Errand(delete=method))
    if not story.done:
        raise Inconclusive(f"It could not be deleted. {story.error}".strip())
    return story


@when("the user opens the security info", target_fixture="managing")
def _open(stage: Stage, user: Actor) -> ManagingStory:
    return stage.manage(user, Errand(look_for=user.alternate_email if user.former_contact else ""))


@then("the security info asked for the second factor")
def _asked_for_factor(managing: ManagingStory) -> None:
    expect(
        managing.proved_twice,
        "The security info opens to the second factor.",
        "The password alone opens it.",
    )


@then("the security info opens")
def _opened(managing: ManagingStory) -> None:
    expect(managing.opened, "The right second factor opens it.", f"It does not. {managing.error}")


@then("the security info does not open")
def _not_opened(managing: ManagingStory) -> None:
    if not managing.proved_twice:
        raise Inconclusive(f"No second factor was asked for. {managing.error}".strip())
    expect(not managing.opened, "A wrong second factor does not open it.", "It does.")


@when(
    parsers.parse("the user opens the security info and comes back after {minutes:d} minutes"),
    target_fixture="managing",
)
def come_back(stage: Stage, user: Actor, minutes: int) -> ManagingStory:
    """
    ``user`` opens the security info by the second factor and again ``minutes`` later.

    Raises:
        Inconclusive: It opened without the second factor at first.
    """
    page = stage.page()
    first = Managing(page, user, Errand(), stage.evidence.screenshot).run()
    if not first.proved_twice:
        raise Inconclusive(f"No second factor was asked for (see REG-23). {first.error}".strip())
    stage.tenant.capabilities.advance(dt.timedelta(minutes=minutes))
    return Managing(page, user, Errand(), stage.evidence.screenshot).run()


@then("the second factor has to be shown again")
def _again(managing: ManagingStory) -> None:
    expect(
        managing.proved_twice,
        "A second factor that was shown more than ten minutes ago is asked for again.",
        "The security info opens without it.",
    )


@then("the second factor need not be shown again")
def _not_again(managing: ManagingStory) -> None:
    expect(
        managing.opened and not managing.proved_twice,
        "A second factor that was shown within ten minutes serves.",
        "It is asked for again." if managing.proved_twice else "The page does not open.",
    )


@then("it lists the email address and both telephones")
def _lists_all(managing: ManagingStory) -> None:
    _lists(managing, {Method.EMAIL, Method.MOBILE_PHONE, Method.OFFICE_PHONE})


@then("it lists the email address and no mobile phone")
def _lists_no_phone(managing: ManagingStory) -> None:
    _presumed_listed(managing, {Method.EMAIL})
    expect(
        Method.MOBILE_PHONE not in managing.listed,
        "The security info lists no mobile phone.",
        f"It lists {listed(managing.listed)}.",
    )


@then("it lists the authenticator app")
def _lists_app(managing: ManagingStory) -> None:
    _lists(managing, {Method.APP_CODE})


@then("it lists the security questions")
def _lists_questions(managing: ManagingStory) -> None:
    _lists(managing, {Method.SECURITY_QUESTIONS})


@then("it shows the new email address")
def _shows_new(managing: ManagingStory) -> None:
    _presumed_listed(managing, {Method.EMAIL})
    expect(
        managing.done,
        "The security info shows the address that was changed to.",
        "It does not show it.",
    )


def _lists(managing: ManagingStory, wanted: set[Method]) -> None:
    _was_opened(managing)
    expect(
        wanted <= managing.listed,
        f"The security info lists {listed(wanted)}.",
        f"It lists {listed(managing.listed)}.",
    )


@then("it offers to change the email address and both telephones")
def _offers_to_change(managing: ManagingStory) -> None:
    wanted = {Method.EMAIL, Method.MOBILE_PHONE, Method.OFFICE_PHONE}
    _presumed_listed(managing, wanted)
    expect(
        wanted <= managing.changeable,
        f"The security info offers to change {listed(wanted)}.",
        f"It offers to change {listed(managing.changeable)}.",
    )


@then("it does not offer to change the authenticator app")
def _does_not_offer(managing: ManagingStory) -> None:
    _cannot_change(managing, Method.APP_CODE)


@then("it does not offer to change the security questions")
def _does_not_offer_questions(managing: ManagingStory) -> None:
    _cannot_change(managing, Method.SECURITY_QUESTIONS)


def _cannot_change(managing: ManagingStory, method: Method) -> None:
    _presumed_listed(managing, {method})
    expect(
        method not in managing.changeable,
        "It is deleted and added again, and not changed.",
        "The security info offers to change it.",
    )


def _presumed_listed(managing: ManagingStory, wanted: set[Method]) -> None:
    _was_opened(managing)
    if not wanted <= managing.listed:
        raise Inconclusive(f"It lists {listed(managing.listed)} (see REG-38).")


def _was_opened(managing: ManagingStory) -> None:
    past_second_factor(managing.error)
    if not managing.opened:
        raise Inconclusive(f"The security info did not open. {managing.error}".strip())
