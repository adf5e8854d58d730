"""An environment as an image: installed once in a container of its own, and kept by its content."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.adapters.docker.confinement import Json, confinement
from mlops_platform.adapters.docker.endings import ending_of, phase_of, said
from mlops_platform.adapters.docker.engine import Engine, NotThereError
from mlops_platform.adapters.docker.environment_key import environment_key, system_key
from mlops_platform.adapters.docker.followed_container import Ended, FollowedContainer, Watched
from mlops_platform.adapters.docker.install_files import (
    ENVIRONMENT_HOME,
    NO_SUCH_PYTHON,
    PACKAGES,
    PLACE,
    install_files,
    install_variables,
    installer,
    system_script,
)
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.adapters.docker.labels import ENVIRONMENT, NOT_A_RUN, Tags
from mlops_platform.adapters.docker.labels import PACKAGES as PACKAGES_LABEL
from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.adapters.docker.small_files import read_small_file
from mlops_platform.adapters.docker.sources_archive import (
    END,
    SourcesArchive,
    files_archive,
    folder_entry,
)
from mlops_platform.core.causes import Cause
from mlops_platform.core.ports import Checkout
from mlops_platform.core.run_log import INSTALL
from mlops_platform.core.run_outcome import Ending, Phase
from mlops_platform.core.run_plan import Environment, Limits

REPOSITORY = "mlops-platform/environment"
SYSTEM_REPOSITORY = "mlops-platform/system"
SYSTEM_PACKAGE = re.compile(r"[a-z0-9][a-z0-9.+-]{1,60}")
PINNED = re.compile(r"[A-Za-z0-9._-]{1,100}(?:==| @ )\S{1,200}")
MOST_PACKAGES = 1000
MOST_BYTES = 1 << 20
AS_ROOT = ("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID")
"""What Debian's installer needs, to give up being root while it downloads."""

BACKSTOP_SECONDS = 30
"""So long after our own deadline, the container ends by itself: we may be dead."""


class Installation(NamedTuple):
    """What came of an environment: `image` is "" where there is none; `cause` where it is known."""

    phase: Phase
    image: str = ""
    packages: tuple[str, ...] = ()
    because: str = ""
    cause: str = ""


class Site(NamedTuple):
    """Where to install: the engine, the operator's settings, whose run it is, and its log."""

    engine: Engine
    settings: SandboxSettings
    tags: Tags
    log: KeptLog


class EnvironmentImages:
    """Installs environments on one base image, or finds them again."""

    def __init__(self, site: Site, base_image: str, limits: Limits) -> None:
        self._site = site
        self._engine = site.engine
        self._base = base_image
        self._limits = limits

    def install(self, environment: Environment, checkout: Checkout) -> Installation:
        """Return the environment's image, from the engine or made now."""
        project = SourcesArchive(checkout.root).digest() if environment.builds_project else ""
        sources = self._site.settings.sources()
        key = environment_key(self._base, environment, sources, project)
        kept = self._kept(REPOSITORY, key)
        if kept is not None:
            return kept
        self._site.log.begin(INSTALL, f"{environment.source} for Python {environment.python}")
        base = self._with_system_packages(environment)
        if isinstance(base, Installation):
            return base
        return self._made(key, base, environment, checkout)

    def _kept(self, repository: str, key: str) -> Installation | None:
        name = f"{repository}:{key}"
        try:
            image = self._engine.image(name)
        except NotThereError:
            return None
        # Naming it again tells a later sweep that it is still needed.
        self._engine.tag(image["Id"], repository, key)
        packages = ((image.get("Config") or {}).get("Labels") or {}).get(PACKAGES_LABEL, "")
        phase = Phase(name=INSTALL, ending=Ending.SUCCEEDED, is_cached=True)
        return Installation(phase, image["Id"], tuple(packages.split()))

    def _with_system_packages(self, environment: Environment) -> str | Installation:
        names = environment.system_packages
        if not names:
            return self._base
        strange = [name for name in names if not SYSTEM_PACKAGE.fullmatch(name)]
        if strange:
            return _refused(f"{strange[0]!r} is no name of a Debian package")
        key = system_key(self._base, names)
        kept = self._kept(SYSTEM_REPOSITORY, key)
        if kept is not None:
            return kept.image
        files = install_files(environment, self._site.settings)
        files["install.sh"] = system_script(names).encode()
        configuration = _configuration(self._limits, self._base)
        configuration["User"] = "0:0"
        configuration["HostConfig"]["CapAdd"] = list(AS_ROOT)
        made = self._run(configuration, files_archive("install", files))
        try:
            if ending_of(made.ended) is not Ending.SUCCEEDED:
                return self._failed(made.ended)
            return self._engine.commit(
                made.container, SYSTEM_REPOSITORY, key, _image_configuration(key, ())
            )
        finally:
            self._engine.remove(made.container)

    def _made(
        self, key: str, base: str, environment: Environment, checkout: Checkout
    ) -> Installation:
        configuration = _configuration(self._limits, base)
        made = self._run(configuration, self._archive(environment, checkout))
        try:
            if ending_of(made.ended) is not Ending.SUCCEEDED:
                return self._failed(made.ended)
            packages = self._packages(made.container)
            image = self._engine.commit(
                made.container, REPOSITORY, key, _image_configuration(key, packages)
            )
        finally:
            self._engine.remove(made.container)
        return Installation(phase_of(INSTALL, made.ended), image, packages)

    def _archive(self, environment: Environment, checkout: Checkout) -> Iterator[bytes]:
        files = {**install_files(environment, self._site.settings), "uv": installer()}
        yield from files_archive("install", files)
        if environment.builds_project:
            yield from SourcesArchive(checkout.root).stream()

    def _run(self, configuration: Json, archive: Iterator[bytes]) -> "_Made":
        seconds = self._limits.install_seconds
        configuration["Labels"] = self._site.tags.labels(INSTALL, seconds + BACKSTOP_SECONDS)
        container = self._engine.create(configuration)
        try:
            self._engine.put(container, "/opt", iter([folder_entry("env"), END]))
            folders = (folder_entry("home"), folder_entry("tmp"))
            self._engine.put(container, "/box", _chained(folders, archive))
            watched = Watched(seconds, lambda: self._too_full(container))
            ended = FollowedContainer(self._engine, container, self._site.log, watched).follow()
        except BaseException:
            self._engine.remove(container)
            raise
        return _Made(container, ended)

    def _too_full(self, container: str) -> str:
        written, limit = self._engine.written_bytes(container), self._limits.disk_bytes
        if written <= limit:
            return ""
        return f"it filled {written} bytes of disk, where {limit} are allowed"

    def _packages(self, container: str) -> tuple[str, ...]:
        """Return what was installed: written in the container, so its form is checked."""
        text = read_small_file(self._engine.get(container, PACKAGES), MOST_BYTES)
        lines = (line.strip() for line in text.decode("utf-8", "replace").splitlines())
        named = [line.replace(" @ ", "@") for line in lines if PINNED.fullmatch(line)]
        return tuple(sorted(named)[:MOST_PACKAGES])

    def _failed(self, ended: Ended) -> Installation:
        phase = phase_of(INSTALL, ended)
        because = said(phase, ended, self._limits.install_seconds)
        if ended.exit_code == NO_SUCH_PYTHON:
            because = "The base image holds no Python of the version that was asked for."
            phase = phase.model_copy(update={"ending": Ending.NOT_RUNNABLE})
            return Installation(phase, because=because, cause=Cause.PYTHON_NOT_AVAILABLE)
        return Installation(phase, because=because)


class _Made(NamedTuple):
    container: str
    ended: Ended


def _configuration(limits: Limits, image: str) -> Json:
    """Confine an installation: as a run, but with the network and a root that can be written."""
    wider = limits.model_copy(
        update={"network": "bridge", "gpus": "none", "file_bytes": limits.disk_bytes}
    )
    made = confinement(wider, install_variables())
    made["HostConfig"]["ReadonlyRootfs"] = False
    limit = str(limits.install_seconds + BACKSTOP_SECONDS)
    script = ["/bin/sh", "-eu", f"{PLACE}/install.sh"]
    return {
        **made,
        "Image": image,
        "Entrypoint": ["timeout", "-k", "10", limit, *script],
        "Volumes": {"/box": {}},
    }


def _image_configuration(key: str, packages: tuple[str, ...]) -> Json:
    labels = {**NOT_A_RUN, ENVIRONMENT: key, PACKAGES_LABEL: " ".join(packages)}
    path = f"PATH={ENVIRONMENT_HOME}/bin:/usr/local/bin:/usr/bin:/bin"
    return {"Labels": labels, "Env": [path], "Cmd": ["python3"], "Entrypoint": []}


def _refused(why: str) -> Installation:
    phase = Phase(name=INSTALL, ending=Ending.NOT_RUNNABLE)
    return Installation(phase, because=f"The environment cannot be installed: {why}.")


def _chained(folders: tuple[bytes, ...], archive: Iterator[bytes]) -> Iterator[bytes]:
    yield from folders
    yield from archive
    yield END
