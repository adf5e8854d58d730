import time

import pytest

from mlops_platform.adapters.docker.engine import Engine, NotThereError
from mlops_platform.adapters.docker.kept_images import (
    DEEPEST,
    ENVIRONMENTS,
    SYSTEMS,
    KeptImage,
    KeptImages,
)

pytestmark = pytest.mark.integration

BASE = "python:3.11-slim"


class Shelf:
    def __init__(self):
        self.engine = Engine()
        self.base = self.engine.image(BASE)["Id"]
        self.repository = f"github.com/acme/kept-{time.monotonic_ns()}"
        self.images = KeptImages(self.engine, self.repository)
        self.made = []

    def keep(self, below, packages=("numpy==2.0",)):
        container = self.engine.create(
            {"Image": below.image, "Labels": {"mlops-platform.run": "x"}}
        )
        try:
            key = f"key{len(self.made)}x{time.monotonic_ns()}"
            self.made.append(self.images.keep(container, key, self.base, below, packages))
        finally:
            self.engine.remove(container)
        return key


@pytest.fixture
def shelf(docker_engine):
    shelf = Shelf()
    yield shelf
    for image in reversed(shelf.made):
        shelf.engine.remove_image(image)


def test_an_image_is_found_by_its_key_with_its_packages(shelf):
    key = shelf.keep(KeptImage(shelf.base), ("a==1", "b==2"))
    assert shelf.images.find(ENVIRONMENTS, key) == KeptImage(shelf.made[0], ("a==1", "b==2"))
    assert shelf.images.find(ENVIRONMENTS, "no-such-key") is None
    assert shelf.images.find(SYSTEMS, key) is None


def test_an_image_carries_nothing_of_the_run_that_made_it(shelf):
    shelf.keep(KeptImage(shelf.base))
    labels = shelf.engine.image(shelf.made[0])["Config"]["Labels"]
    assert labels["mlops-platform.run"] == ""


def test_a_repository_begins_with_its_own_last_image_and_not_for_ever(shelf):
    for depth in range(DEEPEST):
        below = shelf.images.begin_with(shelf.base)
        assert below.depth == depth
        shelf.keep(below)
        time.sleep(1.1)
    assert shelf.images.begin_with(shelf.base).depth == DEEPEST - 1
    other = KeptImages(shelf.engine, "github.com/somebody/else-entirely")
    assert other.begin_with(shelf.base) == KeptImage(shelf.base)
    assert shelf.images.begin_with("sha256:other") == KeptImage("sha256:other")


def test_a_system_is_kept_for_every_repository(shelf):
    container = shelf.engine.create({"Image": shelf.base})
    key = f"key{time.monotonic_ns()}"
    try:
        image = shelf.images.keep_system(container, key)
    finally:
        shelf.engine.remove(container)
    assert KeptImages(shelf.engine, "github.com/a/b").find(SYSTEMS, key) == KeptImage(image)
    shelf.engine.remove_image(image)
    with pytest.raises(NotThereError):
        shelf.engine.image(image)
