from mlops_platform.core.planning.needed_modules import is_covered, needed_modules
from mlops_platform_tests.core.plans import PLAIN, planning_facts

CODE = """
import numpy as np
from helper import load
try:
    import cupy
except ImportError:
    cupy = None

def called():
    import seaborn

def never_called():
    import plotly

called()
if np.ones(1):
    import torch
"""


def test_what_starting_runs_is_needed_and_nothing_else(tmp_path):
    files = {**PLAIN, "main.py": CODE, "helper.py": "import yaml\ndef load(): ...\n"}
    found = needed_modules(("main.py",), planning_facts(tmp_path, files))
    assert [each.distribution for each in found] == ["numpy", "seaborn", "pyyaml"]
    assert (found[0].evidence.path, found[0].evidence.line) == ("main.py", 2)


def test_a_module_is_covered_by_any_distribution_that_brings_it(tmp_path):
    files = {**PLAIN, "main.py": "import cv2, joblib, tensorflow, leftpadz\n"}
    cv2, joblib, leftpadz, tensorflow = needed_modules(
        ("main.py",), planning_facts(tmp_path, files)
    )
    assert is_covered(cv2, frozenset({"opencv-python"}))
    assert is_covered(joblib, frozenset({"scikit-learn"}))
    assert is_covered(tensorflow, frozenset({"tensorflow-cpu"}))
    assert is_covered(leftpadz, frozenset({"leftpadz"}))
    assert not is_covered(cv2, frozenset({"numpy"}))
