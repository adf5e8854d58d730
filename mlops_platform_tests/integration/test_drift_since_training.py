"""From a registered model to drift: MLflow keeps the profile, a real reader compares with it."""

import csv
import io
from functools import partial

import pytest

from mlops_platform.adapters.mlflow_model_registry import MlflowModelRegistry
from mlops_platform.adapters.subprocess_isolation import SubprocessIsolation
from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.learned_table import keep_learned
from mlops_platform.core.lifecycle import Signature, State
from mlops_platform.core.observe_operation import Tables, observe_operation
from mlops_platform.core.profiling.data_files import find_data_files
from mlops_platform.core.recall_profile import recall_profile, with_profile
from mlops_platform_tests.core.drawn_candidate import drawn_candidate
from mlops_platform_tests.core.rules.cases import data, profile
from mlops_platform_tests.drawing import draw_checkout
from mlops_platform_tests.integration.analyzed_repository import EXAMPLE, KEY
from mlops_platform_tests.servers.governed_database import client_of, governed_database

pytestmark = pytest.mark.integration
BY = Signature(actor="ann")
TABLE = "data/customers.csv"
LEARNED = (EXAMPLE / TABLE).read_text()
MODEL = "version 1 of acme.churn"


def dearer(text):
    """Let every customer pay half as much again, and the second half only be there."""
    rows = list(csv.DictReader(io.StringIO(text)))[1000:]
    for row in rows:
        row["monthly_charge"] = f"{float(row['monthly_charge']) * 1.5:.2f}"
    written = io.StringIO()
    table = csv.DictWriter(written, rows[0].keys(), lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    """A registry with one model in production, which learned from the example's table."""
    folder = tmp_path_factory.mktemp("world")
    addresses = governed_database(folder)
    client = client_of(addresses)
    place = client.create_experiment(KEY, artifact_location=str(folder / "artifacts"))
    run = client.create_run(place).info.run_id
    checkout = draw_checkout(folder / "then", {TABLE: LEARNED})
    known = profile(datasets=find_data_files(checkout, read_repository(checkout)))
    kept = keep_learned(SubprocessIsolation(), checkout, known, None)
    models = MlflowModelRegistry(addresses)
    models.register(with_profile(drawn_candidate(run), kept), BY)
    for state in (State.APPROVED, State.PRODUCTION):
        models.transition("acme.churn", 1, state, BY)
    # Another one asks, as another process would.
    return MlflowModelRegistry(addresses)


def observed(registry, tmp_path, table, current=None):
    checkout = draw_checkout(tmp_path, {TABLE: table})
    datasets = find_data_files(checkout, read_repository(checkout))
    entry = CatalogEntry(repository=KEY, current=str(current), target="churned")
    tables = Tables(
        data(datasets=datasets),
        entry if current else None,
        partial(recall_profile, registry, KEY),
    )
    return observe_operation(SubprocessIsolation(), checkout, profile(datasets=datasets), tables)


def test_live_data_are_held_against_what_the_model_learned_from(registry, tmp_path):
    live = tmp_path / "live.csv"
    live.write_text(dearer(LEARNED))
    drift = observed(registry, tmp_path / "tree", LEARNED, live).drift
    assert drift is not None
    assert drift.reference == f"{TABLE} (learned by {MODEL})"
    assert (drift.source, drift.current, drift.target) == ("live", "live.csv", "churned")
    assert (drift.reference_rows, drift.current_rows) == (2000, 1000)
    moved = [feature.name for feature in drift.features if feature.level != "none"]
    assert moved == ["monthly_charge"]


def test_a_later_commit_is_held_against_it_too(registry, tmp_path):
    drift = observed(registry, tmp_path, dearer(LEARNED)).drift
    assert drift is not None
    assert (drift.source, drift.files) == ("model", (TABLE,))
    moved = [feature.name for feature in drift.features if feature.level != "none"]
    assert moved == ["monthly_charge"]


def test_the_same_commit_says_that_nothing_is_new(registry, tmp_path):
    facts = observed(registry, tmp_path, LEARNED)
    assert facts.drift is None
    assert facts.unobserved == f"`{TABLE}` is still what {MODEL} learned from"


def test_mlflow_keeps_no_cell_of_a_text(registry):
    version = registry.version("acme.churn", 1)
    sha256 = dict(version.evidence)["training_profile_sha256"]
    text = registry.document(version, f"training_profiles/{sha256}.json")
    names = {
        cell
        for row in csv.DictReader(io.StringIO(LEARNED))
        for cell in row.values()
        if not cell.replace(".", "").isdigit() and len(cell) > 3
    }
    assert names
    assert not [name for name in names if f'"{name}"' in text]
    assert registry.document(version, "training_profiles/other.json") is None
