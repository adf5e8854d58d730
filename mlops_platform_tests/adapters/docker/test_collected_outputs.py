import io
import tarfile

import pytest

from mlops_platform.adapters.docker import collected_outputs
from mlops_platform.adapters.docker.collected_outputs import CollectedOutputs
from mlops_platform.adapters.docker.engine import EngineError
from mlops_platform.adapters.docker.sources_archive import WRITTEN_AT, SourcesArchive
from mlops_platform_tests.drawing import draw_checkout

BEFORE = {"train.py": "print(1)", "params.yaml": "a: 1", "data.csv": "1,2", "model.pkl": "old"}


class Box:
    """A volume after a run, drawn as the engine streams it."""

    def __init__(self, tmp_path):
        self.outputs = tmp_path / "outputs"
        self.outputs.mkdir()
        checkout = draw_checkout(tmp_path, BEFORE, links={"latest": "data.csv"})
        self.sources = SourcesArchive(checkout.root)
        list(self.sources.stream())
        self.buffer = io.BytesIO()
        self.archive = tarfile.TarFile(fileobj=self.buffer, mode="w", format=tarfile.PAX_FORMAT)
        self.present = dict(BEFORE)

    def left(self, path, content=b"", mtime=2e9, kind=tarfile.REGTYPE, mode=0o644, **more):
        entry = tarfile.TarInfo(f"box/{path}")
        entry.type, entry.mtime, entry.mode, entry.size = kind, mtime, mode, len(content)
        for name, value in more.items():
            setattr(entry, name, value)
        self.archive.addfile(entry, io.BytesIO(content))
        self.present.pop(path.removeprefix("src/"), None)

    def collect(self, broken_after=None):
        for path, content in self.present.items():
            self.left_as_it_was(path, content)
        self.archive.close()
        data = self.buffer.getvalue()
        return CollectedOutputs(self.sources, self.outputs).collect(cut(data, broken_after))

    def left_as_it_was(self, path, content):
        entry = tarfile.TarInfo(f"box/src/{path}")
        entry.mtime, entry.size = WRITTEN_AT, len(content)
        self.archive.addfile(entry, io.BytesIO(content.encode()))


def cut(data, broken_after):
    for start in range(0, len(data), 1000):
        if broken_after is not None and start >= broken_after:
            raise EngineError("the engine went away")
        yield data[start : start + 1000]


@pytest.fixture
def box(tmp_path):
    return Box(tmp_path)


def test_a_run_that_leaves_nothing_left_nothing(box):
    left = box.collect()
    assert left == ((), (), ())
    assert list(box.outputs.iterdir()) == []


def test_new_changed_and_rewritten_are_told_apart(box):
    box.left("src/metrics.json", b"{}")
    box.left("src/model.pkl", b"new")
    box.left("src/data.csv", b"1,2")
    left = box.collect()
    assert [(each.path, each.change) for each in left.outputs] == [
        ("data.csv", "rewritten"),
        ("metrics.json", "new"),
        ("model.pkl", "changed"),
    ]
    assert left.modified_sources == ()
    for each in left.outputs:
        assert (box.outputs / each.stored_as).stat().st_size == each.size_bytes


def test_code_and_configuration_that_differ_are_named_and_are_no_outputs(box):
    box.left("src/train.py", b"print(2)", mtime=WRITTEN_AT)
    box.left("src/params.yaml", b"a: 2")
    left = box.collect()
    assert left.modified_sources == ("params.yaml", "train.py")
    assert left.outputs == ()


def test_code_that_was_written_again_as_it_was_is_not_modified(box):
    box.left("src/train.py", b"print(1)")
    assert box.collect().modified_sources == ()


def test_code_that_is_gone_or_became_a_link_is_modified(box):
    box.present.pop("params.yaml")
    box.left("src/train.py", kind=tarfile.SYMTYPE, linkname="/etc/passwd")
    assert box.collect().modified_sources == ("params.yaml", "train.py")


def test_what_lies_in_home_or_the_temporary_folder_is_outside(box):
    box.left("home/results/auc.txt", b"0.9")
    box.left("home/.cache/fonts.json", b"{}")
    box.left("tmp/hydra/model.pt", b"weights")
    left = box.collect()
    assert [(each.path, each.is_outside) for each in left.outputs] == [
        ("/box/home/results/auc.txt", True),
        ("/box/tmp/hydra/model.pt", True),
    ]


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE],
)
def test_what_is_no_regular_file_stays_behind(box, kind):
    box.left("src/odd", kind=kind, linkname="/etc/shadow")
    left = box.collect()
    assert left.outputs == ()
    assert left.refused == ("odd: it is no regular file",)


def test_a_file_that_would_run_as_another_user_stays_behind(box):
    box.left("src/suid", b"x", mode=0o4755)
    assert box.collect().refused == ("suid: it would run as another user",)


@pytest.mark.parametrize(
    "name", ["../../etc/cron", "..", "a/../../x", "x\x1b[31m", "ü/ß", "a" * 300]
)
def test_no_name_decides_where_a_file_is_kept(box, name):
    box.left(f"src/{name}", b"content")
    for each in box.collect().outputs:
        assert "/" not in each.stored_as
        assert "\x1b" not in each.path
        assert (box.outputs / each.stored_as).read_bytes() == b"content"
    assert {each.parent for each in box.outputs.rglob("*")} <= {box.outputs}


def test_links_of_the_checkout_and_ours_are_not_worth_a_word(box):
    box.left("src/latest", kind=tarfile.SYMTYPE, linkname="data.csv", mtime=WRITTEN_AT)
    box.left("src/C:x", kind=tarfile.SYMTYPE, linkname="/box/src/x", mtime=WRITTEN_AT)
    box.left("src/theirs", kind=tarfile.SYMTYPE, linkname="/box/src/x")
    assert box.collect().refused == ("theirs: it is no regular file",)


def test_caches_of_tools_are_no_outputs(box):
    box.left("src/pkg/__pycache__/a.pyc", b"x")
    box.left("src/.ipynb_checkpoints/a.ipynb", b"x")
    assert box.collect() == ((), (), ())


def test_budgets_hold_and_what_is_beyond_is_named(box, monkeypatch):
    monkeypatch.setattr(collected_outputs, "MOST_FILES", 3)
    monkeypatch.setattr(collected_outputs, "LARGEST_BYTES", 2 << 20)
    monkeypatch.setattr(collected_outputs, "MOST_REFUSED", 2)
    box.left("src/large", b"x" * (3 << 20))
    for number in range(10):
        box.left(f"src/out/{number}", b"x")
    left = box.collect()
    assert [each.path for each in left.outputs] == ["out/0", "out/1", "out/2"]
    assert left.refused == (
        "large: it is larger than 2 MiB",
        "out/3: 3 files are kept already",
        "6 more files",
    )


def test_all_files_together_are_bounded(box, monkeypatch):
    monkeypatch.setattr(collected_outputs, "MOST_BYTES", 2 << 20)
    for number in range(3):
        box.left(f"src/{number}", bytes([number]) * (1 << 20))
    left = box.collect()
    assert len(left.outputs) == 2
    assert left.refused == ("2: 2 MiB are kept already",)


def test_what_was_read_before_the_engine_went_away_is_kept(box):
    box.left("src/first.txt", b"1")
    box.left("src/second.bin", bytes(1_000_000))
    left = box.collect(broken_after=500_000)
    assert [each.path for each in left.outputs] == ["first.txt"]
    assert "could not be read" in left.refused[0]
    assert left.modified_sources == ()
    assert [each.name for each in box.outputs.iterdir()] == [left.outputs[0].stored_as]


def test_time_is_bounded(box, monkeypatch):
    monkeypatch.setattr(collected_outputs, "MOST_SECONDS", -1.0)
    box.left("src/first.txt", b"1")
    left = box.collect()
    assert left.outputs == ()
    assert "not read within" in left.refused[0]


def test_many_thousands_of_files_do_not_hang(box):
    for number in range(20_000):
        box.left(f"src/many/{number}")
    left = box.collect()
    assert len(left.outputs) == 2000
    assert left.refused[-1] == f"{18_000 - 50} more files"
