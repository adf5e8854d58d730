import os

import pytest

from mlops_platform.adapters.second_reader import FEWEST_FILES
from mlops_platform.adapters.subprocess_isolation import SubprocessIsolation
from mlops_platform.core.gather.project_profile import gather_project_profile
from mlops_platform.core.sections.project_profile import ProjectProfileFacts
from mlops_platform_tests.adapters import spread_readers as readers
from mlops_platform_tests.adapters.started_readers import StartedReaders
from mlops_platform_tests.drawing import draw_checkout

pytestmark = pytest.mark.integration
READERS = min(2, len(os.sched_getaffinity(0)))
MANY = {f"f{number:03}": f"text {number:03}" for number in range(FEWEST_FILES)}
EARLY_AND_LATE = ("f000", "f040")


@pytest.mark.parametrize(("files", "processes"), [(MANY, READERS), ({"a": "x"}, 1)])
def test_many_files_are_read_by_two_processes_and_few_by_one(tmp_path, files, processes):
    seen = StartedReaders().run(readers.count_processes, draw_checkout(tmp_path, files))
    assert len(set(seen.texts)) == processes


@pytest.mark.parametrize("path", EARLY_AND_LATE)
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("eat", "more than 400 MiB of memory"),
        ("loop", "longer than 1 seconds of processor time"),
        ("crash", "crashed the reader (SIGSEGV)"),
        ("raise", "raised KeyError"),
    ],
)
def test_a_file_that_kills_either_reader_is_set_aside_and_the_rest_is_read(
    tmp_path, path, text, reason
):
    seen = StartedReaders().run(readers.read_shared, draw_checkout(tmp_path, MANY | {path: text}))
    assert seen.texts == tuple(each for name, each in MANY.items() if name != path)
    (aside,) = seen.unread
    assert aside.path == path
    assert reason in aside.reason


@pytest.mark.parametrize("reader", [readers.fork_by_itself, readers.start_programs])
def test_neither_reader_may_start_anything(tmp_path, reader):
    seen = StartedReaders().run(reader, draw_checkout(tmp_path, MANY))
    assert len(seen.texts) == READERS
    assert all("is not for readers" in each for each in seen.texts)


def test_a_profile_is_the_same_by_one_reader_and_by_two(tmp_path):
    code = {
        f"package/m{n}.py": f"from package import m{n + 1}\nm{n + 1}.run({n})" for n in range(99)
    }
    checkout = draw_checkout(tmp_path, code | {"package/broken.py": "def ("})
    shared = SubprocessIsolation().run(ProjectProfileFacts, "project_profile", checkout)
    assert shared == gather_project_profile(checkout)


def test_what_tasks_give_is_in_their_order_whoever_does_them(tmp_path):
    seen = StartedReaders().run(readers.read_shared, draw_checkout(tmp_path, MANY))
    assert seen.texts == tuple(MANY.values())
