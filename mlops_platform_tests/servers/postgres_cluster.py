"""A PostgreSQL cluster of its own for tests, in a temporary folder and on a port of loopback."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlalchemy as sa

from mlops_platform_tests.integration.browsing import free_port

USER = "postgres"


class PostgresCluster(NamedTuple):
    """A server of databases; `address` is that of an empty one."""

    address: str
    home: Path

    def database(self, name: str) -> str:
        """Make another empty database, and return its address."""
        engine = sa.create_engine(self.address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        engine.dispose()
        return f"{self.address.rpartition('/')[0]}/{name}"

    def restart(self) -> None:
        """Let it crash, and start it again: every connection breaks."""
        again = ("-m", "immediate", "-l", self.home / "log", "-w", "-t", "60", "restart")
        _call(_binaries() / "pg_ctl", "-D", self.home / "data", *again)


@contextmanager
def postgres_cluster() -> Iterator[PostgresCluster]:
    """Start a cluster; it is stopped and gone afterwards."""
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
        yield PostgresCluster(f"postgresql+psycopg2://{USER}@127.0.0.1:{port}/postgres", home)
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
