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
        policy: The sample policy under which it shows, a file name in ``policies`` without ending.
        service_date: The day on which it shows, as YYYY-MM-DD; empty for the policy's own.
    """

    name: str
    requirement: str
    sentence: str
    policy: str = "tutorial"
    service_date: str = ""


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
        "admin-mail-despite-no", "NOT-15", "Administrators are alerted though they are not to be."
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
    DeviationSpec(
        "admin-follows-users-methods", "ADM-08", "Administrators have the users' methods only."
    ),
    DeviationSpec("unpaid-calls-offered", "ADM-09", "Calls are offered in trial and free tenants."),
    DeviationSpec(
        "lesser-admin-follows-users", "ADM-06", "Only Global Administrators take two gates."
    ),
    DeviationSpec("every-role-counts", "ADM-07", "A role that is not listed takes two gates."),
    DeviationSpec("retired-questions-serve", "RST-37", "Security questions serve after their end."),
    DeviationSpec("retired-telephony-serves", "RST-36", "Texts and calls serve after their end."),
    DeviationSpec("alternate-phone-serves", "RST-40", "An alternate phone number serves."),
    DeviationSpec(
        "directory-data-refused",
        "RST-21",
        "Contact data from the directory is refused while it still serves.",
    ),
    DeviationSpec("any-guest-resets", "ENA-11", "A guest with a personal account may go on."),
    DeviationSpec(
        "outsider-answered-as-none",
        "ENA-02",
        "A user outside the group is told that SSPR is off for the tenant.",
    ),
    DeviationSpec("unreachable-ignored", "HYB-03", "A reset goes on without its on-premises side."),
    DeviationSpec("lookalikes-not-seen-through", "PWD-11", "Digits and signs hide a banned word."),
    DeviationSpec("one-edit-accepted", "PWD-12", "One letter more hides a banned word."),
    DeviationSpec("short-names-refused", "PWD-21", "A name of three letters is refused."),
    DeviationSpec("long-password-refused", "PWD-06", "A password of 65 characters is refused."),
    DeviationSpec("blank-refused", "PWD-07", "A blank in the password is refused."),
    DeviationSpec("reset-refuses-last", "PWD-05", "A reset may not set the last password again."),
    DeviationSpec(
        "on-premises-policy-ignored", "HYB-08", "The on-premises password policy is not asked."
    ),
    DeviationSpec(
        "synchronization-slow", "HYB-05", "A federated user's password arrives after an hour."
    ),
    DeviationSpec("strength-shown-to-hybrid", "HYB-06", "Hybrid users see the strength."),
    DeviationSpec("strength-not-shown", "PWD-18", "Nobody sees the strength of a new password."),
    DeviationSpec("refusal-ends-reset", "RST-22", "A refused password ends the reset."),
    DeviationSpec("help-never-offered", "RST-33", "Nobody is offered to try again or to get help."),
    DeviationSpec("support-code-missing", "RST-35", "No page carries a support code."),
    DeviationSpec("one-question-less", "RST-31", "One security question too few is asked."),
    DeviationSpec("push-any-number", "RST-29", "A push is approved with any number."),
    DeviationSpec("call-any-key", "RST-27", "Any key confirms a call."),
    DeviationSpec("captcha-missing", "RST-02", "No captcha is asked while there still is one."),
    DeviationSpec("captcha-stays", "RST-02", "A captcha is asked after its removal."),
    DeviationSpec("mail-address-accepted", "RST-38", "A mail address passes for the user name."),
    DeviationSpec(
        "code-mailed-to-primary", "NOT-14", "The code goes to the primary, not the proved address."
    ),
    DeviationSpec("user-mail-no-fallback", "NOT-07", "Who has no address is told nothing."),
    DeviationSpec("helpdesk-address-bare", "CUS-06", "A helpdesk address opens no mail."),
    DeviationSpec("organization-not-shown", "CUS-09", "The reset pages show no organisation."),
    DeviationSpec("reset-keeps-lockout", "UNL-04", "A reset leaves the account locked."),
    DeviationSpec("unlock-ends-lockout", "UNL-05", "An unlock ends the cloud's lockout."),
    DeviationSpec("unlock-by-one-step", "UNL-07", "An unlock takes one verification step."),
    DeviationSpec("unlock-mailed", "UNL-09", "An unlock is told as if it were a reset."),
    DeviationSpec("unlock-row-missing", "UNL-08", "An unlock leaves no row in the audit log."),
    DeviationSpec("flow-rows-missing", "AUD-01", "The steps of a reset leave no rows."),
    DeviationSpec("reset-row-missing", "AUD-02", "A completed reset leaves no row of its own."),
    DeviationSpec(
        "correlation-id-per-row", "AUD-04", "Each row of a reset has a correlation id of its own."
    ),
    DeviationSpec("interrupt-missing", "REG-01", "Sign-in asks nobody to register."),
    DeviationSpec(
        "unasked-registration-refused",
        "REG-05",
        "Where sign-in does not ask, the registration page turns people away.",
    ),
    DeviationSpec("interrupt-unskippable", "REG-06", "The request to register cannot be put off."),
    DeviationSpec(
        "interrupt-repeats", "REG-07", "The request to register comes again within one session."
    ),
    DeviationSpec(
        "interrupt-for-everyone", "REG-08", "People who are not enabled are asked to register too."
    ),
    DeviationSpec(
        "interrupt-despite-registered",
        "REG-09",
        "People who have registered enough are asked again.",
    ),
    DeviationSpec("reconfirm-a-day-late", "REG-10", "Confirmation is asked for a day late."),
    DeviationSpec("reconfirm-a-day-early", "REG-10", "Confirmation is asked for a day early."),
    DeviationSpec(
        "reconfirm-despite-zero",
        "REG-11",
        "With 0 days declared confirmation is asked for all the same.",
    ),
    DeviationSpec(
        "asked-after-deletion",
        "REG-12",
        "Whoever deletes a method is asked to register at the next sign-in.",
    ),
    DeviationSpec(
        "wizard-asks-one-fewer",
        "REG-13",
        "The wizard is content with the app alone where two methods are required.",
    ),
    DeviationSpec(
        "wizard-asks-for-all-again",
        "REG-14",
        "The wizard asks for methods that are registered already.",
    ),
    DeviationSpec(
        "other-method-not-offered", "REG-15", "The wizard lets nobody choose another method."
    ),
    DeviationSpec(
        "registration-offers-forbidden-method",
        "REG-16",
        "The registration offers methods that policy forbids.",
    ),
    DeviationSpec(
        "question-missing-at-registration",
        "REG-20",
        "One security question fewer than declared is registered.",
    ),
    DeviationSpec(
        "duplicate-answers-accepted", "REG-21", "Two security questions may have the same answer."
    ),
    DeviationSpec("short-answers-accepted", "REG-22", "An answer of two characters is accepted."),
    DeviationSpec("long-answers-accepted", "REG-22", "An answer of 41 characters is accepted."),
    DeviationSpec(
        "security-info-without-mfa",
        "REG-23",
        "Security info opens without the second factor that a user has.",
    ),
    DeviationSpec(
        "security-info-with-stale-mfa",
        "REG-24",
        "Security info opens with a second factor shown fifteen minutes ago.",
        service_date="2026-11-22",
    ),
    DeviationSpec("sixth-app-accepted", "REG-25", "A sixth authenticator app is accepted."),
    DeviationSpec(
        "lose-access-title-missing",
        "REG-26",
        "Members whom the directory knows are not told about losing access.",
    ),
    DeviationSpec(
        "lose-access-title-for-all",
        "REG-27",
        "People outside the group are told about losing access.",
    ),
    DeviationSpec("registration-any-code", "REG-28", "Any code registers an address or a number."),
    DeviationSpec(
        "not-enabled-not-told",
        "REG-29",
        "People who are not enabled are not told so by the registration.",
    ),
    DeviationSpec("deleted-method-serves", "REG-30", "A deleted method still serves for a reset."),
    DeviationSpec("app-code-reusable", "RST-13", "A code of the app that was used serves again."),
    DeviationSpec(
        "registration-row-missing", "AUD-03", "Registered methods leave no row in the log."
    ),
    DeviationSpec("change-row-missing", "AUD-07", "A changed password leaves no row in the log."),
    DeviationSpec(
        "cancellation-row-missing", "AUD-13", "A cancelled registration leaves no row in the log."
    ),
    DeviationSpec("deletion-row-missing", "AUD-14", "A deleted method leaves no row in the log."),
    DeviationSpec(
        "default-row-missing", "AUD-15", "A changed default method leaves no row in the log."
    ),
    DeviationSpec(
        "review-row-missing", "AUD-20", "A reviewed registration leaves no row in the log."
    ),
    DeviationSpec(
        "change-for-enabled-only", "PWD-13", "Only people who may reset a password may change one."
    ),
    DeviationSpec("lockout-missing", "PWD-14", "No number of wrong passwords locks sign-in."),
    DeviationSpec("lockout-too-short", "PWD-15", "A lockout lasts half as long as it is set to."),
    DeviationSpec("lockout-never-ends", "PWD-15", "A lockout lasts a day."),
    DeviationSpec("lockout-counts-repeats", "PWD-16", "The same wrong password counts each time."),
    DeviationSpec("lockout-not-told", "PWD-17", "A locked user reads that the password is wrong."),
    DeviationSpec(
        "first-password-kept",
        "PWD-20",
        "A password that an administrator gave out need not be changed.",
    ),
    DeviationSpec(
        "admin-registers-questions", "ADM-10", "Administrators may register security questions."
    ),
    DeviationSpec(
        "barred-admin-registers", "ADM-12", "Administrators without SSPR may register methods."
    ),
    DeviationSpec(
        "mail-from-stranger", "NOT-08", "Mails come from an address that is not Microsoft's."
    ),
    DeviationSpec(
        "mail-on-nobodys-behalf", "NOT-09", "Mails do not say on whose behalf they are sent."
    ),
    DeviationSpec(
        "subject-without-organization",
        "NOT-10",
        "The subject of the user's mail names no organisation.",
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
