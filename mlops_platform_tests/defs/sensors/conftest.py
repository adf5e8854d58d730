from collections.abc import Iterator

import dagster as dg
import pytest

from mlops_platform_tests.defs.drawn_platform import DrawnPlatform, draw_platform


@pytest.fixture
def platform() -> DrawnPlatform:
    """A platform on fakes, with an empty catalog."""
    return draw_platform()


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    """An instance on disk: a sensor resolves partitions on no other."""
    with dg.instance_for_test() as made:
        yield made
