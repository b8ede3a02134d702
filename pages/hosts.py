"""The addresses under which people reach Microsoft's pages."""

from __future__ import annotations

LOGIN = "login.microsoftonline.com"
RESET = "passwordreset.microsoftonline.com"
SECURITY_INFO = "mysignins.microsoft.com"
ACCOUNT = "myaccount.microsoft.com"
ADMIN_CENTER = "entra.microsoft.com"

START_REGISTRATION = "https://aka.ms/ssprsetup"
START_RESET = "https://aka.ms/sspr"
MY_ACCOUNT = f"https://{ACCOUNT}/"
MY_SECURITY_INFO = f"https://{SECURITY_INFO}/security-info"
PASSWORD_RESET = f"https://{ADMIN_CENTER}/#view/Microsoft_AAD_IAM/PasswordResetMenuBlade/~/"
CHANGE_PASSWORD = f"{MY_SECURITY_INFO}/password/change"
