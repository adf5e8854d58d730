"""The Docker engine, by the few calls that we make of it; its errors become ours here.

The SDK is loaded at the first call: most commands never need it. Every call has a timeout.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cached_property
from importlib import import_module
from typing import Any, NamedTuple

from mlops_platform.adapters.docker.confinement import Json
from mlops_platform.adapters.docker.output_stream import OutputStream
from mlops_platform.core.facts.text.texts import shown

CALL_SECONDS = 60
LONG_SECONDS = 900
"""A large image takes minutes to be written or brought."""

CHUNK_BYTES = 1 << 20
NOT_FOUND, CONFLICT = 404, 409


class EngineError(Exception):
    """The engine refused a call, in its own words."""


class NotThereError(EngineError):
    """What was asked for does not exist."""


class EngineUnavailableError(EngineError):
    """No engine answers."""


class State(NamedTuple):
    """What the engine says of a container."""

    is_running: bool
    exit_code: int
    was_out_of_memory: bool
    error: str


class Engine:
    """One connection, made at the first call, wherever `DOCKER_HOST` or the default leads."""

    def info(self) -> Json:
        """Return what the engine tells of itself."""
        with _our_errors():
            return {**self._api.info(), **self._api.version()}

    def image(self, reference: str) -> Json:
        """Return an image that is here. Raises NotThereError."""
        with _our_errors():
            return dict(self._api.inspect_image(reference))

    def images(self, label: str) -> list[Json]:
        """Return the images that carry a label."""
        with _our_errors():
            return list(self._api.images(filters={"label": label}))

    def image_names(self) -> list[str]:
        """Return the names of all images that are here."""
        with _our_errors():
            return sorted(name for image in self._api.images() for name in image["RepoTags"] or ())

    def pull(self, reference: str) -> None:
        """Bring an image."""
        with _our_errors():
            self._long.images.pull(reference)

    def tag(self, image: str, repository: str, tag: str) -> None:
        """Name an image; naming it again tells when it was last needed."""
        with _our_errors():
            self._api.tag(image, repository, tag, force=True)

    def remove_image(self, image: str) -> None:
        """Remove an image; one that is in use is refused by the engine."""
        with _our_errors():
            self._api.remove_image(image)

    def create(self, configuration: Json) -> str:
        """Create a container, not yet started, and return its id."""
        with _our_errors():
            return str(self._api.create_container_from_config(configuration)["Id"])

    def put(self, container: str, path: str, archive: Iterable[bytes]) -> None:
        """Unpack a tar stream in a container."""
        with _our_errors():
            self._long.api.put_archive(container, path, archive)

    def get(self, container: str, path: str) -> Iterator[bytes]:
        """Stream a file or folder of a container as tar."""
        with _our_errors():
            stream, _ = self._api.get_archive(container, path, chunk_size=CHUNK_BYTES)
            yield from stream

    def attach(self, container: str) -> OutputStream:
        """Return the stream of what a container prints from now on."""
        with _our_errors():
            wanted = {"stdout": 1, "stderr": 1, "stream": 1}
            return OutputStream(self._api.attach_socket(container, params=wanted))

    def logs(self, container: str, *, stdout: bool = True, stderr: bool = True) -> bytes:
        """Return what the engine's own, bounded log holds."""
        with _our_errors():
            return bytes(self._api.logs(container, stdout=stdout, stderr=stderr))

    def start(self, container: str) -> None:
        """Start a container."""
        with _our_errors():
            self._api.start(container)

    def state(self, container: str) -> State:
        """Return how a container is."""
        with _our_errors():
            state = self._api.inspect_container(container)["State"]
        return State(state["Running"], state["ExitCode"], state["OOMKilled"], shown(state["Error"]))

    def usage(self, container: str) -> Iterator[Json]:
        """Yield what a container uses, once a second, until it is removed."""
        with _our_errors():
            # A connection of its own, as it is read in a thread of its own.
            own = import_module("docker").from_env(timeout=CALL_SECONDS)
            with closing(own):
                yield from own.api.stats(container, stream=True, decode=True)

    def processes(self, container: str) -> list[list[str]]:
        """Return id, resident KiB and processor seconds of each process of a container."""
        with _our_errors():
            return list(self._api.top(container, ps_args="-eo pid,rss,cputimes")["Processes"] or ())

    def written_bytes(self, container: str) -> int:
        """Return how much a container has written outside its volumes."""
        with _our_errors():
            found = self._api.containers(all=True, size=True, filters={"id": container})
        return sum(int(each.get("SizeRw") or 0) for each in found)

    def stop(self, container: str, grace_seconds: int) -> None:
        """Send TERM, and KILL after a grace."""
        with _our_errors():
            self._api.stop(container, timeout=grace_seconds)

    def kill(self, container: str) -> None:
        """Send KILL; a container that ended already is no error."""
        try:
            with _our_errors():
                self._api.kill(container)
        except EngineUnavailableError:
            raise
        except EngineError:
            return

    def remove(self, container: str) -> None:
        """Remove a container with its anonymous volumes, whatever it does."""
        try:
            with _our_errors():
                self._api.remove_container(container, v=True, force=True)
        except NotThereError:
            return

    def commit(self, container: str, repository: str, tag: str, configuration: Json) -> str:
        """Keep a container's files as an image, and return the image's id."""
        with _our_errors():
            made = self._long.api.commit(container, repository, tag, conf=configuration)
        return str(made["Id"])

    def containers(self, label: str) -> list[Json]:
        """Return all containers that carry a label, in whatever state."""
        with _our_errors():
            return list(self._api.containers(all=True, filters={"label": label}))

    def create_volume(self, labels: Mapping[str, str]) -> str:
        """Create a volume, and return the name that the engine gave it."""
        with _our_errors():
            return str(self._api.create_volume(labels=dict(labels))["Name"])

    def volumes(self, label: str) -> list[Json]:
        """Return the volumes that carry a label."""
        with _our_errors():
            return list(self._api.volumes(filters={"label": label})["Volumes"] or ())

    def remove_volume(self, name: str) -> None:
        """Remove a volume that no container uses."""
        try:
            with _our_errors():
                self._api.remove_volume(name)
        except NotThereError:
            return

    @cached_property
    def _client(self) -> Any:  # noqa: ANN401 (the SDK has no types)
        with _our_errors():
            return import_module("docker").from_env(timeout=CALL_SECONDS)

    @property
    def _api(self) -> Any:  # noqa: ANN401 (the SDK has no types)
        return self._client.api

    @cached_property
    def _long(self) -> Any:  # noqa: ANN401 (the SDK has no types)
        with _our_errors():
            return import_module("docker").from_env(timeout=LONG_SECONDS)


@contextmanager
def _our_errors() -> Iterator[None]:
    errors = import_module("docker.errors")
    transport = import_module("urllib3.exceptions")
    try:
        yield
    except errors.NotFound as error:
        raise NotThereError(_said(error)) from None
    except errors.APIError as error:
        raise EngineError(_said(error)) from None
    except (
        errors.DockerException,
        errors.StreamParseError,
        transport.HTTPError,
        OSError,
    ) as error:
        raise EngineUnavailableError(_said(error)) from None


def _said(error: Exception) -> str:
    return shown(str(getattr(error, "explanation", None) or error))
