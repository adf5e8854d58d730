import pytest

from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker.environment_image import EnvironmentImages, Site
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.adapters.docker.labels import Tags
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.run_plan import Environment, Limits
from mlops_platform_tests.adapters.docker.drawn_runs import SETTINGS, SMALL
from mlops_platform_tests.drawing import draw_checkout

pytestmark = pytest.mark.integration

BACKEND = """
import pathlib, zipfile
INFO = {
    "METADATA": ["Metadata-Version: 2.1", "Name: drawn", "Version: 1.0", ""],
    "WHEEL": ["Wheel-Version: 1.0", "Root-Is-Purelib: true", "Tag: py3-none-any", ""],
    "RECORD": [],
}
def build_wheel(folder, *_):
    name = "drawn-1.0-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        wheel.writestr("drawn_module.py", "VALUE = 7")
        for file, lines in INFO.items():
            wheel.writestr(f"drawn-1.0.dist-info/{file}", chr(10).join(lines))
    return name
"""
PROJECT = {
    "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "backend"\n'
    'backend-path = ["."]\n[project]\nname = "drawn"\nversion = "1.0"\n',
    "backend.py": BACKEND,
}


class Images:
    def __init__(self, tmp_path):
        self.engine = Engine()
        self.log = KeptLog(tmp_path / "log.txt", lambda _: None, str)
        self.base = self.engine.image("python:3.11-slim")["Id"]
        self.repository = f"github.com/acme/{tmp_path.name}"
        self.made = []

    def install(self, environment, checkout, limits=SMALL, settings=SETTINGS):
        site = Site(self.engine, settings, Tags("image-tests", "images", 1), self.log)
        found = EnvironmentImages(site, self.base, self.repository, limits).install(
            environment, checkout
        )
        self.made.append(found.image)
        return found


@pytest.fixture
def images(docker_engine, tmp_path):
    images = Images(tmp_path)
    yield images
    for image in dict.fromkeys(reversed(images.made)):
        if image:
            images.engine.remove_image(image)


def test_a_project_is_installed_once_and_found_again_until_it_changes(images, tmp_path):
    checkout = draw_checkout(tmp_path, PROJECT)
    environment = Environment(python="3.11", source="pyproject", builds_project=True)
    first = images.install(environment, checkout)
    assert first.phase.ending is Ending.SUCCEEDED, images.log.close().tail
    assert not first.phase.is_cached
    again = images.install(environment, checkout)
    assert again.phase.is_cached
    assert (again.image, again.packages) == (first.image, first.packages)
    draw_checkout(tmp_path, {"new.py": ""})
    assert not images.install(environment, checkout).phase.is_cached


def test_nothing_of_the_installation_but_the_environment_is_kept(images, tmp_path):
    settings = SETTINGS._replace(index_url="http://me:s3cret@127.0.0.1:9/simple")
    environment = Environment(python="3.11", source="none", bounds=("drawn-by-keep<1",))
    found = images.install(environment, draw_checkout(tmp_path, {}), settings=settings)
    image = images.engine.image(found.image)
    assert "s3cret" not in str(image)
    assert image["Config"]["Labels"]["mlops-platform.run"] == ""
    container = images.engine.create({"Image": found.image, "Entrypoint": ["true"]})
    try:
        listed = b"".join(images.engine.get(container, "/opt"))
        assert b"s3cret" not in listed
        assert b"uv.toml" not in listed
        boxed = b"".join(images.engine.get(container, "/box"))
        assert b"install" not in boxed
    finally:
        images.engine.remove(container)


def test_the_next_environment_of_a_repository_begins_with_the_last_one(images, tmp_path):
    checkout = draw_checkout(tmp_path, PROJECT)
    environment = Environment(python="3.11", source="pyproject", builds_project=True)
    first = images.install(environment, checkout)
    without = environment.model_copy(update={"builds_project": False})
    second = images.install(without, checkout)
    parent = images.engine.image(second.image)["RootFS"]["Layers"][:-1]
    assert parent == images.engine.image(first.image)["RootFS"]["Layers"]
    container = images.engine.create({"Image": second.image, "Entrypoint": ["true"]})
    try:
        listed = b"".join(images.engine.get(container, "/opt/env"))
        assert b"drawn" not in listed
    finally:
        images.engine.remove(container)
    images.repository = "github.com/somebody/else"
    other = images.install(without, checkout)
    assert not other.phase.is_cached
    layers = images.engine.image(other.image)["RootFS"]["Layers"]
    assert layers[:-1] == images.engine.image(images.base)["RootFS"]["Layers"]


def test_what_cannot_be_installed_fails_with_its_log(images, tmp_path):
    settings = SETTINGS._replace(index_url="http://me:s3cret@127.0.0.1:9/simple")
    environment = Environment(python="3.11", source="x", requirements=("no-such-package==1",))
    found = images.install(environment, draw_checkout(tmp_path, {}), settings=settings)
    assert (found.image, found.phase.ending) == ("", Ending.FAILED)
    assert "exit code" in found.because
    tail = images.log.close().tail
    assert "no-such-package" in tail


def test_a_python_that_the_image_has_not_is_named(images, tmp_path):
    environment = Environment(python="3.8", source="x")
    found = images.install(environment, draw_checkout(tmp_path, {}))
    assert (found.image, found.cause) == ("", "python_not_available")
    assert found.phase.ending is Ending.NOT_RUNNABLE


def test_an_option_is_no_package_of_the_system(images, tmp_path):
    environment = Environment(python="3.11", source="x", system_packages=("-o=x",))
    found = images.install(environment, draw_checkout(tmp_path, {}))
    assert found.phase.ending is Ending.NOT_RUNNABLE
    assert "Debian" in found.because


def test_an_installation_that_takes_too_long_is_ended(images, tmp_path):
    slow = {**PROJECT, "backend.py": "import time; time.sleep(600)"}
    environment = Environment(python="3.11", source="pyproject", builds_project=True)
    limits = Limits(install_seconds=5)
    found = images.install(environment, draw_checkout(tmp_path, slow), limits=limits)
    assert found.phase.ending is Ending.TIMED_OUT
    assert found.phase.duration_seconds < 20
