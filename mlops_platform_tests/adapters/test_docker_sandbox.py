"""The sandbox as its port promises it, on a real engine; hostile programs are tried elsewhere."""

import pytest

from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker_sandbox import DockerSandbox
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.run_log import read_run_log
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.run_plan import Environment, PathMapping, Purpose
from mlops_platform_tests.adapters.docker.drawn_runs import (
    SETTINGS,
    SMALL,
    order,
    plan,
    program,
    step,
)
from mlops_platform_tests.drawing import draw_checkout

FILES = {"train.py": "print('loss: 0.5')", "data/train.csv": "a,b\n1,2\n"}


class Ran:
    def __init__(self, tmp_path, asked, settings=SETTINGS, files=FILES):
        self.folder = tmp_path / "outputs"
        self.folder.mkdir()
        self.shown = []
        self.order = order(asked)
        checkout = draw_checkout(tmp_path, files)
        self.outcome = DockerSandbox(settings).run(
            self.order, checkout, self.folder, self.shown.append
        )

    def content(self, path):
        (found,) = [each for each in self.outcome.outputs if each.path == path]
        return (self.folder / found.stored_as).read_text()

    def lines(self):
        log = (self.folder / self.outcome.log.file).read_text()
        return [(each.phase, each.source, each.text) for each in read_run_log(log.splitlines())]

    def left_behind(self):
        label = f"mlops-platform.run={self.order.run_id}"
        return [*Engine().containers(label), *Engine().volumes(label)]


def test_without_an_engine_there_are_no_pythons_and_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/none.sock")
    sandbox = DockerSandbox(SETTINGS)
    assert sandbox.pythons() == ()
    for ask in (sandbox.probe, sandbox.sweep):
        with pytest.raises(PlatformError):
            ask()


@pytest.mark.integration
def test_steps_run_in_order_over_one_volume(docker_engine, tmp_path):
    asked = plan(
        program("open('made.txt', 'w').write('1')", purpose=Purpose.PREPARE),
        step("python", "train.py"),
        program("print(open('made.txt').read())", purpose=Purpose.EVALUATE),
    )
    ran = Ran(tmp_path, asked)
    assert ran.outcome.ending is Ending.SUCCEEDED, ran.outcome
    assert [each.name for each in ran.outcome.phases] == ["install", "prepare", "train", "evaluate"]
    assert ran.lines()[-2:] == [("train", "stdout", "loss: 0.5"), ("evaluate", "stdout", "1")]
    assert ran.content("made.txt") == "1"
    assert ran.outcome.modified_sources == ()
    assert "loss: 0.5" in "".join(ran.shown)
    assert ran.outcome.image.startswith("sha256:")
    assert ran.left_behind() == []


@pytest.mark.integration
def test_a_step_that_fails_is_the_last_one_and_its_outputs_are_kept(docker_engine, tmp_path):
    asked = plan(
        program("import sys; open('half', 'w').write('x'); print('no', file=sys.stderr); 1 / 0"),
        program("open('never', 'w')", purpose=Purpose.EVALUATE),
    )
    ran = Ran(tmp_path, asked)
    assert ran.outcome.ending is Ending.FAILED
    assert "exit code 1" in ran.outcome.because
    assert [each.path for each in ran.outcome.outputs] == ["half"]
    assert "ZeroDivisionError" in ran.outcome.log.tail
    assert ("train", "stderr", "no") in ran.lines()


@pytest.mark.integration
def test_time_is_one_limit_for_all_steps(docker_engine, tmp_path):
    limits = SMALL.model_copy(update={"run_seconds": 4})
    sleep = "import time; print('epoch 1', flush=True); time.sleep(3)"
    ran = Ran(tmp_path, plan(program(sleep), program(sleep), limits=limits))
    assert ran.outcome.ending is Ending.TIMED_OUT
    assert ran.outcome.cause == "time_limit"
    assert len(ran.outcome.phases) == 3
    assert ran.outcome.phases[-1].passed_deadline
    assert ran.left_behind() == []


@pytest.mark.integration
def test_memory_and_disk_end_a_run_by_name(docker_engine, tmp_path):
    (tmp_path / "memory").mkdir()
    ran = Ran(tmp_path / "memory", plan(program("x = bytearray(b'x' * (600 << 20))")))
    assert ran.outcome.ending is Ending.OUT_OF_MEMORY
    assert ran.outcome.phases[-1].was_out_of_memory
    (tmp_path / "disk").mkdir()
    fill = """
import time
for number in range(9):
    open(str(number), "wb").write(bytes(100 << 20))
time.sleep(60)
"""
    limits = SMALL.model_copy(update={"disk_bytes": 200 << 20})
    ran = Ran(tmp_path / "disk", plan(program(fill), limits=limits))
    assert ran.outcome.ending is Ending.OUT_OF_DISK
    assert ran.outcome.cause == "disk_limit"
    assert "209715200 are allowed" in ran.outcome.because


@pytest.mark.integration
def test_paths_of_an_author_lead_into_the_repository(docker_engine, tmp_path):
    mappings = (
        PathMapping(path="/home/author/project", target="."),
        PathMapping(path="/srv/author/data", target="data"),
        PathMapping(path=r"C:\Users\me\train.csv", target="data/train.csv"),
        PathMapping(path="/etc/passwd", target="data/train.csv"),
    )
    read = (
        "for path in ('/home/author/project/data/train.csv', '/srv/author/data/train.csv',"
        " r'C:\\Users\\me\\train.csv'): assert open(path).read() == 'a,b\\n1,2\\n', path\n"
        "open('/home/author/project/model.txt', 'w').write('m')"
    )
    ran = Ran(tmp_path, plan(program(read), path_mappings=mappings))
    assert ran.outcome.ending is Ending.SUCCEEDED, ran.outcome.log.tail
    assert [each.path for each in ran.outcome.outputs] == ["model.txt"]
    assert ran.outcome.refused_outputs == ("the path /etc/passwd was not mapped",)
    images = Engine().images("mlops-platform.passing")
    assert not [each for each in images if "links" in str(each["RepoTags"])]


@pytest.mark.integration
def test_folders_import_paths_and_variables_are_as_planned(docker_engine, tmp_path):
    look = (
        "import lib, os; open('models/best/a', 'w').write(os.environ['EPOCHS'] + lib.NAME)\n"
        "open(os.path.expanduser('~/report.txt'), 'w').write('h')\n"
        "import tempfile; open(tempfile.mkdtemp() + '/t.txt', 'w').write('t')"
    )
    asked = plan(
        program(look, place="src"),
        folders=("src/models/best",),
        import_paths=("code",),
        variables=(("EPOCHS", "3"),),
    )
    ran = Ran(tmp_path, asked, files={"code/lib.py": "NAME = 'x'", "src/train.py": ""})
    assert ran.outcome.ending is Ending.SUCCEEDED, ran.outcome.log.tail
    assert ran.content("src/models/best/a") == "3x"
    outside = [each.path for each in ran.outcome.outputs if each.is_outside]
    assert "/box/home/report.txt" in outside
    assert any(path.startswith("/box/tmp/") and path.endswith("/t.txt") for path in outside)


@pytest.mark.integration
def test_sources_that_were_edited_are_named(docker_engine, tmp_path):
    edit = "open('train.py', 'a').write('#'); open('data/train.csv', 'a').write('3,4')"
    ran = Ran(tmp_path, plan(program(edit)))
    assert ran.outcome.modified_sources == ("train.py",)
    assert [(each.path, each.change) for each in ran.outcome.outputs] == [
        ("data/train.csv", "changed")
    ]


@pytest.mark.integration
def test_what_the_engine_has_not_is_refused_in_one_sentence(docker_engine, tmp_path):
    for name, settings, python, cause in (
        ("runtime", SETTINGS._replace(runtime="no-such-runtime"), "3.11", "engine_unavailable"),
        ("python", SETTINGS, "3.6", "python_not_available"),
    ):
        (tmp_path / name).mkdir()
        environment = Environment(python=python, source="x")
        ran = Ran(tmp_path / name, plan(program(""), environment=environment), settings)
        assert (ran.outcome.ending, ran.outcome.cause) == (Ending.NOT_RUNNABLE, cause)
        assert ran.outcome.because.count(".\n") == 0
        assert ran.outcome.phases == ()
        assert ran.left_behind() == []


@pytest.mark.integration
def test_gpus_that_are_not_there_are_refused(docker_engine, tmp_path):
    limits = SMALL.model_copy(update={"gpus": "all"})
    ran = Ran(tmp_path, plan(program(""), limits=limits))
    assert (ran.outcome.ending, ran.outcome.cause) == (Ending.NOT_RUNNABLE, "gpu_needed")
    assert "EXECUTION_GPUS" in ran.outcome.because


@pytest.mark.integration
def test_the_probe_holds_and_the_pythons_are_told(docker_engine):
    sandbox = DockerSandbox(SETTINGS)
    assert sandbox.probe().unmet == ()
    assert "3.11" in sandbox.pythons()
    sandbox.sweep()


@pytest.mark.integration
def test_limits_are_examined_before_a_run_where_verdicts_are_kept(docker_engine, tmp_path):
    settings = SETTINGS._replace(verdicts=tmp_path / "verdicts")
    ran = Ran(tmp_path, plan(step("python", "train.py")), settings)
    assert ran.outcome.ending is Ending.SUCCEEDED, ran.outcome
    assert len(list((tmp_path / "verdicts").iterdir())) == 1
