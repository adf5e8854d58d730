"""Settings: environment variables (or `.env`), read once, each with one sentence for its bad value."""

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from mlops_platform.core.ports import PlatformError


class BadSettingError(PlatformError):
    """A setting that cannot be used (bad input, exit code 2)."""


class Settings(BaseSettings):
    """What an operator may set; `docs/settings.md` is made from this class."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    home: Path = Field(
        default=Path("~/.mlops-platform"),
        validation_alias="MLOPS_PLATFORM_HOME",
        description="Folder of everything that the platform keeps: checkouts, sections, Dagster.",
    )
    git_mirrors: str = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_GIT_MIRRORS",
        description="Where to fetch a host's repositories instead: `github.com=https://git.example`,"
        " more separated by commas. A mirror may be private or on loopback.",
    )
    allowed_hosts: str = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_ALLOWED_HOSTS",
        description="Hosts that may be fetched although they resolve to private addresses,"
        " separated by commas.",
    )
    ca_bundle: Path | None = Field(
        default=None,
        validation_alias="MLOPS_PLATFORM_CA_BUNDLE",
        description="Certificate bundle (PEM) for companies with their own certificate authority.",
    )
    catalog: Path = Field(
        default=Path("repos.yaml"),
        validation_alias="MLOPS_PLATFORM_CATALOG",
        description="The operator's list of repositories.",
    )
    sections: str = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_SECTIONS",
        description="Where sections are stored, as an fsspec address (`s3://…`); unset: under the home.",
    )
    debug: bool = Field(
        default=False,
        validation_alias="DEBUG",
        description="Show tracebacks.",
    )


@cache
def load_settings() -> Settings:
    """Read the settings of this process. Raises BadSettingError naming the variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise BadSettingError(f"{name} cannot be used: {first['msg']}; correct or unset it.") from None
