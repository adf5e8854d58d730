"""A Docker engine of a test's own, beside the machine's, which may be killed and started again."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import docker
from docker.errors import DockerException

SCRIPT = Path(__file__).parents[2] / "docker" / "engine.sh"


@dataclass(frozen=True)
class SecondEngine:
    """An engine with its own socket, data and network, which leads nowhere.

    In the machine's own network, a second engine takes the bridge away from the first one.
    """

    folder: Path

    @property
    def address(self) -> str:
        """Return what `DOCKER_HOST` must hold to reach it."""
        return f"unix://{self.folder}/engine.sock"

    def client(self) -> docker.DockerClient:
        """Connect to it."""
        return docker.DockerClient(base_url=self.address, timeout=30)

    def pid(self) -> int:
        """Return the process id of its daemon."""
        return int((self.folder / "state" / "dockerd.pid").read_text())

    def start(self) -> None:
        """Start it; it keeps the images and containers that it had."""
        self._call("start")

    def stop(self) -> None:
        """Stop it as an operator would."""
        self._call("stop")

    def kill(self) -> None:
        """End its daemon without a word, as when memory runs out."""
        os.kill(self.pid(), signal.SIGKILL)
        wait_until(lambda: not self._answers(), "the engine to be gone")

    def take_image(self, client: docker.DockerClient, name: str) -> None:
        """Copy an image from another engine."""
        self.client().images.load(b"".join(client.api.get_image(name)))

    def _answers(self) -> bool:
        try:
            return bool(self.client().ping())
        except DockerException:
            return False

    def _call(self, verb: str) -> None:
        options = (
            f"--host {self.address} --data-root {self.folder}/data --exec-root {self.folder}/exec"
            f" --pidfile {self.folder}/dockerd.pid --iptables=false"
        )
        environment = os.environ | {
            "DOCKER_HOST": self.address,
            "MLOPS_PLATFORM_DOCKERD_OPTIONS": options,
        }
        command = ["unshare", "--net", SCRIPT, verb, self.folder / "state"]
        subprocess.run(command, env=environment, check=True)


@contextmanager
def second_engine(folder: Path) -> Iterator[SecondEngine]:
    """Start an engine that keeps everything in `folder`, and stop it at the end."""
    engine = SecondEngine(folder)
    engine.start()
    try:
        yield engine
    finally:
        engine.stop()


def wait_until(is_so, what: str, seconds: float = 30) -> None:
    """Ask again and again, and fail in the end."""
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise AssertionError(f"waited {seconds} s for {what}")
        time.sleep(0.1)
