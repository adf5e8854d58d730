"""Training code that leaves traps among its outputs, or changes what it was given."""

import hashlib
import stat
from pathlib import Path

import pytest

from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.integration.foreign_training import SMALL, left_behind, train

pytestmark = pytest.mark.integration

TRAPS = """
import os, socket

honest = b"an honest model " * 1000
open("model.pkl", "wb").write(honest)

os.symlink("/etc/passwd", "passwd_link.pkl")
os.symlink("/", "root_link")
os.symlink("model.pkl", "model_link.pkl")
os.symlink("../../../../../../etc/shadow", "climbing_link.pkl")
os.symlink("loop", "loop")
os.link("train.py", "hard_link.pkl")
os.link("model.pkl", "twin.pkl")
os.mkfifo("pipe.pkl")
socket.socket(socket.AF_UNIX).bind("socket.pkl")
open("setuid.pkl", "wb").write(b"x")
os.chmod("setuid.pkl", 0o6755)
open("closed.pkl", "wb").write(b"unreadable")
os.chmod("closed.pkl", 0)
os.mkdir("closed")
open("closed/inside.pkl", "wb").write(b"behind a closed door")
os.chmod("closed", 0)

os.makedirs("runs/..hidden")
for name in (b"..\\\\..\\\\evil.pkl", b"-rf.pkl", b"new\\nline.pkl", b"\\xff\\xfe.pkl",
             b"\\x1b[31mred.pkl", b"C:evil.pkl", b"con.pkl", b"a" * 251 + b".pkl",
             b"$(touch canary).pkl", b" .pkl",
             "\\u202egpj.pkl".encode()):
    open(b"runs/" + name, "wb").write(b"named " + name)

os.chdir("runs")
for level in range(1500):
    os.mkdir("d")
    os.chdir("d")
open("deep.pkl", "wb").write(b"deep")
print("laid")
"""


@pytest.fixture(autouse=True)
def engine(docker_engine):
    return docker_engine


@pytest.fixture(scope="module")
def trapped(tmp_path_factory, docker_engine):
    """Run the traps once; they catch nobody, or the tests below tell."""
    done = train(tmp_path_factory.mktemp("trapped"), TRAPS)
    assert done.outcome.ending is Ending.SUCCEEDED, done.outcome
    assert "laid" in done.log
    return done


def files_below(folder):
    return {path for path in folder.rglob("*") if not path.is_dir()}


def test_traps_among_the_outputs_catch_nobody(trapped, engine):
    kept = {each.path: each for each in trapped.outcome.outputs}
    links = {"passwd_link.pkl", "root_link", "model_link.pkl", "climbing_link.pkl", "loop"}
    assert not (links | {"pipe.pkl", "socket.pkl", "setuid.pkl"}) & set(kept)
    for path, each in kept.items():
        stored = trapped.folder / each.stored_as
        status = stored.lstat()
        assert stat.S_ISREG(status.st_mode), path
        assert (status.st_nlink, stat.S_IMODE(status.st_mode) & 0o7133) == (1, 0), path
        assert stored.resolve().is_relative_to(trapped.folder)
        assert stored.name.isascii()
        assert hashlib.sha256(stored.read_bytes()).hexdigest() == each.sha256
        assert status.st_size == each.size_bytes
    told = " ".join(trapped.outcome.refused_outputs)
    assert all(name in told for name in ("passwd_link.pkl", "pipe.pkl", "setuid.pkl"))
    assert left_behind(engine, trapped.run_id) == []


def test_the_honest_file_among_the_traps_is_kept(trapped):
    honest = b"an honest model " * 1000
    kept = [path for path in ("model.pkl", "twin.pkl") if trapped.output(path)]
    assert kept
    assert all(trapped.content(path) == honest for path in kept)


def test_names_are_safe_to_show_and_lead_nowhere(trapped):
    outcome = trapped.outcome
    shown = [*(each.path for each in outcome.outputs), *outcome.refused_outputs]
    assert not any(letter in path for path in shown for letter in "\n\r\x1b\u202e\0")
    assert sum("evil.pkl" in path for path in shown) == 2
    everything = files_below(trapped.folder.parent)
    assert everything == {
        trapped.folder.parent / "project" / "train.py",
        *files_below(trapped.folder),
    }


def test_nothing_of_the_machine_is_among_the_outputs(trapped):
    secret = Path("/etc/passwd").read_bytes().splitlines()[0]
    for file in files_below(trapped.folder):
        assert secret not in file.read_bytes()


def test_what_its_owner_closed_is_kept_or_named(trapped):
    told = " ".join(trapped.outcome.refused_outputs)
    for path, content in (
        ("closed.pkl", b"unreadable"),
        ("closed/inside.pkl", b"behind a closed door"),
    ):
        if trapped.output(path) is not None:
            assert trapped.content(path) == content
        else:
            assert path.split("/")[0] in told


def test_an_honest_model_is_kept_as_it_is(tmp_path):
    done = train(
        tmp_path, "open('model.pkl', 'wb').write(b'an honest model ' * 1000); print('accuracy=0.8')"
    )
    assert done.outcome.ending is Ending.SUCCEEDED
    assert done.content("model.pkl") == b"an honest model " * 1000
    assert done.output("model.pkl").change == "new"
    assert done.outcome.refused_outputs == ()


@pytest.mark.parametrize(
    "deed",
    [
        "open('evaluate.py', 'w').write('print(\"accuracy=1.0\")')",
        "import os; os.remove('evaluate.py')",
        "import os; os.remove('evaluate.py'); os.symlink('/dev/null', 'evaluate.py')",
        "import os; os.rename('evaluate.py', 'x'); os.mkdir('evaluate.py')",
        "import os; open('evaluate.py', 'w').write('#'); os.utime('evaluate.py', (946684800,) * 2)",
    ],
)
def test_changed_sources_are_named(tmp_path, deed):
    files = {"evaluate.py": "print('accuracy=0.1')\n", "lib/part.txt": "x"}
    done = train(tmp_path, f"{deed}\nprint('accuracy=0.99')\n", files=files)
    assert "evaluate.py" in done.outcome.modified_sources
    assert (tmp_path / "project" / "evaluate.py").read_text() == files["evaluate.py"]


def test_sources_that_stay_as_they_are_are_a_success(tmp_path):
    files = {"evaluate.py": "print('accuracy=0.1')\n", "data.csv": "a,b\n1,2\n"}
    done = train(
        tmp_path,
        "import evaluate; open('data.csv', 'a').write('3,4\\n'); open('new.py', 'w').write('#')",
        files=files,
    )
    assert done.outcome.ending is Ending.SUCCEEDED
    assert done.outcome.modified_sources == ()
    assert done.output("data.csv").change == "changed"


def test_old_results_of_the_repository_are_not_outputs(tmp_path):
    files = {"model.pkl": b"an old model", "metrics.json": '{"accuracy": 1.0}'}
    done = train(tmp_path, "print('nothing was trained')", files=files)
    assert done.outcome.outputs == ()


def test_a_file_with_holes_is_bounded_by_what_it_says(tmp_path):
    limits = SMALL.model_copy(update={"file_bytes": 8 << 30})
    done = train(
        tmp_path,
        "open('holes.bin', 'wb').truncate(1 << 30); open('model.bin', 'wb').write(b'x')",
        limits=limits,
    )
    assert done.output("holes.bin") is None
    assert any("holes.bin" in why for why in done.outcome.refused_outputs)
    assert sum(file.stat().st_size for file in files_below(done.folder)) < 1 << 20
