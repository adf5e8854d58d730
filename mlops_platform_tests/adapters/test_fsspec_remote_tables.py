import contextlib
import functools
import http.server
import sys
import threading

import fsspec
import pytest

from mlops_platform.adapters import fsspec_remote_tables
from mlops_platform.adapters.fsspec_remote_tables import FsspecRemoteTables
from mlops_platform.core.errors import BadInputError


@pytest.fixture
def store():
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    yield memory
    memory.store.clear()


def refused(address, folder):
    with pytest.raises(BadInputError) as caught:
        FsspecRemoteTables().bring(address, folder)
    assert str(caught.value).count("\n") == 0
    return str(caught.value)


def test_a_file_is_copied(tmp_path, store):
    store.pipe("/bucket/a.csv", b"x\n1\n")
    brought = FsspecRemoteTables().bring("memory://bucket/a.csv", tmp_path)
    assert brought.path.read_bytes() == b"x\n1\n"
    assert brought.path.parent == tmp_path
    assert brought.name == "memory://bucket/a.csv"


def test_the_parquet_files_of_a_folder_keep_their_order_and_not_their_names(tmp_path, store):
    names = ["part=2/b.parquet", "part=10/../../c.parquet", "part=1/a.parquet", "_SUCCESS"]
    for name in names:
        store.pipe(f"/bucket/table/{name}", name.encode())
    brought = FsspecRemoteTables().bring("memory://bucket/table", tmp_path)
    assert brought.path == tmp_path
    found = sorted(tmp_path.iterdir())
    assert [each.name for each in found] == [f"{n:06}.parquet" for n in range(len(found))]
    assert [each.read_bytes() for each in found[:2]] == [b"part=1/a.parquet", names[1].encode()]


def test_a_folder_without_parquet_is_refused(tmp_path, store):
    store.pipe("/bucket/table/a.csv", b"x\n1\n")
    assert "holds no .parquet file" in refused("memory://bucket/table", tmp_path)


def test_what_is_not_there_is_said(tmp_path, store):
    assert refused("memory://bucket/gone", tmp_path).endswith("is not there; check its spelling.")


def test_a_store_whose_package_is_not_here_names_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "s3fs", None)
    assert refused("s3://bucket/a.csv", tmp_path) == (
        "s3://bucket/a.csv is read where s3fs is installed (the extra `s3`)."
    )
    monkeypatch.setitem(sys.modules, "adlfs", None)
    said = refused("abfs://bucket/a.csv", tmp_path)
    assert said.startswith("abfs://bucket/a.csv is read where another package is installed: Instal")


@pytest.mark.parametrize("address", ["nonsense://a", "simplecache::nonsense://a", "\x1b[1m://a"])
def test_an_address_of_nobody_is_refused(tmp_path, address):
    said = refused(address, tmp_path)
    assert "is no address that can be read" in said
    assert "\x1b" not in said


def test_no_table_fills_the_disk(tmp_path, store, monkeypatch):
    store.pipe("/bucket/a.csv", b"x\n1\n")
    monkeypatch.setattr(fsspec_remote_tables, "RESERVE_BYTES", 1 << 60)
    assert "does not fit the disk" in refused("memory://bucket/a.csv", tmp_path)


@contextlib.contextmanager
def served(folder):
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    handler.log_message = lambda *_: None
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_a_file_comes_over_http_and_no_secret_of_its_address_is_shown(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "here").mkdir()
    (tmp_path / "there" / "a.csv").write_text("x\n1\n")
    with served(tmp_path / "there") as host:
        tables = FsspecRemoteTables()
        brought = tables.bring(f"http://{host}/a.csv?signature=hunter2", tmp_path / "here")
        assert brought.path.read_text() == "x\n1\n"
        assert brought.name == f"http://{host}/a.csv"
    assert "hunter2" not in refused(f"http://me:hunter2@{host}/a.csv?key=hunter2", tmp_path)
