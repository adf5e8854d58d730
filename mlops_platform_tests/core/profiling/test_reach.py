"""Calls are followed through the files of a repository."""

from pathlib import Path

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.reach import Program
from mlops_platform_tests.drawing import draw_checkout


def reached(tmp_path: Path, files: dict[str, str], start: str) -> set[tuple[str, str]]:
    code = read_checkout(draw_checkout(tmp_path, files)).code
    program = Program(code.files)
    return {
        (visit.scope.path, call.name)
        for visit in program.reach(start)
        for call in program.calls.get(visit.scope, ())
    }


def test_functions_are_followed_into_other_files(tmp_path: Path) -> None:
    files = {
        "run.py": "from lib.work import go\nimport lib.more as m\ngo()\nm.again()\n",
        "lib/__init__.py": "",
        "lib/work.py": "def go():\n    helper()\n\ndef helper():\n    print(1)\n\n"
        "def never():\n    exit(1)\n",
        "lib/more.py": "def again():\n    len([])\n",
    }
    found = reached(tmp_path, files, "run.py")
    assert {("lib/work.py", "print"), ("lib/more.py", "len")} <= found
    assert ("lib/work.py", "exit") not in found


def test_making_a_class_reaches_its_methods(tmp_path: Path) -> None:
    files = {
        "run.py": "class Job:\n    def run(self):\n        print(1)\n\njob = Job()\njob.run()\n"
    }
    assert ("run.py", "print") in reached(tmp_path, files, "run.py")


PIPELINE = (
    "class Pipeline:\n    def __init__(self):\n        open(1)\n"
    "    def train(self):\n        print(1)\n"
    "    def predict(self):\n        len([])\n"
)


def test_making_an_object_runs_no_method_that_others_call(tmp_path: Path) -> None:
    files = {
        "lib/pipe.py": PIPELINE,
        "lib/__init__.py": "from .pipe import Pipeline\n",
        "train.py": "from lib import Pipeline\nPipeline().train()\n",
        "serve.py": "from lib import Pipeline\npipe = Pipeline()\npipe.predict()\n",
    }
    served = reached(tmp_path, files, "serve.py")
    assert {("lib/pipe.py", "open"), ("lib/pipe.py", "len")} <= served
    assert ("lib/pipe.py", "print") not in served
    assert ("lib/pipe.py", "print") in reached(tmp_path, files, "train.py")


def test_making_an_object_runs_what_nobody_calls_by_name(tmp_path: Path) -> None:
    files = {
        "run.py": "from pool import submit\nfrom lib import Job\nsubmit(Job().work)\n",
        "lib.py": "class Job:\n    def work(self):\n        print(1)\n"
        "    @property\n    def size(self):\n        len([])\n",
        "other.py": "from there import thing\nthing.size()\n",
    }
    assert {("lib.py", "print"), ("lib.py", "len")} <= reached(tmp_path, files, "run.py")


def test_a_library_calls_the_methods_of_its_classes(tmp_path: Path) -> None:
    files = {
        "run.py": "import frame\nclass Job(frame.Base):\n    def fit(self):\n        print(1)\n\n"
        "frame.go(Job())\n",
        "other.py": "from there import thing\nthing.fit()\n",
    }
    assert ("run.py", "print") in reached(tmp_path, files, "run.py")


def test_what_wraps_a_class_may_call_its_methods(tmp_path: Path) -> None:
    files = {
        "run.py": "import pool\n@pool.remote\nclass Job:\n    def fit(self):\n        print(1)\n\n"
        "[each.fit.remote() for each in [Job.options(1).remote()]]\n",
        "other.py": "from there import thing\nthing.fit()\n",
    }
    assert ("run.py", "print") in reached(tmp_path, files, "run.py")


def test_an_inherited_method_may_call_its_own(tmp_path: Path) -> None:
    files = {
        "base.py": "class Base:\n    def run(self):\n        self.fit()\n"
        "    def fit(self):\n        pass\n",
        "job.py": "from base import Base\nclass Job(Base):\n    def fit(self):\n        print(1)\n",
        "run.py": "from job import Job\njob = Job()\njob.run()\n",
    }
    assert ("job.py", "print") in reached(tmp_path, files, "run.py")


def test_circles_end(tmp_path: Path) -> None:
    files = {"run.py": "def a():\n    b()\n\ndef b():\n    a()\n\na()\n"}
    assert reached(tmp_path, files, "run.py") == {("run.py", "a"), ("run.py", "b")}


def test_a_neighbour_comes_before_a_file_of_the_same_name_elsewhere(tmp_path: Path) -> None:
    files = {
        "a/run.py": "import model\nmodel.go()\n",
        "a/model.py": "def go():\n    print(1)\n",
        "b/model.py": "def go():\n    exit(1)\n",
    }
    assert ("a/model.py", "print") in reached(tmp_path, files, "a/run.py")
