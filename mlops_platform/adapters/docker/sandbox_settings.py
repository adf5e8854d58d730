"""What an operator may set of the sandbox, beside the limits that a plan carries."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from mlops_platform.core.errors import PlatformError
from mlops_platform.core.run_plan import Limits

HIDDEN = "***"


class SandboxSettings(NamedTuple):
    """`platform` names the platform in labels; addresses may hold credentials.

    `verdicts` is the folder that remembers which limits were found to hold, so that a probe is not
    needed before each run; without it, nothing is examined before a run. `limits` are what is
    examined where nobody brings a plan.
    """

    platform: str = "platform"
    image: str = "python:3.11-slim"
    may_pull: bool = False
    runtime: str = ""
    ca_bundle: Path | None = None
    index_url: str = ""
    find_links: tuple[str, ...] = ()
    proxy: str = ""
    no_proxy: str = ""
    limits: Limits = Limits()
    verdicts: Path | None = None

    def without_secrets(self, text: str) -> str:
        """Return a text in which no credential stands."""
        for secret in self.secrets():
            text = text.replace(secret, HIDDEN)
        return text

    def secrets(self) -> tuple[str, ...]:
        """Return the credentials that must never be shown or kept."""
        return tuple(
            sorted(
                {
                    part
                    for address in (self.index_url, *self.find_links, self.proxy)
                    for part in _credentials(address)
                },
                key=lambda secret: (-len(secret), secret),
            )
        )

    def certificates(self) -> bytes:
        """Return the bundle's content, or nothing. Raises PlatformError."""
        if self.ca_bundle is None:
            return b""
        try:
            return self.ca_bundle.read_bytes()
        except OSError as error:
            raise PlatformError(
                f"MLOPS_PLATFORM_CA_BUNDLE cannot be read ({error}); correct or unset it."
            ) from error

    def sources(self) -> tuple[str, ...]:
        """Return where packages come from, without credentials: other places, other packages."""
        return tuple(without_credentials(each) for each in (self.index_url, *self.find_links))


def without_credentials(address: str) -> str:
    """Return an address without its user and password."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _credentials(address: str) -> list[str]:
    user_and_password = urlsplit(address).netloc.rpartition("@")[0]
    if not user_and_password:
        return []
    password = user_and_password.partition(":")[2]
    return [user_and_password, *([password] if password else [])]
