"""What is mailed to somebody who signs in."""

from enum import StrEnum


class SignInMail(StrEnum):
    """What is mailed to somebody who signs in."""

    SIGN_IN = "sign_in"
    NEW_BROWSER = "new_browser"
