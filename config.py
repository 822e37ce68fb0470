"""Settings: read from the environment, validated at start. Every one is described in docs/settings.md."""

import ipaddress
import os
import secrets
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent
FOR_US_ALONE, FOLDER_FOR_US_ALONE = 0o600, 0o700
"""Nobody else on the machine reads what Plass keeps: data, mail, secrets."""


def is_this_machine(host: str) -> bool:
    """Whether an address leads to the machine it is read on, and so to nobody else's (loopback)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def private_folder(folder: Path) -> Path:
    """The folder, made when it is not there, and closed to all others on the machine."""
    folder.mkdir(parents=True, exist_ok=True)
    if folder.stat().st_uid == os.getuid():
        folder.chmod(FOLDER_FOR_US_ALONE)
    return folder


class Settings(BaseSettings):
    """What differs between one installation and another. The defaults run the embedded version, for trying out."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True, populate_by_name=True)

    data_folder: Path = Field(default=ROOT / "instance", validation_alias="PLASS_DATA_FOLDER")
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    secret_key: SecretStr = Field(default=SecretStr(""), validation_alias="PLASS_SECRET_KEY")
    longest_wait: float = Field(default=15, gt=0, validation_alias="PLASS_LONGEST_WAIT")
    demo: bool | None = Field(default=None, validation_alias="PLASS_DEMO")
    demo_host: str = Field(default="", validation_alias="PLASS_DEMO_HOST")
    development: bool = Field(default=False, validation_alias="PLASS_DEVELOPMENT")
    port: int = Field(default=8000, ge=1, le=65535, validation_alias="PORT")
    base_url: str = Field(default="", validation_alias="PLASS_BASE_URL")
    trusted_proxies: int = Field(default=0, ge=0, le=5, validation_alias="PLASS_TRUSTED_PROXIES")

    smtp_host: str = Field(default="", validation_alias="PLASS_SMTP_HOST")
    smtp_port: int = Field(default=587, validation_alias="PLASS_SMTP_PORT")
    smtp_user: str = Field(default="", validation_alias="PLASS_SMTP_USER")
    smtp_password: SecretStr = Field(default=SecretStr(""), validation_alias="PLASS_SMTP_PASSWORD")
    smtp_starttls: bool = Field(default=True, validation_alias="PLASS_SMTP_STARTTLS")
    mail_from: str = Field(default="Plass <ikke-svar@plass.example>", validation_alias="PLASS_MAIL_FROM")

    security_contact: str = Field(
        default="", pattern=r"^(?:|(?:mailto:|https://|tel:)\S+)$", validation_alias="PLASS_SECURITY_CONTACT"
    )

    business_register_url: str = Field(
        default="https://data.brreg.no/enhetsregisteret/api", validation_alias="PLASS_BUSINESS_REGISTER_URL"
    )
    synthetic_numbers: bool = Field(default=False, validation_alias="PLASS_SYNTHETIC_NUMBERS")
    programme_start: date = Field(default=date(2025, 1, 1), validation_alias="PLASS_PROGRAMME_START")
    programme_end: date | None = Field(default=None, validation_alias="PLASS_PROGRAMME_END")
    jobs_goal: int = Field(default=1000, ge=1, validation_alias="PLASS_JOBS_GOAL")

    staff_idle_minutes: int = Field(default=60, ge=5, le=720, validation_alias="PLASS_STAFF_IDLE_MINUTES")
    forget_inactive_months: int = Field(default=12, ge=1, validation_alias="PLASS_FORGET_INACTIVE_MONTHS")
    forget_placement_months: int = Field(default=24, ge=1, validation_alias="PLASS_FORGET_PLACEMENT_MONTHS")
    agreement_months: int = Field(default=120, ge=12, validation_alias="PLASS_AGREEMENT_MONTHS")
    read_log_months: int = Field(default=24, ge=24, validation_alias="PLASS_READ_LOG_MONTHS")

    log_level: str = Field(default="INFO", validation_alias="PLASS_LOG_LEVEL")
    metrics: bool = Field(default=False, validation_alias="PLASS_METRICS")
    link_limit: str = Field(default="120 per 15 minutes", validation_alias="PLASS_LINK_LIMIT")
    wrong_tries_limit: str = Field(default="60 per 15 minutes", validation_alias="PLASS_WRONG_TRIES_LIMIT")
    wrong_tries_alarm: int = Field(default=500, ge=1, validation_alias="PLASS_WRONG_TRIES_ALARM")
    submit_limit: str = Field(default="240 per minute", validation_alias="PLASS_SUBMIT_LIMIT")
    read_limit: str = Field(default="120 per minute", validation_alias="PLASS_READ_LIMIT")

    @model_validator(mode="after")
    def _a_real_installation_has_its_own_secret(self) -> "Settings":
        if self.is_demo:
            return self
        if len(self.secret_key.get_secret_value()) < 32:
            raise ValueError(f"PLASS_SECRET_KEY must be set to at least 32 characters outside the demo{self._why_real}")
        if not self.base_url:
            raise ValueError(
                f"PLASS_BASE_URL must be set outside the demo: links in mails start with it{self._why_real}"
            )
        if not self.smtp_host and not self.is_on_this_machine:
            raise ValueError(
                f"PLASS_SMTP_HOST must be set outside the demo: mail in a folder reaches nobody{self._why_real}"
            )
        return self

    @model_validator(mode="after")
    def _whoever_comes_from_elsewhere_comes_by_https(self) -> "Settings":
        if not self.base_url:
            return self
        written = urlsplit(self.base_url)
        if written.scheme not in ("http", "https") or not written.hostname:
            raise ValueError("PLASS_BASE_URL must be a whole address, as https://plass.example")
        if written.scheme == "http" and not self.is_on_this_machine:
            raise ValueError("PLASS_BASE_URL must begin with https:// unless it is an address of this machine alone")
        return self

    @model_validator(mode="after")
    def _the_programme_ends_after_it_begins(self) -> "Settings":
        if self.programme_end is not None and self.programme_end <= self.programme_start:
            raise ValueError("PLASS_PROGRAMME_END must be a day after PLASS_PROGRAMME_START")
        return self

    @property
    def staff_idle(self) -> timedelta:
        """After so long without use a session ends; a candidate's ends sooner, by a rule of its own."""
        return timedelta(minutes=self.staff_idle_minutes)

    @property
    def host(self) -> str:
        """The name by which the browser finds Plass."""
        return urlsplit(self.address).hostname or ""

    @property
    def is_on_this_machine(self) -> bool:
        """Whether only this machine finds Plass, by its address. What it listens on is checked where it is started."""
        return is_this_machine(self.host)

    @property
    def is_demo(self) -> bool:
        """Fictional people, and anyone can be any of them. Never by something that was forgotten.

        By itself only on this machine, when nothing is set that a real installation has; beside such a thing when
        PLASS_DEMO=1 asks for it. Elsewhere PLASS_DEMO=1 must come with the host's name in PLASS_DEMO_HOST.
        """
        if self.demo is False:
            return False
        if not self.is_on_this_machine:
            return bool(self.demo) and self.demo_host == self.host
        return bool(self.demo) or not self._signs_of_a_real_one

    @property
    def _signs_of_a_real_one(self) -> list[str]:
        signs = {
            "PLASS_SECRET_KEY": self.secret_key.get_secret_value(),
            "DATABASE_URL": self.database_url,
            "PLASS_SMTP_HOST": self.smtp_host,
            "PLASS_TRUSTED_PROXIES": self.trusted_proxies,
        }
        return [name for name, value in signs.items() if value]

    @property
    def _why_real(self) -> str:
        """Why this is no demo, for those who meant one."""
        if self.demo is False:
            return ""
        if not self.is_on_this_machine:
            return f". For a demo there, set PLASS_DEMO=1 and PLASS_DEMO_HOST={self.host}"
        return f". It is none since {', '.join(self._signs_of_a_real_one)} is set; PLASS_DEMO=1 makes it one"

    @property
    def allows_synthetic_numbers(self) -> bool:
        """Whether numbers of the test population may be registered: in the demo, else only where it is asked for."""
        return self.is_demo or self.synthetic_numbers

    @property
    def embedded(self) -> Path:
        """The file of the embedded database."""
        return self.data_folder / "plass.sqlite"

    @property
    def database(self) -> str:
        """The database's address; the embedded SQLite file where none is set."""
        if not self.database_url:
            return f"sqlite:///{self.embedded}"
        for prefix in ("postgres://", "postgresql://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url.removeprefix(prefix)
        return self.database_url

    @property
    def address(self) -> str:
        """Where the browser finds Plass, without a final slash."""
        return (self.base_url or f"http://127.0.0.1:{self.port}").rstrip("/")

    @property
    def address_for_holes(self) -> str:
        """Where to tell of a security hole; made up in the demo, empty elsewhere if nobody has set it."""
        return self.security_contact or ("mailto:sikkerhet@plass.example" if self.is_demo else "")

    @property
    def mail_folder(self) -> Path:
        """Where mail is written when no SMTP server is set."""
        return self.data_folder / "mail"

    @cached_property
    def secret(self) -> str:
        """The secret that signs cookies; the demo makes its own once and keeps it in the data folder."""
        given = self.secret_key.get_secret_value()
        if given:
            return given
        kept = private_folder(self.data_folder) / "secret_key"
        if not kept.exists():
            _keep_at_once(kept, secrets.token_urlsafe(48))
        return kept.read_text(encoding="ascii")


def _keep_at_once(file: Path, text: str) -> None:
    """Write a whole file or none. Of two processes that start together the first one's stands, and both read it."""
    unfinished = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    unfinished.touch(FOR_US_ALONE, exist_ok=False)
    unfinished.write_text(text, encoding="ascii")
    try:
        file.hardlink_to(unfinished)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()
