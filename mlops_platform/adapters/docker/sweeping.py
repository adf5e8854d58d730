"""What dead runs left on the engine, and images that nobody needed for long: found by label."""

import re
import time
from contextlib import suppress
from datetime import datetime

from mlops_platform.adapters.docker.confinement import Json
from mlops_platform.adapters.docker.engine import Engine, EngineError
from mlops_platform.adapters.docker.labels import (
    ENVIRONMENT,
    PASSING,
    PLATFORM,
    ROLE,
    RUN,
    is_forsaken,
)
from mlops_platform.core.sandbox import HasEnded

MOST_IMAGES = 20
OLDEST_SECONDS = 30 * 24 * 3600


def sweep_engine(engine: Engine, has_ended: HasEnded = lambda _: False) -> tuple[str, ...]:
    """Remove them, and name them; what is in use stays, as the engine refuses it."""
    return (
        *_containers(engine, has_ended),
        *_volumes(engine, has_ended),
        *_passing_images(engine),
        *_old_images(engine),
    )


def _containers(engine: Engine, has_ended: HasEnded) -> list[str]:
    removed = []
    for container in engine.containers(PLATFORM):
        labels = _labels(container)
        if not is_forsaken(labels, has_ended):
            continue
        # Somebody else may be removing it at this moment.
        with suppress(EngineError):
            engine.remove(container["Id"])
            removed.append(f"container {labels.get(ROLE)} of run {labels.get(RUN)}")
    return removed


def _volumes(engine: Engine, has_ended: HasEnded) -> list[str]:
    removed = []
    for volume in engine.volumes(PLATFORM):
        labels = _labels(volume)
        if not is_forsaken(labels, has_ended):
            continue
        # A container of another platform may still use it.
        with suppress(EngineError):
            engine.remove_volume(volume["Name"])
            removed.append(f"volume of run {labels.get(RUN)}")
    return removed


def _passing_images(engine: Engine) -> list[str]:
    now = time.time()
    passed = [
        image
        for image in engine.images(PASSING)
        if _labels(image)[PASSING].isdigit() and int(_labels(image)[PASSING]) < now
    ]
    return _removed(engine, passed)


def _old_images(engine: Engine) -> list[str]:
    """Remove installed environments that were not needed for a month, or are too many."""
    kept = [image for image in engine.images(ENVIRONMENT) if _labels(image)[ENVIRONMENT]]
    images = [(_last_needed(engine, image), image) for image in kept]
    images.sort(key=lambda pair: pair[0], reverse=True)
    oldest = time.time() - OLDEST_SECONDS
    return _removed(
        engine,
        [
            image
            for position, (needed, image) in enumerate(images)
            if position >= MOST_IMAGES or needed < oldest
        ],
    )


def _last_needed(engine: Engine, image: Json) -> float:
    """Return when an image was last named, which is done at each use; else when it was made."""
    told = (engine.image(image["Id"]).get("Metadata") or {}).get("LastTagTime") or ""
    # The engine tells more digits than Python's clock has.
    told = re.sub(r"\.\d+", "", told)
    try:
        return max(datetime.fromisoformat(told).timestamp(), float(image["Created"]))
    except (ValueError, OverflowError):
        return float(image["Created"])


def _removed(engine: Engine, images: list[Json]) -> list[str]:
    removed = []
    for image in images:
        names = image.get("RepoTags") or [image["Id"]]
        with suppress(EngineError):
            for name in names:
                engine.remove_image(name)
            removed.append(f"image {names[0]}")
    return removed


def _labels(thing: Json) -> dict[str, str]:
    return dict(thing.get("Labels") or {})
