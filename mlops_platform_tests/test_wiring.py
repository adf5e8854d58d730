from pathlib import Path

from mlops_platform.adapters.upath_sections import UPathSections
from mlops_platform.core.settings import Settings
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
