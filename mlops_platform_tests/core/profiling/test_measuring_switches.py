"""A program that trains is started with its switch where it shall only measure."""

from pathlib import Path

import pytest

from mlops_platform_tests.core.profiling.test_entry_points import MAIN, entries_of


@pytest.mark.parametrize(
    ("switch", "command"),
    [
        ("'--validate-only', action='store_true'", "python train.py --validate-only"),
        ("'--evaluate', action='store_true'", "python train.py --evaluate"),
        ("'--test-only-once', action='store_true'", "python train.py"),
        ("'--eval-only', default='all'", "python train.py"),
    ],
)
def test_a_training_that_can_only_measure_is_started_so(
    tmp_path: Path, switch: str, command: str
) -> None:
    files = {
        "train.py": "from settings import parse\nfrom sklearn.metrics import f1_score\n"
        "from sklearn.svm import SVC\n\n\ndef main():\n    args = parse()\n"
        f"    SVC().fit([[1]], [0])\n    f1_score([1], [1])\n{MAIN}",
        "settings.py": "import argparse\n\n\ndef parse():\n"
        f"    p = argparse.ArgumentParser()\n    p.add_argument({switch})\n"
        "    return p.parse_args()\n",
    }
    found = entries_of(tmp_path, files)
    assert [each.command for each in found.evaluation] == [command]
    assert [each.command for each in found.training] == ["python train.py"]
