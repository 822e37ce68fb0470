"""What a route needs from its surroundings: settings, the time, the outside world and the language."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast
from zoneinfo import ZoneInfo

from flask import Flask, current_app

from app.adapters.business_register import HttpBusinessRegister
from app.adapters.clock import Clock, SystemClock
from app.adapters.mail import FolderMail, MailSender, SmtpMail
from app.demo.register import DemoBusinessRegister
from config import Settings
from register.organisations.business_register import BusinessRegister

OSLO = ZoneInfo("Europe/Oslo")


@dataclass(frozen=True)
class Services:
    """The outside world, each part behind a Protocol."""

    clock: Clock
    business_register: BusinessRegister
    mail: MailSender


def real_services(settings: Settings) -> Services:
    """The outside world as the settings describe it."""
    mail: MailSender = SmtpMail(settings) if settings.smtp_host else FolderMail(settings)
    register: BusinessRegister = HttpBusinessRegister(settings.business_register_url)
    if settings.is_demo:
        register = DemoBusinessRegister(register)
    return Services(SystemClock(), register, mail)


def register(app: Flask, settings: Settings, services: Services | None) -> None:
    """Hang settings and the outside world on the application."""
    app.extensions["plass_settings"] = settings
    app.extensions["plass_services"] = services or real_services(settings)


def settings() -> Settings:
    """The settings of the running application."""
    return cast(Settings, current_app.extensions["plass_settings"])


def services() -> Services:
    """The outside world of the running application."""
    return cast(Services, current_app.extensions["plass_services"])


def now() -> datetime:
    """This moment, in UTC."""
    return services().clock.now().astimezone(UTC)


def today() -> date:
    """The date in Norway."""
    return services().clock.now().astimezone(OSLO).date()
