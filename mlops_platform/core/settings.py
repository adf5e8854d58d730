"""Settings: environment variables, or a file `.env` in the platform's home; read once.

Never a `.env` of the working directory: that may be a foreign repository, which must not steer us.
"""

import os
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from mlops_platform.core.ports import BadInputError

HOME_VARIABLE = "MLOPS_PLATFORM_HOME"
DEFAULT_HOME = Path("~/.mlops-platform")

UserPath = Annotated[Path, AfterValidator(Path.expanduser)]
"""A path that may begin with `~`."""


STORES = ("http://", "https://", "sqlite:///", "postgresql://", "postgresql+")
"""What an address of MLflow may begin with."""


def _store_address(address: str) -> str:
    if address and not address.startswith(STORES):
        raise ValueError("an address begins with http://, https://, sqlite:/// or postgresql://")
    return address


class BadSettingError(BadInputError):
    """A setting that cannot be used."""


class Settings(BaseSettings):
    """What an operator may set; `docs/settings.md` is made from this class."""

    model_config = SettingsConfigDict(
        extra="ignore", frozen=True, validate_default=True, env_ignore_empty=True
    )

    home: Annotated[UserPath, AfterValidator(Path.absolute)] = Field(
        default=DEFAULT_HOME,
        validation_alias=HOME_VARIABLE,
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
    ca_bundle: UserPath | None = Field(
        default=None,
        validation_alias="MLOPS_PLATFORM_CA_BUNDLE",
        description="Certificate bundle (PEM) for companies with their own certificate authority.",
    )
    catalog: UserPath = Field(
        default=Path("repos.yaml"),
        validation_alias="MLOPS_PLATFORM_CATALOG",
        description="The operator's list of repositories, as an absolute path or one in the home.",
    )
    sections: str = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_SECTIONS",
        description="Where sections are stored, as an fsspec address; unset: under the home.",
    )
    mlflow_tracking_uri: Annotated[str, AfterValidator(_store_address)] = Field(
        default="",
        validation_alias="MLFLOW_TRACKING_URI",
        description="Where runs and models are recorded: the address of an MLflow server, or a"
        " database; unset: SQLite and a folder under the home.",
    )
    actor_header: str = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_ACTOR_HEADER",
        description="Header in which a proxy in front of MLflow names the user whom it"
        " authenticated; set it only where nobody reaches MLflow past that proxy.",
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
        return Settings(_env_file=_home() / ".env")
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise BadSettingError(
            f"{name} cannot be used: {first['msg']}; correct or unset it."
        ) from None


def _home() -> Path:
    return Path(os.environ.get(HOME_VARIABLE) or DEFAULT_HOME).expanduser()
