"""A PostgreSQL cluster of its own for tests, in a temporary folder and on a port of loopback."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mlops_platform_tests.integration.browsing import free_port

USER = "postgres"


@contextmanager
def postgres_cluster() -> Iterator[str]:
    """Give the address of an empty database; the cluster is stopped and gone afterwards."""
    binaries = _binaries()
    # Not in pytest's folder: its next session takes the rights away by which PostgreSQL gets there.
    home = Path(tempfile.mkdtemp(prefix="cluster-"))
    if os.getuid() == 0:
        # PostgreSQL refuses to run as root.
        account = pwd.getpwnam(USER)
        os.chown(home, account.pw_uid, account.pw_gid)
    port = free_port()
    _call(binaries / "initdb", "-D", home / "data", "-U", USER, "-A", "trust", "-N", "-E", "UTF8")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={home}"
    begin = ("-D", home / "data", "-l", home / "log", "-w", "-t", "60", "-o", f"{options} -F")
    _call(binaries / "pg_ctl", *begin, "start")
    try:
        yield f"postgresql+psycopg2://{USER}@127.0.0.1:{port}/postgres"
    finally:
        _call(binaries / "pg_ctl", "-D", home / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(home, ignore_errors=True)


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    on_path = shutil.which("postgres")
    if not found and on_path is None:
        pytest.fail("PostgreSQL is not installed; `make test` installs it")
    return found[-1].parent if found else Path(on_path or "").parent


def _call(program: Path, *arguments: object) -> None:
    argv = [str(program), *map(str, arguments)]
    as_user = ["runuser", "-u", USER, "--"] if os.getuid() == 0 else []
    done = subprocess.run(
        [*as_user, *argv],
        cwd="/",
        stdin=subprocess.DEVNULL,
        # Its children keep the pipes of pg_ctl open.
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{argv} ended with {done.returncode}"
