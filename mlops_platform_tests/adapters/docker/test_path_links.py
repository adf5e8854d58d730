import io
import tarfile

import pytest

from mlops_platform.adapters.docker.labels import DEADLINE, PASSING, RUN, Tags
from mlops_platform.adapters.docker.path_links import (
    linked_image,
    refused_mappings,
    root_links,
    working_directory_links,
)
from mlops_platform.adapters.docker.sources_archive import END
from mlops_platform.core.run_plan import Environment, PathMapping, Purpose, RunPlan, RunStep


def plan(*mappings, places=(".",)):
    return RunPlan(
        environment=Environment(python="3.11", source="x"),
        steps=tuple(
            RunStep(
                purpose=Purpose.TRAIN,
                arguments=("python",),
                working_directory=place,
                recipe="x",
                because="x",
            )
            for place in places
        ),
        path_mappings=tuple(PathMapping(path=path, target=target) for path, target in mappings),
    )


def links(asked):
    data = b"".join(working_directory_links(asked)) + END
    return {
        entry.name: entry.linkname if entry.issym() else None
        for entry in tarfile.open(fileobj=io.BytesIO(data))
    }


def test_a_path_from_the_root_becomes_a_link_outside_the_volume():
    asked = plan(("/home/author/project", "."), ("/content/drive/data", "data"))
    assert root_links(asked) == {
        "/home/author/project": "/box/src",
        "/content/drive/data": "/box/src/data",
    }
    assert refused_mappings(asked) == ()


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/", "."), ("/usr/local/lib", "."), ("/etc/passwd", "x"), ("/box/src", "."),
        ("/opt/env/bin", "."), ("/tmp/x", "."), ("/proc/self", "."), ("/home/../etc", "."),
        ("/data", "../out"), ("/data", "/etc"), ("../x", "."), ("", "."),
    ],
)  # fmt: skip
def test_places_of_the_system_and_paths_that_climb_are_refused(path, target):
    asked = plan((path, target))
    assert root_links(asked) == {}
    assert links(asked) == {}
    assert refused_mappings(asked) == (path,)


def test_opt_is_free_but_for_the_environment():
    assert root_links(plan(("/opt/ml/input", "data"))) == {"/opt/ml/input": "/box/src/data"}


def test_a_windows_path_is_a_name_in_each_working_directory():
    asked = plan((r"C:\Users\me\x.csv", "data/x.csv"), places=(".", "src/models"))
    assert links(asked) == {
        r"src/C:\Users\me\x.csv": "/box/src/data/x.csv",
        r"src/src/models/C:\Users\me\x.csv": "/box/src/data/x.csv",
    }


def test_a_drive_with_slashes_becomes_folders():
    assert links(plan(("D:/data/x.csv", "x.csv"))) == {
        "src/D:": None,
        "src/D:/data": None,
        "src/D:/data/x.csv": "/box/src/x.csv",
    }


class NotingEngine:
    """Fits what laying links asks of an engine; its container is left, as when we die."""

    def create(self, configuration):
        self.container = configuration
        return "0123456789abcdef"

    def put(self, container, path, archive):
        self.laid = b"".join(archive)

    def commit(self, container, repository, tag, configuration):
        self.image = configuration
        return f"{repository}:{tag}"

    def remove(self, container):
        self.removed = container


def test_a_sweep_finds_the_container_that_links_are_laid_in_and_the_image():
    engine, labels = NotingEngine(), Tags("platform", "run-1", 1).labels("links", 60)
    links = {"/home/author": "/box/src", "/home/author/data": "/box/src/data"}
    image = linked_image(engine, "sha256:1", links, labels)
    assert image == "mlops-platform/links:0123456789ab"
    assert engine.container["Labels"] == labels
    kept = engine.image["Labels"]
    assert (kept[RUN], kept[PASSING]) == ("", labels[DEADLINE])
    assert engine.removed == "0123456789abcdef"
    with tarfile.open(fileobj=io.BytesIO(engine.laid)) as archive:
        folder, link = archive.getmembers()  # nothing can be laid below a link
    assert (folder.name, link.name, link.linkname) == ("home", "home/author", "/box/src")
