"""The probe: a container with the configuration of the run phase that looks at its own limits."""

import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from mlops_platform.adapters.docker.confinement import Json
from mlops_platform.adapters.docker.engine import Engine, EngineError
from mlops_platform.adapters.docker.safety import Asked, Seen, examine
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.facts.text.texts import shown
from mlops_platform.core.sandbox import SandboxProbe

ANSWER_SECONDS = 60
LOOK_SECONDS = 0.1
SHOWN = 200


def probe_sandbox(
    engine: Engine, image: str, configuration: Json, labels: Mapping[str, str]
) -> SandboxProbe:
    """Create the probe with this configuration, start it, and judge what it saw.

    `labels` let a sweep find it, should we die meanwhile. Raises PlatformError where it gives no
    answer: then nothing is known, and nothing may run.
    """
    try:
        info = engine.info()
        kept = engine.image(image)
        seen = _look(engine, {**configuration, "Image": image, "Labels": dict(labels)})
    except EngineError as error:
        raise PlatformError(
            f"The sandbox could not be examined ({str(error)[:SHOWN]}), so nothing is executed;"
            " look at the Docker engine."
        ) from error
    held, unmet = examine(seen, _asked(configuration, kept, info))
    return SandboxProbe(
        engine=f"Docker {info.get('ServerVersion', 'of an unknown version')}",
        runtime=_runtime(info, configuration["HostConfig"].get("Runtime", "")),
        held=held,
        unmet=unmet,
    )


def _look(engine: Engine, configuration: Json) -> Seen:
    probe = engine.create({**configuration, "Entrypoint": ["python3", "-I", "-c", _script()]})
    try:
        engine.start(probe)
        until = time.monotonic() + ANSWER_SECONDS
        while engine.state(probe).is_running and time.monotonic() < until:
            time.sleep(LOOK_SECONDS)
        return _parsed(engine.logs(probe))
    finally:
        engine.remove(probe)


def _parsed(printed: bytes) -> Seen:
    try:
        return Seen.model_validate_json(printed)
    except ValidationError as error:
        words = shown(printed[-SHOWN:].decode(errors="replace"))
        raise PlatformError(
            "The sandbox could not be examined: its probe gave no answer"
            f" ({words or 'silence'}), so nothing is executed; has the base image a Python 3?"
        ) from error


def _asked(configuration: Json, image: Json, info: Json) -> Asked:
    given = [*((image.get("Config") or {}).get("Env") or ()), *configuration.get("Env", ())]
    host = configuration["HostConfig"]
    return Asked(
        host=host,
        mounts=(
            *configuration.get("Volumes", ()),
            *(mount["Target"] for mount in host.get("Mounts", ()) if mount["Type"] == "volume"),
        ),
        variables=tuple(each.split("=")[0] for each in given),
        kernel=info.get("KernelVersion", ""),
    )


@cache
def _script() -> str:
    return Path(__file__).with_name("probe_script.py").read_text(encoding="utf-8")


def _runtime(info: Json, chosen: str) -> str:
    name = chosen or info.get("DefaultRuntime") or "runc"
    versions = {each["Name"]: each["Version"] for each in info.get("Components") or ()}
    return f"{name} {versions.get(name, '')}".strip()
