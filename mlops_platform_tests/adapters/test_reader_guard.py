import os

import pytest

from mlops_platform.adapters.reader_guard import Guard


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "root"
    (folder / "src").mkdir(parents=True)
    (folder / "src/a.py").write_text("x")
    (folder / "out").symlink_to(tmp_path / "secret")
    (tmp_path / "secret").write_text("s")
    return folder


@pytest.fixture
def journal(tmp_path):
    descriptor = os.open(tmp_path / "journal", os.O_RDWR | os.O_CREAT)
    yield descriptor
    os.close(descriptor)


@pytest.fixture
def guard(root, journal):
    # A time of zero leaves this process without a timer.
    return Guard(str(root), journal, 0)


def noted(journal):
    note = os.pread(journal, 4096, 0)
    return note[4 : 4 + int.from_bytes(note[:4], "big")].decode()


def test_the_last_file_below_the_root_is_noted(guard, root, journal):
    guard("open", (str(root / "src/a.py"), "r", os.O_RDONLY))
    assert noted(journal) == "src/a.py"
    guard("open", (os.__file__, "r", os.O_RDONLY))
    assert noted(journal) == "src/a.py"
    guard.absolve()
    assert noted(journal) == ""


def test_steps_below_an_open_folder_are_noted_as_one_path(guard, root, journal):
    folder = os.O_RDONLY | os.O_DIRECTORY
    guard("open", (str(root), None, folder))
    guard("open", ("src", None, folder | os.O_NOFOLLOW))
    guard("open", ("a.py", None, os.O_RDONLY | os.O_NOFOLLOW))
    assert noted(journal) == "src/a.py"


@pytest.mark.parametrize(
    ("path", "flags"),
    [
        ("/etc/passwd", os.O_RDONLY),
        ("{root}/out", os.O_RDONLY),
        ("{root}/../secret", os.O_RDONLY),
        ("{root}-beside", os.O_RDONLY),
        ("{root}/src/a.py", os.O_RDWR),
        ("{root}/new", os.O_WRONLY | os.O_CREAT),
        ("..", os.O_RDONLY | os.O_NOFOLLOW),
        ("src/a.py", os.O_RDONLY | os.O_NOFOLLOW),
        ("out", os.O_RDONLY),
    ],
)
def test_what_leads_out_or_writes_is_refused(guard, root, path, flags):
    with pytest.raises(PermissionError):
        guard("open", (path.format(root=root), None, flags))


@pytest.mark.parametrize(
    "event", ["os.system", "os.fork", "os.remove", "subprocess.Popen", "socket.connect", "os.exec"]
)
def test_programs_sockets_and_changes_are_refused(guard, event):
    with pytest.raises(PermissionError):
        guard(event, ())
    guard("compile", ())
    guard("import", ("json",))


def test_only_the_checkout_and_libraries_are_listed(guard, root, tmp_path):
    guard("os.scandir", (str(root),))
    with pytest.raises(PermissionError):
        guard("os.listdir", (str(tmp_path),))


@pytest.fixture
def live(tmp_path):
    folder = tmp_path / "live"
    (folder / "parts").mkdir(parents=True)
    (folder / "parts/1.parquet").write_text("p")
    (folder / "now.csv").write_text("c")
    (folder / "latest.csv").symlink_to("now.csv")
    (folder / "other.csv").write_text("o")
    (folder / "parts/out.parquet").symlink_to(folder / "other.csv")
    return folder


@pytest.fixture
def naming(root, journal, live):
    """The guard of a reader that may read a link and a folder of the operator."""
    (root / "to_live").symlink_to(live / "now.csv")
    (root / "to_parts").symlink_to(live / "parts")
    return Guard(str(root), journal, 0, (str(live / "latest.csv"), str(live / "parts")))


def test_what_the_operator_names_is_read_and_listed(naming, live):
    for name in ("latest.csv", "now.csv", "parts/1.parquet"):
        naming("open", (str(live / name), "r", os.O_RDONLY))
    naming("os.scandir", (str(live / "parts"),))


@pytest.mark.parametrize(
    ("path", "flags"),
    [
        ("{live}/other.csv", os.O_RDONLY),
        ("{live}/parts/out.parquet", os.O_RDONLY),
        ("{live}/parts/../other.csv", os.O_RDONLY),
        ("{live}/latest.csv", os.O_RDWR),
        ("{live}/parts/2.parquet", os.O_WRONLY | os.O_CREAT),
        ("{root}/to_live", os.O_RDONLY),
        ("{root}/to_parts/1.parquet", os.O_RDONLY),
        ("{root}/../live/now.csv", os.O_RDONLY),
    ],
)
def test_what_is_beside_the_named_or_reached_through_the_checkout_is_refused(
    naming, root, live, path, flags
):
    with pytest.raises(PermissionError):
        naming("open", (path.format(root=root, live=live), None, flags))


@pytest.mark.parametrize("folder", ["live", "root/to_parts"])
def test_folders_that_are_not_named_are_not_listed(naming, tmp_path, folder):
    with pytest.raises(PermissionError):
        naming("os.scandir", (str(tmp_path / folder),))


def test_no_file_of_the_checkout_is_blamed_for_a_named_one(naming, root, live, journal):
    naming("open", (str(root / "src/a.py"), "r", os.O_RDONLY))
    naming("open", (str(live / "now.csv"), "r", os.O_RDONLY))
    assert noted(journal) == ""


def test_a_database_may_be_in_memory_and_nowhere_else(guard):
    guard("sqlite3.connect", (":memory:",))
    guard("sqlite3.connect/handle", (object(),))
    for event, argument in [
        ("sqlite3.connect", "mlflow.db"),
        ("sqlite3.connect", "file::memory:?cache=shared"),
        ("sqlite3.load_extension", "x"),
    ]:
        with pytest.raises(PermissionError):
            guard(event, (argument,))


def test_libraries_may_look_up_the_media_types_of_the_machine(guard, journal):
    guard("open", ("/etc/mime.types", "r", os.O_RDONLY))
    assert noted(journal) == ""
    with pytest.raises(PermissionError):
        guard("open", ("/etc/mime.types", "w", os.O_WRONLY))
