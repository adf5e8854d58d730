from mlops_platform_tests.core.facts.reading_commands import said

PROJECT = """\
vars:
  config: ner.cfg
workflows:
  all: [convert, train]
commands:
  - name: convert
    script:
      - "python scripts/convert.py"
  - name: train
    script:
      - "python -m spacy train ${vars.config} --gpu ${vars.gpu}"
  - name: clean
    help: "no script"
  - name: tune
    script: ["python tune.py"]
"""


def test_scripts_are_named_by_the_workflow_that_runs_them(tmp_path):
    assert said(tmp_path, {"ner/project.yml": PROJECT}) == [
        ("spacy_project", "all", "python scripts/convert.py", "ner", 8),
        ("spacy_project", "all", "python -m spacy train ner.cfg --gpu ${vars.gpu}", "ner", 11),
        ("spacy_project", "tune", "python tune.py", "ner", 15),
    ]


def test_a_project_file_of_another_tool_gives_no_commands(tmp_path):
    assert said(tmp_path, {"project.yml": "name: x\ncommands: [a, 1]\nworkflows: no\n"}) == []
