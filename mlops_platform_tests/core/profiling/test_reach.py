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
