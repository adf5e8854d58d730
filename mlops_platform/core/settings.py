"""Settings: environment variables, or a file `.env` in the platform's home; read once.

Never a `.env` of the working directory: that may be a foreign repository, which must not steer us.
"""

import os
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import SettingsConfigDict

from mlops_platform.core.errors import BadInputError
from mlops_platform.core.execution_settings import (
    Gpus,
    ImageName,
    MemorySize,
    RuntimeName,
    WebAddress,
    WebAddresses,
    size_bytes,
)
from mlops_platform.core.language_model_settings import LanguageModelSettings
from mlops_platform.core.run_plan import Limits

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


class Settings(LanguageModelSettings):
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
    mlflow_link: WebAddress = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_MLFLOW_LINK",
        description="Where browsers reach MLflow, for links to it; unset: its address above, or"
        " port 5000 of this machine.",
    )
    actor_header: str = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_ACTOR_HEADER",
        description="Header in which a proxy in front of MLflow names the user whom it"
        " authenticated; set it only where nobody reaches MLflow past that proxy.",
    )
    execution_docker_image: ImageName = Field(
        default="python:3.11-slim",
        validation_alias="EXECUTION_DOCKER_IMAGE",
        description="Image that executions begin with; for another Python, `3.X` of `python:3.X…`"
        " is replaced, or `{python}` where it stands.",
    )
    execution_pull_images: bool = Field(
        default=False,
        validation_alias="EXECUTION_PULL_IMAGES",
        description="Bring such an image where the engine has it not; otherwise that is refused.",
    )
    execution_timeout_seconds: int = Field(
        default=3600,
        gt=0,
        le=7 * 24 * 3600,
        validation_alias="EXECUTION_TIMEOUT_SECONDS",
        description="Time limit of all commands of one execution together.",
    )
    execution_memory_limit: MemorySize = Field(
        default="4g",
        validation_alias="EXECUTION_MEMORY_LIMIT",
        description="Memory of one execution; no swap is added.",
    )
    execution_cpu_limit: float = Field(
        default=2.0,
        gt=0,
        le=1024,
        validation_alias="EXECUTION_CPU_LIMIT",
        description="Processors of one execution; may be a fraction.",
    )
    execution_network: Literal["none", "bridge"] = Field(
        default="none",
        validation_alias="EXECUTION_NETWORK",
        description="`bridge` lets the commands of a repository out to the network. To install"
        " packages, there is a network in any case.",
    )
    execution_gpus: Gpus = Field(
        default="none",
        validation_alias="EXECUTION_GPUS",
        description="GPUs of an execution: `none`, `all`, or ids separated by commas.",
    )
    execution_runtime: RuntimeName = Field(
        default="",
        validation_alias="EXECUTION_RUNTIME",
        description="A stronger runtime that the engine knows, such as `runsc` or `kata-runtime`;"
        " unset: the engine's default.",
    )
    index_url: WebAddress = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_INDEX_URL",
        description="Package index to install from instead of the public one. Credentials in it are"
        " neither kept nor shown, but the build steps of packages could read them.",
    )
    find_links: WebAddresses = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_FIND_LINKS",
        description="Further pages with links to packages, separated by commas.",
    )
    proxy: WebAddress = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_PROXY",
        description="Proxy through which packages are brought, as containers reach it.",
    )
    no_proxy: str = Field(
        default="",
        validation_alias="MLOPS_PLATFORM_NO_PROXY",
        description="Hosts that are reached without that proxy, separated by commas.",
    )
    debug: bool = Field(
        default=False,
        validation_alias="DEBUG",
        description="Show the traceback of what failed, as `--debug` does.",
    )

    def execution_limits(self) -> Limits:
        """Return the limits of an execution, as far as they are settings."""
        return Limits(
            run_seconds=self.execution_timeout_seconds,
            memory_bytes=size_bytes(self.execution_memory_limit),
            cpus=self.execution_cpu_limit,
            network=self.execution_network,
            gpus=self.execution_gpus,
        )


@cache
def load_settings() -> Settings:
    """Read the settings of this process. Raises BadSettingError naming the variable."""
    try:
        return Settings(_env_file=_home() / ".env")
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        why = first["msg"].removeprefix("Value error, ")
        raise BadSettingError(f"{name} cannot be used: {why}; correct or unset it.") from None


def _home() -> Path:
    return Path(os.environ.get(HOME_VARIABLE) or DEFAULT_HOME).expanduser()
