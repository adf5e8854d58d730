"""A Docker engine of a test's own, beside the machine's, which may be killed and started again."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import docker

SCRIPT = Path(__file__).parents[2] / "docker" / "engine.sh"


@dataclass(frozen=True)
class SecondEngine:
    """An engine with its own socket, data and network, which leads nowhere.

    In the machine's own network, a second engine takes the bridge away from the first one.
    """

    folder: Path
    data: Path

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
        """End its daemons without a word, as when memory runs out; containers go on alone."""
        of_containerd = self.folder / "exec" / "containerd" / "containerd.pid"
        for pid in (self.pid(), int(of_containerd.read_text())):
            os.kill(pid, signal.SIGKILL)
            wait_until(partial(_is_dead, pid), f"process {pid} to end")
        # Nobody may be there to bury them, and the next ones would find them alive.
        for left in (self.folder / "dockerd.pid", of_containerd):
            left.unlink(missing_ok=True)

    def take_image(self, client: docker.DockerClient, name: str) -> None:
        """Copy an image from another engine."""
        self.client().images.load(b"".join(client.api.get_image(name)))

    def is_running(self) -> bool:
        """Tell whether its daemon lives."""
        state = self.folder / "state" / "dockerd.pid"
        return state.exists() and not _is_dead(int(state.read_text()))

    def _call(self, verb: str) -> None:
        options = (
            f"--host {self.address} --data-root {self.data} --exec-root {self.folder}/exec"
            f" --pidfile {self.folder}/dockerd.pid --iptables=false"
        )
        environment = os.environ | {
            "DOCKER_HOST": self.address,
            "MLOPS_PLATFORM_DOCKERD_OPTIONS": options,
        }
        command = ["unshare", "--net", SCRIPT, verb, self.folder / "state"]
        subprocess.run(command, env=environment, check=True)


@contextmanager
def second_engine(data: Path) -> Iterator[SecondEngine]:
    """Start an engine that keeps its images and containers in `data`, and stop it at the end."""
    # The path of a socket has to be short.
    with tempfile.TemporaryDirectory(prefix="engine") as folder:
        engine = SecondEngine(Path(folder), data)
        engine.start()
        try:
            yield engine
        finally:
            engine.stop()
            _end_containers_of(engine.folder)
            _unmount_in(engine.folder, engine.data)


def _end_containers_of(folder: Path) -> None:
    """End containers that an engine which was killed left running, and who watches over them."""
    words = {int(each.parent.name): _words(each) for each in Path("/proc").glob("[0-9]*/cmdline")}
    watchers = {pid for pid, said in words.items() if f"{folder}/exec/" in said and "shim" in said}
    for pid in words:
        if _parent(pid) in watchers:
            os.kill(pid, signal.SIGKILL)
    for pid in watchers:
        os.kill(pid, signal.SIGKILL)


def _words(cmdline: Path) -> str:
    try:
        return cmdline.read_text(errors="replace")
    except OSError:
        return ""


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _unmount_in(*folders: Path) -> None:
    """Unmount what an engine that was killed left mounted."""
    places = [Path(line.split()[1]) for line in Path("/proc/mounts").read_text().splitlines()]
    for place in reversed(places):
        if any(place.is_relative_to(folder) for folder in folders):
            subprocess.run(["umount", "--lazy", place], check=True)


def _is_dead(pid: int) -> bool:
    try:
        return "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return True


def wait_until(is_so, what: str, seconds: float = 30) -> None:
    """Ask again and again, and fail in the end."""
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise AssertionError(f"waited {seconds} s for {what}")
        time.sleep(0.1)
