"""
The ways in which this tenant can misbehave on request.

Reading the list is reading what can go wrong. Each name is asked for at exactly one place,
the rule that it bends: ``if "user-mail-missing" in bent``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeviationSpec:
    """
    One way to break one requirement.

    Attributes:
        name: What ``--deviate`` takes.
        requirement: The id of the requirement that it breaks.
        sentence: What then happens, in one sentence.
    """

    name: str
    requirement: str
    sentence: str


DEVIATIONS: tuple[DeviationSpec, ...] = (
    DeviationSpec("user-mail-missing", "NOT-01", "No mail tells the user that a reset took place."),
    DeviationSpec(
        "admin-mail-missing",
        "NOT-05",
        "No mail alerts administrators to an administrator's reset.",
    ),
    DeviationSpec(
        "second-step-missing",
        "RST-03",
        "One verification step is enough where two are asked.",
    ),
    DeviationSpec(
        "group-check-missing", "ENA-02", "A user outside the enabled group may reset the password."
    ),
    DeviationSpec(
        "banned-list-ignored", "PWD-08", "Passwords that too many people use are accepted."
    ),
    DeviationSpec("banned-score-lax", "PWD-09", "A password of four points is accepted."),
    DeviationSpec("own-name-accepted", "PWD-10", "The owner's name may stand in the password."),
    DeviationSpec("short-password-accepted", "PWD-01", "A password of seven characters is set."),
    DeviationSpec("two-classes-enough", "PWD-02", "Two kinds of characters are enough."),
    DeviationSpec("unicode-password-accepted", "PWD-03", "A letter outside ASCII is accepted."),
    DeviationSpec(
        "reuse-on-change-accepted", "PWD-04", "A change may set the last password again."
    ),
    DeviationSpec("old-password-works", "RST-05", "The old password signs in after a reset."),
    DeviationSpec(
        "forbidden-method-offered", "RST-07", "The method picker offers what policy forbids."
    ),
    DeviationSpec(
        "migration-ignored", "CFG-05", "A migrated tenant still follows the old policy's methods."
    ),
    DeviationSpec(
        "admin-questions-offered", "ADM-04", "Administrators may answer security questions."
    ),
    DeviationSpec(
        "push-for-one-step-offered",
        "RST-09",
        "The app's notification is offered though one step is asked and nothing was migrated.",
    ),
    DeviationSpec(
        "unregistered-data-accepted",
        "RST-10",
        "Contact data that nobody registered still serves after the registered-only rule.",
    ),
    DeviationSpec("admin-one-gate", "ADM-02", "An administrator is let through with one gate."),
    DeviationSpec(
        "one-method-enough-for-two",
        "RST-08",
        "Someone with too few methods is let into the reset.",
    ),
    DeviationSpec(
        "same-method-twice", "RST-03", "The same method is accepted for both verification steps."
    ),
    DeviationSpec(
        "text-then-call", "RST-03", "A text and a call to one phone count as two methods."
    ),
    DeviationSpec(
        "disabled-account-resets", "ENA-07", "A disabled account may reset its password."
    ),
    DeviationSpec("admins-follow-none", "ADM-01", "Set to None, SSPR is off for administrators."),
    DeviationSpec(
        "admin-switch-ignored", "ADM-05", "Administrators reset though it is switched off for them."
    ),
    DeviationSpec("none-ignored", "ENA-03", "Users reset though SSPR is set to None."),
    DeviationSpec("nested-group-ignored", "ENA-04", "Members of nested groups are turned away."),
    DeviationSpec("free-tier-resets", "ENA-08", "A tenant without licences has password reset."),
    DeviationSpec("writeback-off-ignored", "HYB-01", "Writeback is used though it is off."),
    DeviationSpec("unlock-not-offered", "UNL-01", "Unlocking without a reset is not offered."),
    DeviationSpec(
        "unlock-offered-though-off", "UNL-02", "Unlocking without a reset is offered though off."
    ),
    DeviationSpec("throttle-never-blocks", "RST-15", "Failures are counted but never block."),
    DeviationSpec("throttle-ends-early", "RST-16", "A block ends after an hour."),
    DeviationSpec("throttle-not-cleared", "RST-17", "A reset does not set the counters back."),
    DeviationSpec("mail-throttle-missing", "RST-18", "Codes are mailed without a limit."),
    DeviationSpec("session-outlives", "RST-12", "A reset goes on after its fifteen minutes."),
    DeviationSpec("code-outlives", "RST-11", "A code is still valid after its five minutes."),
    DeviationSpec("any-code-accepted", "RST-13", "Any six digits pass for the code."),
    DeviationSpec(
        "any-number-accepted", "RST-14", "Any phone number passes for the registered one."
    ),
    DeviationSpec("answers-ignore-case", "RST-19", "Answers count whatever their case."),
    DeviationSpec("captcha-any-answer", "RST-06", "Any text passes for the captcha's."),
    DeviationSpec("address-shown-in-full", "RST-20", "The alternate address is not masked."),
    DeviationSpec("number-shown-in-full", "RST-20", "The phone number is not masked."),
    DeviationSpec("user-mail-despite-no", "NOT-01", "The user is told though users are not to be."),
    DeviationSpec(
        "user-mail-only-primary", "NOT-02", "The user is told at the primary address only."
    ),
    DeviationSpec(
        "user-mail-only-alternate", "NOT-01", "The user is told at the alternate address only."
    ),
    DeviationSpec("user-mail-leaks", "NOT-03", "Administrators are told of a user's reset."),
    DeviationSpec("user-mail-twice", "NOT-04", "The user is told twice at each address."),
    DeviationSpec(
        "admin-mail-on-user-reset", "NOT-03", "Administrators are alerted to any user's reset."
    ),
    DeviationSpec(
        "admin-mail-despite-no", "NOT-05", "Administrators are alerted though they are not to be."
    ),
    DeviationSpec("admin-mail-only-acting", "NOT-05", "Only the acting administrator is alerted."),
    DeviationSpec(
        "admin-mail-not-first", "NOT-05", "One of the Global Administrators is not alerted."
    ),
    DeviationSpec(
        "admin-mail-to-alternate",
        "NOT-06",
        "Administrators are alerted at their alternate addresses.",
    ),
    DeviationSpec(
        "helpdesk-link-missing-registration",
        "CUS-01",
        "The helpdesk link is missing from the registration pages.",
    ),
    DeviationSpec(
        "helpdesk-link-missing-reset",
        "CUS-02",
        "The helpdesk link is missing from the reset pages.",
    ),
    DeviationSpec("contact-mail-missing", "CUS-03", "The contact form's mail is not sent."),
    DeviationSpec(
        "contact-mail-wrong-rank",
        "CUS-04",
        "The contact form's mail goes to Global Administrators first.",
    ),
    DeviationSpec(
        "contact-mail-unlimited", "CUS-05", "The contact form's mail goes to over a hundred people."
    ),
)

NAMES = frozenset(spec.name for spec in DEVIATIONS)


class Bent(frozenset[str]):
    """The names of the deviations that are switched on."""

    __slots__ = ()

    @classmethod
    def of(cls, *names: str) -> Bent:
        """
        Switch on ``names``.

        Raises:
            ValueError: A name is in no deviation.
        """
        if unknown := sorted(set(names) - NAMES):
            raise ValueError(f"no deviation is called {unknown[0]!r}")
        return cls(names)


STRAIGHT = Bent()
