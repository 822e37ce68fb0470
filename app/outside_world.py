"""The outside world as the settings describe it: the clock, Enhetsregisteret, and where mail goes."""

from app.adapters.business_register.http import HttpBusinessRegister
from app.adapters.clock import SystemClock
from app.adapters.mail import FolderMail, MailSender, SmtpMail
from app.demo.register import DemoBusinessRegister
from app.kernel.context import Services
from config import Settings
from register.organisations.business_register import BusinessRegister


def real_services(settings: Settings) -> Services:
    """The outside world as the settings describe it."""
    # A demo writes to nobody: whoever tries it out may type any address.
    by_server = settings.smtp_host and not settings.is_demo
    mail: MailSender = SmtpMail(settings) if by_server else FolderMail(settings)
    register: BusinessRegister = HttpBusinessRegister(
        settings.business_register_url, synthetic=settings.allows_synthetic_numbers
    )
    if settings.is_demo:
        register = DemoBusinessRegister(register)
    return Services(SystemClock(), register, mail)
