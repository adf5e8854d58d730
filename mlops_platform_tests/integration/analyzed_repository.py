"""A repository behind a real Git server on loopback, and Dagster's own commands on it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from mlops_platform_tests.servers.bare_repositories import make_bare_repository
from mlops_platform_tests.servers.git_server import serve_repositories

KEY = "github.com/acme/churn"
TOP = Path(__file__).parents[2]
EXAMPLE = TOP / "examples/churn_prediction"
SELECT_REPORT = "*readiness_report"


class World(NamedTuple):
    """A platform's home of its own; `commit` is the one that the server has."""

    home: Path
    commit: str
    environment: dict[str, str]

    def elsewhere(self, home: Path) -> "World":
        """Return the same repository for another platform."""
        environment = self.environment | {"MLOPS_PLATFORM_HOME": str(home)}
        return World(home, self.commit, environment)

    def call(self, *command: str, cwd: Path = TOP) -> subprocess.CompletedProcess[str]:
        """Run a command of this virtual environment."""
        program = str(Path(sys.executable).with_name(command[0]))
        return subprocess.run(
            [program, *command[1:]],
            cwd=cwd,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def materialize(self, key: str = KEY, cwd: Path = TOP) -> subprocess.CompletedProcess[str]:
        """Run the command of the README for one repository."""
        module = ("-m", "mlops_platform.definitions")
        wanted = ("--select", SELECT_REPORT, "--partition", key)
        return self.call("dagster", "asset", "materialize", *module, *wanted, cwd=cwd)


@contextmanager
def serve_example(folder: Path) -> Iterator[World]:
    """Serve the example project as `github.com/acme/churn`, for a fresh platform in `folder`."""
    files = {
        path.relative_to(EXAMPLE).as_posix(): path.read_bytes()
        for path in sorted(EXAMPLE.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    commit = make_bare_repository(folder / "served/acme", "churn", files)
    with serve_repositories(folder / "served") as server:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "MLOPS_PLATFORM_HOME": str(folder / "home"),
            "MLOPS_PLATFORM_GIT_MIRRORS": f"github.com={server.url}",
            "VIRTUAL_ENV": sys.prefix,
        }
        yield World(folder / "home", commit, environment)
