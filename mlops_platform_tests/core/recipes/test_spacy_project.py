from mlops_platform.core.causes import Cause
from mlops_platform_tests.core.plans import commands, plan_of, planning

PROJECT = """
vars:
  config: config.cfg
assets:
  - dest: assets/train.jsonl
    url: https://data.example/train.jsonl
commands:
  - name: convert
    script: ["python scripts/convert.py assets/train.jsonl corpus/train.spacy"]
  - name: train
    script: ["python -m spacy train ${vars.config} --output training"]
workflows:
  all: [convert, train]
"""
FILES = {
    "project.yml": PROJECT,
    "scripts/convert.py": "import spacy\nprint(spacy)\n",
    "config.cfg": "[nlp]\nlang = en\n",
    "requirements.txt": "spacy>=3.5\n",
}


def test_the_workflow_is_its_scripts_in_order(tmp_path):
    found = plan_of(tmp_path, {**FILES, "assets/train.jsonl": "{}\n"})
    assert commands(found) == [
        "prepare: python scripts/convert.py assets/train.jsonl corpus/train.spacy @ .",
        "train: python -m spacy train config.cfg --output training @ .",
    ]
    assert {step.recipe for step in found.steps} == {"spacy_project"}


def test_an_asset_that_is_not_committed_must_be_fetched(tmp_path):
    found = planning(tmp_path, FILES)
    assert found.cause == Cause.DOWNLOAD_NEEDED
    assert "assets/train.jsonl" in found.because
