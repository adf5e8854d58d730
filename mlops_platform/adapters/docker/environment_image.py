"""An environment as an image: installed once in a container of its own, and kept by its content."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mlops_platform.adapters.docker.confinement import Json, backstopped, confinement
from mlops_platform.adapters.docker.endings import ending_of, phase_of, said
from mlops_platform.adapters.docker.engine import LONG_SECONDS, Engine
from mlops_platform.adapters.docker.environment_key import Origin, environment_key, system_key
from mlops_platform.adapters.docker.followed_container import Ended, FollowedContainer, Watched
from mlops_platform.adapters.docker.install_files import (
    NO_SUCH_PYTHON,
    PACKAGES,
    PLACE,
    install_files,
    install_variables,
    installer,
    system_script,
)
from mlops_platform.adapters.docker.kept_images import ENVIRONMENTS, SYSTEMS, KeptImages
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.adapters.docker.labels import Tags
from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.adapters.docker.small_files import read_small_file
from mlops_platform.adapters.docker.sources_archive import (
    END,
    SourcesArchive,
    files_archive,
    folder_entry,
)
from mlops_platform.adapters.docker.written_disk import WrittenDisk
from mlops_platform.core.causes import Cause
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.run_log import INSTALL
from mlops_platform.core.run_outcome import Ending, Phase
from mlops_platform.core.run_plan import Environment, Limits

SYSTEM_PACKAGE = re.compile(r"[a-z0-9][a-z0-9.+-]{1,60}")
PINNED = re.compile(r"[A-Za-z0-9._-]{1,100}(?:==| @ )\S{1,200}")
MOST_PACKAGES = 1000
MOST_BYTES = 1 << 20
AS_ROOT = ("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID")
"""What Debian's installer needs, to give up being root while it downloads."""


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
    """Installs environments of one repository on one base image, or finds them again."""

    def __init__(self, site: Site, base_image: str, repository: str, limits: Limits) -> None:
        self._site = site
        self._engine = site.engine
        self._base = base_image
        self._limits = limits
        self._images = KeptImages(site.engine, repository)
        self._repository = repository
        self._system_seconds = 0.0

    def install(self, environment: Environment, checkout: Checkout) -> Installation:
        """Return the environment's image, from the engine or made now."""
        project = SourcesArchive(checkout.root).digest() if environment.builds_project else ""
        origin = Origin(self._base, self._site.settings.sources(), self._repository, project)
        key = environment_key(origin, environment)
        kept = self._images.find(ENVIRONMENTS, key)
        if kept is not None:
            phase = Phase(name=INSTALL, ending=Ending.SUCCEEDED, is_cached=True)
            return Installation(phase, kept.image, kept.packages)
        self._site.log.begin(INSTALL, f"{environment.source} for Python {environment.python}")
        base = self._with_system_packages(environment)
        if isinstance(base, Installation):
            return base
        return self._made(key, base, environment, checkout)

    def _with_system_packages(self, environment: Environment) -> str | Installation:
        names = environment.system_packages
        if not names:
            return self._base
        strange = [name for name in names if not SYSTEM_PACKAGE.fullmatch(name)]
        if strange:
            return _refused(f"{strange[0]!r} is no name of a Debian package")
        key = system_key(self._base, names)
        kept = self._images.find(SYSTEMS, key)
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
            self._system_seconds = made.ended.duration_seconds
            return self._images.keep_system(made.container, key)
        finally:
            self._engine.remove(made.container)

    def _made(
        self, key: str, base: str, environment: Environment, checkout: Checkout
    ) -> Installation:
        below = self._images.begin_with(base)
        configuration = _configuration(self._limits, below.image)
        made = self._run(configuration, self._archive(environment, checkout))
        try:
            if ending_of(made.ended) is not Ending.SUCCEEDED:
                return self._failed(made.ended)
            packages = self._packages(made.container)
            image = self._images.keep(made.container, key, base, below, packages)
        finally:
            self._engine.remove(made.container)
        lasted = self._system_seconds + made.ended.duration_seconds
        ended = made.ended._replace(duration_seconds=round(lasted, 3))
        return Installation(phase_of(INSTALL, ended), image, packages)

    def _archive(self, environment: Environment, checkout: Checkout) -> Iterator[bytes]:
        files = {**install_files(environment, self._site.settings), "uv": installer()}
        yield from files_archive("install", files)
        if environment.builds_project:
            yield from SourcesArchive(checkout.root).stream()

    def _run(self, configuration: Json, archive: Iterator[bytes]) -> "_Made":
        seconds = self._limits.install_seconds
        # When it has ended, it is still needed: a large image takes minutes to be written.
        configuration["Labels"] = self._site.tags.labels(INSTALL, seconds + LONG_SECONDS)
        container = self._engine.create(configuration)
        try:
            self._engine.put(container, "/opt", _all(_folders("env", "cache"), (END,)))
            self._engine.put(container, "/", _all(_folders("box"), (END,)))
            self._engine.put(container, "/box", _all(_folders("home", "tmp"), archive, (END,)))
            disk = WrittenDisk(self._engine, container, self._limits.disk_bytes)
            watched = Watched(seconds, disk)
            ended = FollowedContainer(self._engine, container, self._site.log, watched).follow()
        except BaseException:
            self._engine.remove(container)
            raise
        return _Made(container, ended)

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
    script = ["/bin/sh", "-eu", f"{PLACE}/install.sh"]
    return {
        **made,
        "Image": image,
        "Entrypoint": backstopped(script, limits.install_seconds),
    }


def _refused(why: str) -> Installation:
    phase = Phase(name=INSTALL, ending=Ending.NOT_RUNNABLE)
    return Installation(phase, because=f"The environment cannot be installed: {why}.")


def _folders(*names: str) -> Iterator[bytes]:
    return (folder_entry(name) for name in names)


def _all(*parts: Iterable[bytes]) -> Iterator[bytes]:
    for part in parts:
        yield from part
