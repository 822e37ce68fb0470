"""Settings: read from the environment, validated at start. Every one is described in docs/settings.md."""

import secrets
from datetime import date
from functools import cached_property
from pathlib import Path

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent


class Settings(BaseSettings):
    """What differs between one installation and another. The defaults run the embedded version, for trying out."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True, populate_by_name=True)

    data_folder: Path = Field(default=ROOT / "instance", validation_alias="PLASS_DATA_FOLDER")
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    secret_key: SecretStr = Field(default=SecretStr(""), validation_alias="PLASS_SECRET_KEY")
    longest_wait: float = Field(default=15, gt=0, validation_alias="PLASS_LONGEST_WAIT")
    demo: bool | None = Field(default=None, validation_alias="PLASS_DEMO")
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
    jobs_goal: int = Field(default=1000, ge=1, validation_alias="PLASS_JOBS_GOAL")

    log_level: str = Field(default="INFO", validation_alias="PLASS_LOG_LEVEL")
    metrics: bool = Field(default=False, validation_alias="PLASS_METRICS")
    link_limit: str = Field(default="120 per 15 minutes", validation_alias="PLASS_LINK_LIMIT")
    wrong_tries_limit: str = Field(default="60 per 15 minutes", validation_alias="PLASS_WRONG_TRIES_LIMIT")
    wrong_tries_alarm: int = Field(default=500, ge=1, validation_alias="PLASS_WRONG_TRIES_ALARM")
    submit_limit: str = Field(default="240 per minute", validation_alias="PLASS_SUBMIT_LIMIT")
    read_limit: str = Field(default="120 per minute", validation_alias="PLASS_READ_LIMIT")

    @model_validator(mode="after")
    def _a_real_installation_has_its_own_secret(self) -> "Settings":
        if not self.is_demo and len(self.secret_key.get_secret_value()) < 32:
            raise ValueError("PLASS_SECRET_KEY must be set to at least 32 characters outside the demo")
        if not self.is_demo and not self.base_url:
            raise ValueError("PLASS_BASE_URL must be set outside the demo: links in mails start with it")
        return self

    @property
    def is_demo(self) -> bool:
        """Demo people and demo sign-in: only for the embedded database, unless PLASS_DEMO asks for or forbids it."""
        return self.demo if self.demo is not None else not self.database_url

    @property
    def allows_synthetic_numbers(self) -> bool:
        """Whether numbers of the test population may be registered: in the demo, else only where it is asked for."""
        return self.is_demo or self.synthetic_numbers

    @property
    def database(self) -> str:
        """The database's address; the embedded SQLite file where none is set."""
        if not self.database_url:
            return f"sqlite:///{self.data_folder / 'plass.sqlite'}"
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
        self.data_folder.mkdir(parents=True, exist_ok=True)
        kept = self.data_folder / "secret_key"
        if not kept.exists():
            kept.touch(mode=0o600)
            kept.write_text(secrets.token_urlsafe(48), encoding="ascii")
        return kept.read_text(encoding="ascii")
