"""CI files of every system, and only where the system looks."""

import pytest

from mlops_platform_tests.core.facts.reading_automation import only, read


def test_a_github_workflow(tmp_path):
    text = """\
name: ci
on:
  push: {branches: [main]}
  schedule: [{cron: "0 0 * * *"}]
env: {run: "python not_a_command.py"}
jobs:
  run:
    uses: acme/flows/.github/workflows/x.yml@v1
  test:
    steps:
      - uses: actions/checkout@v4
        with: {run: nothing, script: "console.log(1)"}
      - name: one
        run: pip install -r requirements.txt
      - run: |
          # comment
          python train.py \\
            --epochs 1

          pytest
      - run: >-
          dvc
          repro
"""
    pipeline = only(tmp_path, ".github/workflows/ci.yml", text)
    assert pipeline.system == "github_actions"
    assert pipeline.triggers == ("push", "schedule")
    assert pipeline.commands == (
        ("pip install -r requirements.txt", 14),
        ("python train.py --epochs 1", 17),
        ("pytest", 20),
        ("dvc repro", 22),
    )
    assert pipeline.actions == (
        ("acme/flows/.github/workflows/x.yml@v1", 8),
        ("actions/checkout@v4", 11),
    )


@pytest.mark.parametrize(
    ("on", "triggers"),
    [
        ("on: push", ("push",)),
        ("on: [push, pull_request]", ("push", "pull_request")),
        ("'on': {workflow_dispatch: }", ("workflow_dispatch",)),
        ("name: x", ()),
    ],
)
def test_triggers_of_a_workflow(tmp_path, on, triggers):
    assert only(tmp_path, ".github/workflows/a.yaml", f"{on}\njobs: {{}}\n").triggers == triggers


SYSTEMS = [
    (
        "gitlab_ci",
        ".gitlab-ci.yml",
        (
            "image: python:3.11\ntrain:\n  script:\n"
            "    - !reference [.setup, script]\n    - python train.py\n"
        ),
        ("push",),
        (("python train.py", 5),),
        ("python:3.11",),
    ),
    (
        "azure_pipelines",
        "ci/azure-pipelines-train.yml",
        (
            "trigger: [main]\npr: none\nsteps:\n- task: Bash@3\n  inputs:\n"
            "    script: python train.py\n- script: pytest\n"
        ),
        ("push",),
        (("python train.py", 6), ("pytest", 7)),
        ("Bash@3",),
    ),
    (
        "azure_pipelines",
        ".pipelines/steps-template.yml",
        "parameters: {x: 1}\nsteps:\n- bash: python train.py\n- template: other.yml\n",
        (),
        (("python train.py", 3),),
        ("other.yml",),
    ),
    (
        "circleci",
        ".circleci/config.yml",
        (
            "version: 2.1\norbs: {python: circleci/python@2}\njobs:\n  b:\n    steps:\n"
            "      - run: pytest\n"
            "      - run:\n          command: python train.py\n"
        ),
        ("push",),
        (("pytest", 6), ("python train.py", 8)),
        ("circleci/python@2",),
    ),
    (
        "travis",
        ".travis.yml",
        "language: python\ninstall: pip install .\nscript:\n  - pytest\n",
        ("push",),
        (("pip install .", 2), ("pytest", 4)),
        (),
    ),
    (
        "bitbucket",
        "bitbucket-pipelines.yml",
        (
            "pipelines:\n  default:\n    - step:\n        script:\n"
            "          - pytest\n          - pipe: a/b:1\n"
        ),
        ("default",),
        (("pytest", 5),),
        ("a/b:1",),
    ),
    (
        "drone",
        ".drone.yml",
        "kind: pipeline\nsteps:\n- image: python\n  commands: [pytest]\n---\nkind: secret\n",
        (),
        (("pytest", 4),),
        ("python",),
    ),
    (
        "buildkite",
        ".buildkite/pipeline.yml",
        "steps:\n  - command: pytest\n    plugins:\n      - docker#v1: {image: x}\n",
        (),
        (("pytest", 2),),
        ("docker#v1",),
    ),
    (
        "appveyor",
        "appveyor.yml",
        "install:\n  - pip install .\n",
        ("push",),
        (("pip install .", 2),),
        (),
    ),
    ("cirrus", ".cirrus.yml", "task:\n  test_script: pytest\n", ("push",), (("pytest", 2),), ()),
    (
        "google_cloud_build",
        "deploy/cloudbuild.yaml",
        (
            "steps:\n- name: gcr.io/cloud-builders/docker\n  args: [build, -t, x, .]\n"
            "- name: python\n  entrypoint: bash\n  args:\n  - -c\n  - |\n    python train.py\n"
        ),
        (),
        (("docker build -t x .", 3), ("python train.py", 9)),
        ("gcr.io/cloud-builders/docker", "python"),
    ),
    (
        "aws_codebuild",
        "buildspec.yml",
        "version: 0.2\nphases:\n  build:\n    commands:\n      - python train.py\n",
        (),
        (("python train.py", 5),),
        (),
    ),
    (
        "woodpecker",
        ".woodpecker/test.yml",
        "steps:\n  test:\n    image: python\n    commands:\n      - pytest\n",
        (),
        (("pytest", 5),),
        ("python",),
    ),
]


@pytest.mark.parametrize("case", SYSTEMS, ids=lambda case: case[1])
def test_a_pipeline_of_each_system(tmp_path, case):
    system, path, text, triggers, commands, actions = case
    pipeline = only(tmp_path, path, text)
    assert (pipeline.system, pipeline.triggers, pipeline.commands) == (system, triggers, commands)
    assert tuple(name for name, _ in pipeline.actions) == actions


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("sub/.github/workflows/ci.yml", "on: push\njobs: {}\n"),
        ("{{ cookiecutter.x }}/.github/workflows/ci.yml", "on: push\njobs: {}\n"),
        (".github/dependabot.yml", "version: 2\n"),
        (".github/actions/a/action.yml", "runs: {steps: []}\n"),
        (".github/workflows/README.md", "jobs"),
        (".github/workflows/notes.yml", "just: notes\n"),
        ("sub/.travis.yml", "script: pytest\n"),
        ("pipelines/training.yaml", "components: {}\npipelineSpec: {}\nsteps: []\ntrigger: x\n"),
        ("pipelines/config.yml", "parameters: {a: 1}\nvariables: {}\n"),
        ("src/Jenkinsfile.md", "how to write one"),
        ("third_party/x/.circleci/config.yml", "jobs: {}\n"),
    ],
)
def test_what_no_system_would_run_is_no_pipeline(tmp_path, path, text):
    assert read(tmp_path, {path: text}).pipelines == ()


def test_an_action_that_runs_the_linters_it_is_given_runs_them(tmp_path):
    text = """\
on: push
jobs:
  lint:
    steps:
      - uses: wearerequired/lint-action@v1
        with:
          black: true
          flake8: true
          auto_fix: true
          black_auto_fix: true
"""
    pipeline = only(tmp_path, ".github/workflows/lint.yml", text)
    assert pipeline.commands == (("black", 7), ("flake8", 8))


def test_a_folder_of_cloud_builds_holds_pipelines(tmp_path):
    text = 'steps:\n  - name: "gcr.io/cloud-builders/gcloud"\n    args: [run, deploy, api]\n'
    pipeline = only(tmp_path, "ops/cloudbuild/images.yaml", text)
    assert pipeline.system == "google_cloud_build"
    assert pipeline.commands == (("gcloud run deploy api", 3),)
    assert read(tmp_path, {"ops/cloudbuild/values.yaml": "a: 1\n"}).pipelines == (pipeline,)
