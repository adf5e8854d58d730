import pytest

from mlops_platform.adapters.catalog_checkouts import CatalogCheckouts
from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.checkout import Checkout, Revision
from mlops_platform_tests.drawing import REVISION, draw_checkout
from mlops_platform_tests.fakes.catalog import DeclaredRepositories

CATALOG = DeclaredRepositories(
    CatalogEntry(repository="github.com/acme/stable", ref="v1"),
    CatalogEntry(repository="github.com/acme/plain"),
)


class AskedCheckouts:
    """Checkouts that remember what they were asked for."""

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout
        self.asked: list[object] = []

    def fetch(self, repository: str, ref: str | None = None) -> Checkout:
        self.asked.append((repository, ref))
        return self.checkout

    def at(self, revision: Revision) -> Checkout:
        self.asked.append(revision)
        return self.checkout

    def newest_commit(self, repository: str, ref: str | None = None) -> str:
        self.asked.append(("newest", repository, ref))
        return self.checkout.revision.commit


@pytest.mark.parametrize(
    ("repository", "ref", "asked"),
    [
        ("github.com/acme/stable", None, "v1"),
        ("github.com/acme/stable", "main", "main"),
        ("github.com/acme/plain", None, None),
        ("github.com/acme/other", None, None),
    ],
)
def test_the_ref_is_the_asked_one_else_the_catalog_s(tmp_path, repository, ref, asked):
    inner = AskedCheckouts(draw_checkout(tmp_path, {}))
    CatalogCheckouts(inner, CATALOG).fetch(repository, ref)
    assert inner.asked == [(repository, asked)]


def test_a_revision_is_asked_for_as_it_is(tmp_path):
    inner = AskedCheckouts(draw_checkout(tmp_path, {}))
    assert CatalogCheckouts(inner, CATALOG).at(REVISION) is inner.checkout
    assert inner.asked == [REVISION]


def test_the_newest_commit_is_that_of_the_ref_that_would_be_fetched(tmp_path):
    inner = AskedCheckouts(draw_checkout(tmp_path, {}))
    checkouts = CatalogCheckouts(inner, CATALOG)
    assert checkouts.newest_commit("github.com/acme/stable") == REVISION.commit
    assert checkouts.newest_commit("github.com/acme/stable", "main") == REVISION.commit
    assert inner.asked == [
        ("newest", "github.com/acme/stable", "v1"),
        ("newest", "github.com/acme/stable", "main"),
    ]
