"""What is laid into a container that installs an environment: files, and the script that uses them.

The script ends by removing all of it, and nothing is kept of a script that did not end well:
credentials of an index are in no image.
"""

import json
import shlex
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.core.run_plan import Environment

ENVIRONMENT_HOME = "/opt/env"
PLACE = "/box/install"
SCRIPT = f"{PLACE}/install.sh"
PACKAGES = f"{ENVIRONMENT_HOME}/packages.txt"
CACHE = "/opt/cache"
"""Kept in the image: the next attempt of a run changes little, and brings only that."""

CERTIFICATES = "ca.pem"
COMPILE_SECONDS = 60
NO_SUCH_PYTHON = 71
"""The exit code that says that the image has not the Python that was asked for."""

_REMOVE = "cd / && rm -rf /box/install /box/src /box/home /box/tmp"
_UV = f"{PLACE}/uv --config-file {PLACE}/uv.toml"
_PIP = f"{_UV} pip install --python {ENVIRONMENT_HOME}/bin/python"


def install_files(environment: Environment, settings: SandboxSettings) -> dict[str, bytes]:
    """Return the files by name; the installer itself is laid beside them."""
    files = {
        "install.sh": install_script(environment),
        "network.sh": network_variables(settings, PLACE),
        "uv.toml": installer_settings(settings),
        "requirements.txt": _lines(environment.requirements),
        "bounds.txt": _lines(environment.bounds),
    }
    found = {name: text.encode() for name, text in files.items()}
    if settings.ca_bundle is not None:
        found[CERTIFICATES] = settings.certificates()
    return found


def install_script(environment: Environment) -> str:
    """Return the script that makes the environment; every value in it is quoted."""
    python = shlex.quote(environment.python)
    cut = f" --exclude-newer {_end_of_day(environment)}" if environment.as_of else ""
    lines = [
        f". {PLACE}/network.sh",
        f"cd {PLACE}",
        # What an earlier attempt installed, where this one begins with its image.
        f"find {ENVIRONMENT_HOME} -mindepth 1 -delete",
        (
            f"{_UV} venv --quiet --allow-existing --no-python-downloads --python {python}"
            f" {ENVIRONMENT_HOME} || exit {NO_SUCH_PYTHON}"
        ),
    ]
    if environment.requirements:
        bounds = " --constraints bounds.txt" if environment.bounds else ""
        lines.append(f"{_PIP} --requirements requirements.txt{bounds}{cut}")
    if environment.builds_project:
        # As its authors have it: files beside the code are found. Not every back-end can do that.
        project = f"{_PIP} --no-deps{cut}"
        lines.append(f"{project} --editable /box/src || {project} /box/src")
    lines += [
        (
            f"{_UV} pip freeze --quiet --exclude-editable --python {ENVIRONMENT_HOME}/bin/python"
            f" > {PACKAGES}"
        ),
        # The root is read-only when a program runs: what is not compiled now, is at each start.
        (
            f"timeout {COMPILE_SECONDS} {ENVIRONMENT_HOME}/bin/python -m compileall -qq -j 2"
            f" -x '/tests?/' {ENVIRONMENT_HOME}/lib >/dev/null 2>&1 || true"
        ),
        _REMOVE,
    ]
    return "\n".join(lines) + "\n"


def install_variables() -> dict[str, str]:
    """Return the variables of the container; nothing secret, as an image would keep them."""
    return {
        "HOME": "/box/home",
        "TMPDIR": "/box/tmp",
        # On the same file system as the environment, files are linked instead of copied.
        "UV_CACHE_DIR": CACHE,
        "UV_NO_PROGRESS": "1",
        "LANG": "C.UTF-8",
    }


def system_script(packages: tuple[str, ...]) -> str:
    """Return the script that installs packages of the base image's system."""
    names = " ".join(shlex.quote(name) for name in sorted(packages))
    return "\n".join(
        [
            f". {PLACE}/network.sh",
            "export DEBIAN_FRONTEND=noninteractive",
            "apt-get update -qq",
            f"apt-get install -y -qq --no-install-recommends -- {names}",
            "apt-get clean",
            "rm -rf /var/lib/apt/lists",
            _REMOVE,
            "",
        ]
    )


def network_variables(settings: SandboxSettings, certificates: str) -> str:
    """Return shell lines that set certificates and proxies; `certificates` is their folder."""
    values: dict[str, str] = {}
    if settings.ca_bundle is not None:
        bundle = f"{certificates}/{CERTIFICATES}"
        names = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
        values |= dict.fromkeys(names, bundle)
    if settings.proxy:
        values |= dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY"), settings.proxy)
        values |= dict.fromkeys(("http_proxy", "https_proxy"), settings.proxy)
    if settings.no_proxy:
        values |= dict.fromkeys(("NO_PROXY", "no_proxy"), settings.no_proxy)
    return "".join(f"export {name}={shlex.quote(value)}\n" for name, value in values.items())


def installer_settings(settings: SandboxSettings) -> str:
    """Return the settings of uv, which no file of a repository can then add to."""
    lines = []
    if settings.find_links:
        lines.append(f"find-links = {json.dumps(list(settings.find_links))}")
    if settings.index_url:
        lines += ["[[index]]", f"url = {json.dumps(settings.index_url)}", "default = true"]
    return "\n".join([*lines, ""])


def installer() -> bytes:
    """Return the program uv, as it is installed with the platform."""
    # Only who installs needs it.
    from uv import find_uv_bin  # noqa: PLC0415

    return Path(find_uv_bin()).read_bytes()


def _end_of_day(environment: Environment) -> str:
    if environment.as_of is None:
        return ""
    following = datetime.combine(environment.as_of, time(), UTC) + timedelta(days=1)
    return following.strftime("%Y-%m-%dT%H:%M:%SZ")


def _lines(lines: tuple[str, ...]) -> str:
    return "".join(f"{line}\n" for line in lines)
