"""What a route needs from its surroundings: settings, the time, the outside world and the language."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast

from flask import Flask, current_app

from app.adapters.clock import Clock
from app.adapters.mail import MailSender
from config import Settings
from ground.dates import NORWAY
from register.organisations.business_register import BusinessRegister


@dataclass(frozen=True)
class Services:
    """The outside world, each part behind a Protocol."""

    clock: Clock
    business_register: BusinessRegister
    mail: MailSender


def register(app: Flask, settings: Settings, services: Services) -> None:
    """Hang settings and the outside world on the application."""
    app.extensions["plass_settings"] = settings
    app.extensions["plass_services"] = services


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
    return services().clock.now().astimezone(NORWAY).date()
