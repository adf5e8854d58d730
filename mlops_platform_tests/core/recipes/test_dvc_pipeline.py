from mlops_platform.core.causes import Cause
from mlops_platform_tests.core.plans import PLAIN, TRAIN, commands, plan_of, planning

PIPELINE = """
stages:
  train:
    cmd: python train.py data/rows.csv ${model}
    deps: [data/rows.csv, train.py]
    outs: [model.pkl]
  clean:
    cmd: python clean.py raw.csv data/rows.csv
    deps: [raw.csv, clean.py]
    outs: [data/rows.csv]
  report:
    cmd: python report.py
    deps: [model.pkl]
"""
FILES = {
    "train.py": "import sys\nprint(sys.argv[1], sys.argv[2])\n" + TRAIN,
    "clean.py": "import sys\nprint(sys.argv[1], sys.argv[2])\n",
    "report.py": "print(1)\n",
    "params.yaml": "model: model.pkl\n",
    "dvc.yaml": PIPELINE,
}


def test_stages_before_the_training_are_run_in_order(tmp_path):
    found = plan_of(tmp_path, {**FILES, "raw.csv": "a,y\n1,0\n"})
    assert commands(found) == [
        "prepare: python clean.py raw.csv data/rows.csv @ .",
        "train: python train.py data/rows.csv model.pkl @ .",
    ]
    assert {step.recipe for step in found.steps} == {"dvc_pipeline"}


def test_a_stage_whose_outputs_are_committed_is_not_run(tmp_path):
    found = plan_of(tmp_path, {**FILES, "data/rows.csv": PLAIN["data/rows.csv"]})
    assert commands(found) == ["train: python train.py data/rows.csv model.pkl @ ."]


def test_a_source_that_is_only_a_pointer_is_missing_and_its_remote_is_said(tmp_path):
    pointer = "outs:\n- md5: 22a1a2931c8370d3aeedd7183606fd7f\n  size: 14445097\n  path: raw.csv\n"
    config = "['remote \"storage\"']\n    url = https://remote.example/store\n"
    found = planning(tmp_path, {**FILES, "raw.csv.dvc": pointer, ".dvc/config": config})
    assert found.cause == Cause.DATA_MISSING
    assert "raw.csv is only a pointer" in found.because
    assert "https://remote.example/store" in found.because
