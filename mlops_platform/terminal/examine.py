"""The needs of the platform, one by one: how each is met, and what to do where it is not."""

import os
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.errors import PlatformError
from mlops_platform.core.sandbox import Sandbox

OLDEST_GIT = (2, 37)
"""The adapter's own bound; a test compares them."""

LEAST_BYTES, COMFORTABLE_BYTES = 1 << 30, 5 << 30
ANSWER_SECONDS = 5
DOCKER_SOCKET = "/var/run/docker.sock"


class Health(StrEnum):
    """How a need is met; only `FAIL` keeps the platform from working."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Examination(NamedTuple):
    """One line of the doctor's answer."""

    need: str
    health: Health
    says: str


def examine_python() -> Examination:
    """Name the Python that runs the platform."""
    return Examination("Python", Health.OK, sys.version.split()[0])


def examine_git() -> Examination:
    """Ask the Git on the path for its version."""
    git = shutil.which("git")
    if git is None:
        return Examination("Git", Health.FAIL, "is not installed; install it")
    printed = subprocess.run(  # noqa: S603 (a fixed list, never a shell)
        [git, "version"], capture_output=True, text=True, timeout=ANSWER_SECONDS, check=False
    ).stdout.strip()
    found = re.search(r"(\d+)\.(\d+)", printed)
    if found is None or (int(found[1]), int(found[2])) < OLDEST_GIT:
        oldest = ".".join(map(str, OLDEST_GIT))
        return Examination("Git", Health.FAIL, f"{printed!r}; install {oldest} or newer")
    return Examination("Git", Health.OK, printed.removeprefix("git version "))


def examine_home(home: Path) -> Examination:
    """Write a file into the platform's home."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            return Examination("Home", Health.OK, str(home))
    except OSError as error:
        remedy = "make it writable or set MLOPS_PLATFORM_HOME"
        return Examination("Home", Health.FAIL, f"{home}: {error.strerror}; {remedy}")


def examine_disk(home: Path) -> Examination:
    """Look at what is free where the home is, or would be."""
    place = next(each for each in (home, *home.parents) if each.exists())
    free = shutil.disk_usage(place).free
    says = f"{free / 2**30:.1f} GiB free at {place}"
    if free < LEAST_BYTES:
        return Examination("Disk", Health.FAIL, f"{says}; free at least 1 GiB")
    if free < COMFORTABLE_BYTES:
        return Examination("Disk", Health.WARN, f"{says}; large repositories may not fit")
    return Examination("Disk", Health.OK, says)


def examine_certificates(ca_bundle: Path | None) -> Examination:
    """Load the certificate bundle that was set."""
    if ca_bundle is None:
        return Examination("Certificates", Health.OK, "the system's own")
    try:
        ssl.create_default_context(cafile=ca_bundle)
    except OSError as error:
        says = f"{ca_bundle}: {error.strerror or error}; correct or unset MLOPS_PLATFORM_CA_BUNDLE"
        return Examination("Certificates", Health.FAIL, says)
    return Examination("Certificates", Health.OK, str(ca_bundle))


def examine_mirror(host: str, base: str, ca_bundle: Path | None) -> Examination:
    """Ask a mirror for anything; every answer of HTTP counts."""
    need = f"Mirror of {host}"
    try:
        is_encrypted = base.startswith("https:")
        context = ssl.create_default_context(cafile=ca_bundle) if is_encrypted else None
        with urllib.request.urlopen(base, timeout=ANSWER_SECONDS, context=context):  # noqa: S310 (checked with the settings)
            return Examination(need, Health.OK, base)
    except urllib.error.HTTPError:
        return Examination(need, Health.OK, base)
    except OSError as error:
        reason = getattr(error, "reason", error)
        return Examination(
            need, Health.WARN, f"{base} does not answer ({reason}); start or unset it"
        )


def examine_docker() -> Examination:
    """Say whether there is a Docker engine; only execution needs one."""
    address = os.environ.get("DOCKER_HOST") or f"unix://{DOCKER_SOCKET}"
    if address.startswith("unix://") and not Path(address.removeprefix("unix://")).is_socket():
        return Examination("Docker", Health.WARN, f"no engine at {address}; analysis needs none")
    return Examination("Docker", Health.OK, f"{address} (analysis needs none)")


def examine_sandbox(sandbox: Sandbox) -> tuple[Examination, ...]:
    """Let a probe container look which limits are in force; one that is not forbids execution."""
    try:
        probe = sandbox.probe()
    except PlatformError as error:
        return (Examination("Sandbox", Health.WARN, f"{error} Analysis needs none."),)
    if probe.unmet:
        return tuple(Examination("Sandbox", Health.FAIL, each) for each in probe.unmet)
    says = f"{probe.engine}, {probe.runtime}: all {len(probe.held)} limits are in force"
    return (Examination("Sandbox", Health.OK, says),)
