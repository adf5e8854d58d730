"""Tests of the repair `unwritable_path`."""

import pytest

from mlops_platform.core.repairs.unwritable_path import repair
from mlops_platform.core.run_plan import PathMapping
from mlops_platform_tests.core.failures.failing import printed, ran

WORKING = PathMapping(path="/kaggle/working", target="outputs/kaggle/working")


@pytest.mark.parametrize(
    "log",
    [
        "PermissionError: [Errno 13] Permission denied: '/kaggle/working'",
        "OSError: [Errno 30] Read-only file system: '/kaggle/working/m.pkl'",
        printed("folder").replace("results/m.txt", "/kaggle/working/m.txt"),
        printed("folder_pd").replace("results/out", "/kaggle/working"),
    ],
)
def test_a_folder_of_outputs_stands_for_it(log: str) -> None:
    change = repair(ran(log))
    assert change is not None
    assert change.plan.path_mappings == (WORKING,)
    assert change.plan.folders == ("outputs/kaggle/working",)
    assert repair(ran(log, change.plan)) is None


@pytest.mark.parametrize(
    "log",
    [
        "PermissionError: [Errno 13] Permission denied: '/usr/lib/x'",
        "PermissionError: [Errno 13] Permission denied: '/box/src/train.py'",
        "PermissionError: [Errno 13] Permission denied: '/opt/env/lib/x'",
        "PermissionError: [Errno 13] Permission denied: 'data/x.csv'",
        printed("folder"),
        printed("data_open"),
        printed("own_key"),
    ],
)
def test_other_places_are_another_matter(log: str) -> None:
    assert repair(ran(log)) is None
