from urllib.parse import urlsplit

import dagster as dg
import pytest
import sqlalchemy as sa
import yaml

from mlops_platform_tests.defs.drawn_platform import draw_platform, run
from mlops_platform_tests.servers.postgres_cluster import postgres_cluster

pytestmark = pytest.mark.integration

MODULE = {"module": "mlops_platform.defs.server_storage", "class": "ServerStorage"}
FEW_CONNECTIONS = 20
"""An analysis stores some hundred events, and Dagster opens a connection for each statement."""


@pytest.fixture(scope="module")
def cluster():
    with postgres_cluster() as started:
        yield started


@pytest.fixture
def instance(cluster, tmp_path):
    place = urlsplit(cluster.address)
    database = {
        "hostname": place.hostname,
        "port": place.port,
        "username": place.username,
        "password": "any",
        "db_name": place.path.strip("/"),
        "scheme": place.scheme,
    }
    storage = {"custom": {**MODULE, "config": {"postgres_db": database}}}
    described = {"telemetry": {"enabled": False}, "storage": storage}
    (tmp_path / "dagster.yaml").write_text(yaml.safe_dump(described))
    with dg.DagsterInstance.from_config(str(tmp_path)) as opened:
        yield opened


def connections_so_far(address: str) -> int:
    engine = sa.create_engine(address, poolclass=sa.NullPool)
    asked = "SELECT sessions FROM pg_stat_database WHERE datname = current_database()"
    with engine.connect() as connection:
        return int(connection.exec_driver_sql(asked).scalar_one())


def test_a_run_is_stored_over_a_few_connections(instance, cluster):
    before = connections_so_far(cluster.address)
    run(draw_platform(), instance)
    assert connections_so_far(cluster.address) - before < FEW_CONNECTIONS
    (kept,) = instance.get_runs()
    assert kept.status is dg.DagsterRunStatus.SUCCESS
    assert instance.get_latest_materialization_event(dg.AssetKey("readiness_report"))


def test_a_database_that_was_started_again_is_found_again(instance, cluster):
    instance.add_dynamic_partitions("repositories", ["before"])
    cluster.restart()
    assert "before" in instance.get_dynamic_partitions("repositories")
    instance.add_dynamic_partitions("repositories", ["after"])
    assert "after" in instance.get_dynamic_partitions("repositories")
