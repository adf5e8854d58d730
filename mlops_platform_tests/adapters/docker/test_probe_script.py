import ast
import json
import subprocess
import sys
from pathlib import Path

from mlops_platform.adapters.docker import probe_script
from mlops_platform.adapters.docker.safety import Seen

SCRIPT = Path(probe_script.__file__)


def test_it_says_what_it_sees_in_one_line_of_json():
    done = subprocess.run(
        [sys.executable, "-I", "-c", SCRIPT.read_text()],
        env={"PATH": "/usr/bin", "CANARY": "a secret"},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    seen = Seen.model_validate(json.loads(done.stdout))
    assert "CANARY" in seen.variables
    assert "a secret" not in done.stdout
    assert seen.visible_processes > 0
    assert "/" in seen.mounts


def test_it_runs_on_pythons_that_are_older_than_ours():
    tree = ast.parse(SCRIPT.read_text(), feature_version=(3, 8))
    imported = {
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    assert imported <= sys.stdlib_module_names
