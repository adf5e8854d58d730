import subprocess
import sys
from pathlib import Path

import pytest

from mlops_platform.adapters.upath_sections import UPathSections
from mlops_platform.core.settings import BadSettingError, Settings
from mlops_platform.wiring import wire


def test_wiring_creates_nothing(tmp_path):
    wire(Settings(MLOPS_PLATFORM_HOME=tmp_path / "home"))
    assert list(tmp_path.iterdir()) == []


def test_sections_are_under_the_home(tmp_path):
    ports = wire(Settings(MLOPS_PLATFORM_HOME=tmp_path))
    ports.sections.write("readiness_report", "github.com/acme/project", "{}")
    stored = tmp_path / "sections/readiness_report/github.com/acme/project.json"
    assert stored.read_text() == "{}"


def test_sections_can_be_kept_in_any_store(tmp_path):
    address = f"memory://{tmp_path.name}"
    ports = wire(Settings(MLOPS_PLATFORM_HOME=tmp_path, MLOPS_PLATFORM_SECTIONS=address))
    assert isinstance(ports.sections, UPathSections)
    ports.sections.write("readiness_report", "github.com/acme/project", "{}")
    assert ports.sections.repositories("readiness_report") == ("github.com/acme/project",)
    assert not Path(tmp_path / "sections").exists()


def test_nobody_is_asked_for_words_without_a_key(tmp_path, monkeypatch):
    monkeypatch.delenv("GROQ_API_KEY", raising=False)
    ports = wire(Settings(MLOPS_PLATFORM_HOME=tmp_path))
    assert ports.language_model is None
    assert ports.token_budget == 100_000


def test_with_a_key_its_provider_is_asked(tmp_path):
    ports = wire(Settings(MLOPS_PLATFORM_HOME=tmp_path, GROQ_API_KEY="gsk_never_shown"))
    assert ports.language_model.name == "groq/llama-3.3-70b-versatile"
    assert "gsk_never_shown" not in repr(ports)


def test_a_provider_without_its_model_is_one_sentence(tmp_path):
    named = Settings(MLOPS_PLATFORM_HOME=tmp_path, LLM_PROVIDER="openai", OPENAI_API_KEY="its-own")
    with pytest.raises(BadSettingError, match=r"LLM_MODEL_ID is not set; .*\.$"):
        wire(named)


WIRED = """
import sys
from mlops_platform.core.settings import Settings
from mlops_platform.wiring import wire
model = wire(Settings(MLOPS_PLATFORM_HOME=sys.argv[1], LLM_BASE_URL="http://127.0.0.1:9/v1"))
assert model.language_model.name
assert model.language_model.ask([], 1) == ()
print(*sys.modules, sep="\\n")
"""


def test_what_talks_to_a_language_model_is_not_loaded_before_a_question(tmp_path):
    argv = [sys.executable, "-c", WIRED, str(tmp_path)]
    loaded = subprocess.run(argv, capture_output=True, text=True, check=True).stdout.split()
    assert "mlops_platform.adapters.openai_language_model" in loaded
    assert {"openai", "httpx2", "anyio"}.isdisjoint(loaded)
