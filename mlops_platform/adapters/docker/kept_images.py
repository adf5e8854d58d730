"""Environments that are kept as images: found by their key, and begun with by the next one."""

from typing import NamedTuple

from mlops_platform.adapters.docker.confinement import Json
from mlops_platform.adapters.docker.engine import Engine, NotThereError
from mlops_platform.adapters.docker.install_files import ENVIRONMENT_HOME
from mlops_platform.adapters.docker.labels import (
    DEPTH,
    ENVIRONMENT,
    MADE_FOR,
    MADE_ON,
    NOT_A_RUN,
    PACKAGES,
)

ENVIRONMENTS, SYSTEMS = "mlops-platform/environment", "mlops-platform/system"
DEEPEST = 4
"""So many environments on top of each other; the next one begins anew, as layers only add up."""


class KeptImage(NamedTuple):
    """An image by its id; `packages` were installed in it, `depth` lie below it."""

    image: str
    packages: tuple[str, ...] = ()
    depth: int = 0


class KeptImages:
    """The images of one repository (its key is part of each environment's key)."""

    def __init__(self, engine: Engine, repository: str) -> None:
        self._engine = engine
        self._repository = repository

    def find(self, name: str, key: str) -> KeptImage | None:
        """Return the image of that key, and note that it is still needed."""
        try:
            image = self._engine.image(f"{name}:{key}")
        except NotThereError:
            return None
        # Naming it again is what tells a sweep when it was last needed.
        self._engine.tag(image["Id"], name, key)
        labels = (image.get("Config") or {}).get("Labels") or {}
        return KeptImage(image["Id"], tuple(labels.get(PACKAGES, "").split()))

    def begin_with(self, base: str) -> KeptImage:
        """Return what the next environment on a base begins with: the last one, for its cache.

        Only this repository's, as whatever was built in it can be found in that cache.
        """
        made = [
            image
            for image in self._engine.images(f"{MADE_FOR}={self._repository}")
            if _label(image, MADE_ON) == base and _depth(image) < DEEPEST
        ]
        if not made:
            return KeptImage(base)
        last = max(made, key=lambda image: (image["Created"], image["Id"]))
        return KeptImage(last["Id"], depth=_depth(last))

    def keep_system(self, container: str, key: str) -> str:
        """Keep a container as a base with further packages of its system."""
        return self._engine.commit(container, SYSTEMS, key, _configuration({ENVIRONMENT: key}))

    def keep(
        self, container: str, key: str, base: str, below: KeptImage, packages: tuple[str, ...]
    ) -> str:
        """Keep a container as an environment on a base; `below` is what it began with."""
        labels = {
            ENVIRONMENT: key,
            PACKAGES: " ".join(packages),
            MADE_FOR: self._repository,
            MADE_ON: base,
            DEPTH: str(below.depth + 1),
        }
        return self._engine.commit(container, ENVIRONMENTS, key, _configuration(labels))


def _configuration(labels: dict[str, str]) -> Json:
    path = f"PATH={ENVIRONMENT_HOME}/bin:/usr/local/bin:/usr/bin:/bin"
    kept = {**NOT_A_RUN, **labels}
    return {"Labels": kept, "Env": [path], "Cmd": ["python3"], "Entrypoint": []}


def _label(image: Json, name: str) -> str:
    return str((image.get("Labels") or {}).get(name, ""))


def _depth(image: Json) -> int:
    depth = _label(image, DEPTH)
    return int(depth) if depth.isdigit() else DEEPEST
