"""Everything an operator can set, read once from the environment and `.env`."""

import os
import re
from ipaddress import ip_network
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import FolderUnusable, SettingsInvalid
from core.people import Retention

PUBLIC_URL = re.compile(r"https://[0-9A-Za-z._-]{1,100}(:[0-9]{1,5})?|http://(127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
ORIGIN = re.compile(r"https?://[0-9a-z._:\[\]-]+")
HOST_NAME = re.compile(r"\*|\[?[0-9A-Za-z._:-]*[0-9A-Za-z_]\]?")


class Settings(BaseSettings):
    """Frozen; each field is the environment variable of the same name in capitals. `.env.example` explains them."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    discord_token: SecretStr | None = None
    discord_message_content: bool = False
    operator_name: str = Field(default="", max_length=100)
    operator_contact: str = Field(default="", max_length=200)
    history_days: float = Field(default=365, gt=0, le=3650)
    taste_days: float = Field(default=365, gt=0, le=3650)
    feedback_days: float = Field(default=180, gt=0, le=3650)
    person_tapes_per_hour: int = Field(default=30, ge=1, le=1_000_000)
    server_tapes_per_hour: int = Field(default=600, ge=1, le=1_000_000)
    spotify_client_id: str | None = None
    spotify_login_port: int = Field(default=8888, ge=1, le=65535)
    spotify_keep_days: int = Field(default=30, ge=1, le=3650)
    spotify_personal_accounts: bool = False
    catalogue_path: Path | None = None
    data_dir: Path = Path("data")
    database_url: SecretStr | None = None
    secret_keys: SecretStr | None = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=1, le=65535)
    web_allowed_hosts: str = ""
    web_public_url: str | None = None
    web_trusted_proxies: str = ""
    web_api_origins: str = ""
    face_detector_model: Path | None = None
    reader_workers: int = Field(default=2, ge=1, le=64)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = Field(default=None, ge=1, le=65535)

    @field_validator("*", mode="before")
    @classmethod
    def _blank_is_unset(cls, value: object, info) -> object:
        if isinstance(value, str) and not value.strip():
            return cls.model_fields[info.field_name].default
        return value.strip() if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("log_format", mode="before")
    @classmethod
    def _small(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("catalogue_path", "data_dir", "face_detector_model")
    @classmethod
    def _at_home(cls, path: Path | None) -> Path | None:
        return path.expanduser() if path else None

    @field_validator("web_allowed_hosts")
    @classmethod
    def _host_names(cls, value: str) -> str:
        for host in _split(value):
            if not HOST_NAME.fullmatch(host):
                raise ValueError("name hosts only, without https:// and without a port, separated by commas")
        return value

    @field_validator("web_public_url")
    @classmethod
    def _reachable(cls, value: str | None) -> str | None:
        url = value.rstrip("/") if value else None
        if url and not PUBLIC_URL.fullmatch(url):
            raise ValueError("write https://host, or http://127.0.0.1:port for this machine alone, without a path")
        return url

    @field_validator("web_trusted_proxies")
    @classmethod
    def _addresses(cls, value: str) -> str:
        for proxy in _split(value):
            try:
                ip_network(proxy, strict=False)
            except ValueError:
                raise ValueError("name addresses or networks only, such as 127.0.0.1, separated by commas") from None
        return value

    @field_validator("web_api_origins")
    @classmethod
    def _origins(cls, value: str) -> str:
        for origin in _split(value):
            if not ORIGIN.fullmatch(origin):
                raise ValueError("name origins only, such as https://tape.example, separated by commas")
        return value

    @property
    def command_hash_path(self) -> Path:
        return self.data_dir / "discord-commands.sha256"

    @property
    def catalogue_folder(self) -> Path:
        return self.data_dir / "catalogues"

    @property
    def retention(self) -> Retention:
        return Retention(self.history_days, self.taste_days, self.feedback_days)

    @property
    def sealing_keys(self) -> tuple[str, ...]:
        """Newest first."""
        return _split(self.secret_keys.get_secret_value()) if self.secret_keys else ()

    @property
    def extra_hosts(self) -> tuple[str, ...]:
        public = urlsplit(self.web_public_url).hostname if self.web_public_url else None
        return (*_split(self.web_allowed_hosts), *([public] if public else []))

    @property
    def trusted_proxies(self) -> tuple[str, ...]:
        return _split(self.web_trusted_proxies)

    @property
    def api_origins(self) -> tuple[str, ...]:
        return _split(self.web_api_origins)

    @property
    def is_published(self) -> bool:
        """Whether others than this machine are meant to reach the page."""
        reached_elsewhere = not LOOPBACK.issuperset(self.extra_hosts)
        return self.web_host not in LOOPBACK or reached_elsewhere or bool(self.trusted_proxies)


def _split(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


def usable_data_dir(settings: Settings) -> Path:
    """Make the folder for what must survive a restart.

    Raises:
        FolderUnusable: It cannot be made or written.
    """
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderUnusable(folder) from error
    if not os.access(folder, os.W_OK):
        raise FolderUnusable(folder)
    return folder


def unknown_names(env_file: Path = Path(".env")) -> list[str]:
    """Name what stands in `.env` and is no setting; a spelling mistake, as a rule."""
    known = {name.upper() for name in Settings.model_fields}
    return sorted(name for name in dotenv_values(env_file) if name.upper() not in known) if env_file.is_file() else []


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings.

    Raises:
        SettingsInvalid: A value is wrong; the error names the variable and never shows the value.
    """
    try:
        return Settings(_env_file=env_file)  # pyright: ignore[reportCallIssue]
    except ValidationError as error:
        first = error.errors()[0]
        advice = str(first["msg"]).removeprefix("Value error, ")
        raise SettingsInvalid(str(first["loc"][0]).upper(), advice[:1].lower() + advice[1:]) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsInvalid(".env", "the file cannot be read as UTF-8 text") from None
