from datetime import date

from mlops_platform_tests.core.plans import PLAIN, ROWS, TRAIN, plan_of

TEXT = """
import cv2
import yaml
from PIL import Image
from torch.utils.tensorboard import SummaryWriter
try:
    import wandb
except ImportError:
    wandb = None
"""


def test_imports_become_distributions_by_checked_names_only(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "train.py": TEXT + TRAIN}).environment
    assert found.source == "inferred_from_imports"
    assert found.requirements == (
        "opencv-python-headless",
        "pandas",
        "pillow",
        "pyyaml",
        "scikit-learn",
        "tensorboard",
        "torch",
    )
    assert found.as_of == date(2024, 3, 10)


def test_a_name_that_nobody_checked_is_left_out_and_said(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "train.py": "import leftpadz\n" + TRAIN}).environment
    assert "leftpadz" not in found.requirements
    assert found.left_out == ("leftpadz: is imported, and no checked distribution brings it",)


def test_a_name_that_the_repository_declares_elsewhere_is_known(tmp_path):
    files = {
        "a/train.py": "import leftpadz\n" + TRAIN.replace("data/", "a/data/"),
        "a/data/rows.csv": ROWS,
        "docs/requirements.txt": "leftpadz==1.0\n",
    }
    assert "leftpadz" in plan_of(tmp_path, files).environment.requirements


def test_only_files_that_the_start_reaches_count(tmp_path):
    files = {
        **PLAIN,
        "train.py": "from features import make\n" + TRAIN,
        "features.py": "import numpy\ndef make(): return numpy.ones(3)\n",
        "serve.py": "import flask\n",
    }
    assert plan_of(tmp_path, files).environment.requirements == ("numpy", "pandas", "scikit-learn")


def test_what_pandas_loads_for_a_call_is_asked_for(tmp_path):
    text = TRAIN + 'df.to_parquet("out.parquet")\n'
    assert "pyarrow" in plan_of(tmp_path, {**PLAIN, "train.py": text}).environment.requirements
