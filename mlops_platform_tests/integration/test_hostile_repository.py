"""One repository that holds every trick at once: a whole report, and nothing runs or leaks."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from markdown_it import MarkdownIt

from mlops_platform_tests.servers.bare_repositories import Link, Submodule, make_bare_repository
from mlops_platform_tests.servers.git_server import serve_repositories
from mlops_platform_tests.servers.language_model_stub import (
    LanguageModelStub,
    serve_language_model,
)
from mlops_platform_tests.servers.well_behaved_answer import well_behaved

pytestmark = pytest.mark.integration

CANARY = "canary-of-the-host"
URL = "https://github.com/acme/trap"
ALIASES = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
)
STATED = """\
network: bridge
limits: {memory: 64g}
training:
- {path: ../../../../../etc/passwd, command: cat}
- {path: linked/etc/passwd, command: cat}
waivers:
- {rule: project_profile/every_rule, reason: all}
- rule: mlops_readiness/changes_are_logged
  reason: "\\e[31m<script>alert(2)</script>![x](http://127.0.0.1:9/dot.png)"
"""
TRAIN = "from sklearn.svm import SVC\nSVC().fit([[0], [1]], [0, 1])\n"
HONEST = "requirements.txt"


class World(NamedTuple):
    """A served repository, and a platform's home beside a file that nobody may read."""

    home: Path
    touched: Path
    environment: dict[str, str]
    stub: LanguageModelStub

    def analyze(self, format_name: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [
                sys.executable,
                "-P",
                "-m",
                "mlops_platform.cli",
                "analyze",
                URL,
                "--format",
                format_name,
            ],
            env=self.environment,
            capture_output=True,
            timeout=300,
            check=False,
        )


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("hostile")
    secret, touched = folder / "secret.txt", folder / "touched"
    secret.write_text(f"{CANARY}==1.0\n")
    runs = f"import os\nopen({str(touched)!r}, 'w').close()\n"
    files = {
        "train.py": TRAIN,
        HONEST: "scikit-learn==1.5.0\nhonest-package==1.0\n",
        "conf/requirements.txt": Link(str(secret)),
        "linked": Link("/"),
        "data.csv": Link("/etc/passwd"),
        ".gitmodules": f'[submodule "x"]\npath = x\nurl = ext::sh -c "touch {touched}"\n',
        "x": Submodule(),
        ".mlops-platform.yaml": STATED,
        "setup.py": runs,
        "conftest.py": runs,
        "sitecustomize.py": runs,
        ".github/workflows/bomb.yml": f"{ALIASES}\njobs:\n  a:\n    steps: *a11\n",
        "dvc.yaml": "stages: " + "[" * 5000,
        "deep.ipynb": '{"cells":' + "[" * 100_000 + "]" * 100_000 + "}",
        "not_json.ipynb": "<html>not a notebook</html>",
        "nested.py": "x = " + "(" * 90_000 + ")" * 90_000,
        "nul.py": b"import os\0\0\n",
        "huge_number.toml": "x = " + "9" * 100_000,
        "latin.py": b"# caf\xe9 \xff\xfe\nimport xgboost\n",
        "<script>alert(1)</script>.py": "import torch\ntorch.load('m.pt')\n",
        "red\x1b[31m.py": "import lightgbm\n",
        "bidi\u202eyp.py": "import catboost\n",
        b"raw\xff\xfe.py": "import keras\n",
        "README.md": "# \x1b[31mred\n![x](http://127.0.0.1:9/pixel.png)<script>alert(1)</script>\n",
    }
    make_bare_repository(folder / "served/acme", "trap", files, date="99999999999999 +0000")
    with (
        serve_repositories(folder / "served") as server,
        serve_language_model(well_behaved) as stub,
    ):
        home = folder / "home"
        environment = os.environ | {
            "MLOPS_PLATFORM_HOME": str(home),
            "MLOPS_PLATFORM_GIT_MIRRORS": f"github.com={server.url}",
            "LLM_BASE_URL": stub.url,
        }
        yield World(home, touched, environment, stub)


@pytest.fixture(scope="module")
def report(world: World) -> dict[str, Any]:
    done = world.analyze("json")
    assert done.returncode == 0, done.stderr
    whole: dict[str, Any] = json.loads(done.stdout)
    return whole


def test_the_report_is_whole_and_the_honest_files_are_read(report: dict[str, Any]) -> None:
    facts = report["sections"]["project_profile"]["facts"]
    names = {entry["name"] for entry in facts["frameworks"]}
    assert {"scikit-learn", "xgboost", "lightgbm", "catboost", "pytorch"} <= names
    assert facts["training_entry_points"][0]["path"] == "train.py"
    assert "honest-package" in [entry["name"] for entry in facts["dependencies"]]
    assert all(section["failure"] == "" for section in report["sections"].values())
    unread = {entry["path"] for entry in facts["unread"]} | {
        entry["path"] for entry in facts["code"]["unparsed"]
    }
    assert {"deep.ipynb", "not_json.ipynb", "nested.py", "nul.py", "dvc.yaml"} <= unread


def test_what_it_states_reaches_no_setting_and_no_score(report: dict[str, Any]) -> None:
    stated = report["sections"]["project_profile"]["facts"]["declaration"]
    assert stated["training"] == []
    assert [mistake["line"] for mistake in stated["mistakes"]] == [1, 2, 4, 5, 7]
    findings = report["sections"]["mlops_readiness"]["findings"]
    (waived,) = [finding for finding in findings if finding["waived"]]
    assert (waived["rule"], waived["outcome"]) == ("changes_are_logged", "unmet")
    assert waived["total_points"] > 0


@pytest.mark.parametrize("format_name", ["json", "html", "markdown", "sarif", "badge"])
def test_nothing_outside_is_shown_and_nothing_active(world: World, format_name: str) -> None:
    done = world.analyze(format_name)
    assert done.returncode == 0, done.stderr
    for leaked in (CANARY.encode(), b"root:x:0:0", str(world.home).encode(), b"Traceback"):
        assert leaked not in done.stdout + done.stderr
    assert b"\x1b" not in done.stdout
    assert "\u202e".encode() not in done.stdout
    if format_name in {"html", "markdown"}:
        page = done.stdout.decode()
        if format_name == "markdown":
            assert "<script>alert" in page, "in a code span, which is inert"
            page = MarkdownIt("gfm-like", {"linkify": True, "html": True}).render(page)
        assert "<script>alert" not in page
        assert "pixel.png" not in page


def test_a_language_model_is_shown_nothing_outside_and_nothing_active(
    world: World, report: dict[str, Any]
) -> None:
    assert report["interpretation"]["interpretation"]
    assert world.stub.requests
    for request in world.stub.requests:
        said = "".join(message["content"] for message in request.body["messages"])
        for leaked in (CANARY, "root:x:0:0", str(world.home), "<script", "\x1b", "\u202e"):
            assert leaked not in said


def test_nothing_of_it_ran(world: World) -> None:
    world.analyze("json")
    assert not world.touched.exists()


def test_the_trap_would_be_noticed(world: World, tmp_path: Path) -> None:
    """The same code, run as a careless platform would, does touch the file."""
    (tmp_path / "setup.py").write_text(f"open({str(world.touched)!r}, 'w').close()\n")
    subprocess.run([sys.executable, "setup.py"], cwd=tmp_path, check=True)
    assert world.touched.exists()
    world.touched.unlink()
