"""Which page stands there, by its marks and never by what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.admin_center.authentication_methods import AuthenticationMethods
from pages.admin_center.customization import Customization
from pages.admin_center.events import Events
from pages.admin_center.menu import Menu
from pages.admin_center.no_access import NoAccess
from pages.admin_center.notifications import Notifications
from pages.admin_center.on_premises import OnPremisesIntegration
from pages.admin_center.properties import Properties
from pages.admin_center.registration import Registration
from pages.registration.authenticator import AppApproval, AppIntroduction, AppSetup, QrCode
from pages.registration.closing import Review, Success
from pages.registration.code import CodeEntry
from pages.registration.email import EmailAddress
from pages.registration.password_change import ChangePassword, PasswordChanged
from pages.registration.phone import Calling, PhoneNumber
from pages.registration.picker import MethodPicker
from pages.registration.questions import SecurityQuestions
from pages.registration.security_info import NotEnabled, SecurityInfo
from pages.reset.blocked import Blocked
from pages.reset.contact import ContactForm, ContactSent
from pages.reset.done import ResetDone, UnlockDone
from pages.reset.expired import Expired
from pages.reset.new_password import NewPassword
from pages.reset.no_cookies import NoCookies
from pages.reset.trouble import Trouble
from pages.reset.verification import VerificationStep
from pages.reset.who_are_you import WhoAreYou
from pages.sign_in.account import MyAccount
from pages.sign_in.account_picker import AccountPicker
from pages.sign_in.failure import SignInFailure
from pages.sign_in.more_information import MoreInformation
from pages.sign_in.password import PasswordPage
from pages.sign_in.stay_signed_in import StaySignedIn
from pages.sign_in.update_password import UpdatePassword
from pages.sign_in.username import UsernamePage
from pages.sign_in.verify_identity import ApprovalPrompt, CodePrompt, ProofList

if TYPE_CHECKING:
    from pages.page import Page
    from pages.sight import Sight

# Where two could be meant the first counts: a dialog before the page under it, an outcome before
# the view that led to it, a mark before a wording.
PAGES: tuple[type[Page], ...] = (
    UsernamePage,
    PasswordPage,
    AccountPicker,
    StaySignedIn,
    UpdatePassword,
    ProofList,
    CodePrompt,
    ApprovalPrompt,
    MoreInformation,
    SignInFailure,
    NewPassword,
    ResetDone,
    Expired,
    Blocked,
    ContactForm,
    ContactSent,
    UnlockDone,
    Trouble,
    NoCookies,
    WhoAreYou,
    VerificationStep,
    NotEnabled,
    ChangePassword,
    PasswordChanged,
    MethodPicker,
    CodeEntry,
    QrCode,
    AppIntroduction,
    AppSetup,
    AppApproval,
    Calling,
    SecurityQuestions,
    EmailAddress,
    PhoneNumber,
    Review,
    Success,
    SecurityInfo,
    MyAccount,
    Events,
    Properties,
    AuthenticationMethods,
    Registration,
    Notifications,
    Customization,
    OnPremisesIntegration,
    Menu,
    NoAccess,
)


def recognise(sight: Sight) -> type[Page] | None:
    """The page that ``sight`` shows, or None if nobody knows it."""
    return next((page for page in PAGES if page.stands(sight)), None)
