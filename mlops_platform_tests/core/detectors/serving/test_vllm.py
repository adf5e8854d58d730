from pathlib import Path

from mlops_platform.core.detectors.serving.vllm import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "serve.py": "from vllm import LLM\n",
    }
    assert sight(tmp_path, detect, files) == "vllm used: serve.py:1"


def test_its_image_is_use(tmp_path: Path) -> None:
    files = {
        "Dockerfile": "FROM vllm/vllm-openai:v0.6.0\n",
    }
    assert sight(tmp_path, detect, files) == "vllm used: Dockerfile:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "vllm\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "vllm not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": "# import vllm\nchoice = \"vllm\"\nprint('import vllm')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
