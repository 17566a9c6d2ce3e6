"""Everything an operator can set, read once from the environment and `.env`."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import SettingsInvalid


class Settings(BaseSettings):
    """Frozen; each field is the environment variable of the same name in capitals. `.env.example` explains them."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    discord_token: SecretStr | None = None
    spotify_client_id: str | None = None
    spotify_login_port: int = Field(default=8888, ge=1, le=65535)
    catalogue_path: Path | None = None
    data_dir: Path = Path("data")
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=1, le=65535)
    web_allowed_hosts: str = ""
    reader_workers: int = Field(default=2, ge=1, le=64)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("*", mode="before")
    @classmethod
    def _blank_is_unset(cls, value: object, info) -> object:
        if isinstance(value, str) and not value.strip():
            return cls.model_fields[info.field_name].default
        return value.strip() if isinstance(value, str) else value

    @property
    def command_hash_path(self) -> Path:
        return self.data_dir / "discord-commands.sha256"

    @property
    def extra_hosts(self) -> tuple[str, ...]:
        return tuple(host.strip() for host in self.web_allowed_hosts.split(",") if host.strip())


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings.

    Raises:
        SettingsInvalid: A value is wrong; the error names the variable and never shows the value.
    """
    try:
        return Settings(_env_file=env_file)  # pyright: ignore[reportCallIssue]
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsInvalid(str(first["loc"][0]).upper(), str(first["msg"]).lower()) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsInvalid(".env", "the file cannot be read as UTF-8 text") from None
