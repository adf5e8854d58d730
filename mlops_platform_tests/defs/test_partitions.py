import dagster as dg
import pytest

from mlops_platform.core.errors import RefusedRepositoryError
from mlops_platform.core.settings import load_settings
from mlops_platform.defs.partitions import REPOSITORIES, REPOSITORY_SET, register_repository
from mlops_platform_tests.defs.drawn_platform import KEY, draw_platform, run

BAD_KEYS = [
    "https://github.com/acme/project",
    "GitHub.com/acme/project",
    "github.com/acme/project.git",
    "github.com/acme",
    "github.com/acme/../project",
    "../../etc/passwd",
    "-rf",
    " github.com/acme/project",
    "github.com/acme/pro\tject",
    "github.com/a...b/c",
    "127.0.0.1/acme/project",
    "local/project",
    "",
]


def known(instance: dg.DagsterInstance) -> list[str]:
    return list(instance.get_dynamic_partitions(REPOSITORY_SET))


def test_a_run_registers_its_key_on_first_use():
    with dg.DagsterInstance.ephemeral() as instance:
        run(draw_platform(), instance, "project_profile")
        run(draw_platform(), instance, "project_profile")
        assert known(instance) == [KEY]


@pytest.mark.parametrize("key", BAD_KEYS)
def test_any_other_spelling_is_refused_and_not_registered(key):
    with dg.DagsterInstance.ephemeral() as instance:
        with pytest.raises(RefusedRepositoryError):
            register_repository(instance, key)
        assert known(instance) == []


def test_a_run_of_a_refused_key_does_not_start():
    platform = draw_platform()
    with dg.DagsterInstance.ephemeral() as instance:
        with pytest.raises(RefusedRepositoryError):
            run(platform, instance, "project_profile", key="../../etc/passwd")
        assert platform.checkouts.asked == []
        assert instance.get_runs() == []


@pytest.mark.parametrize("key", ["gitlab.com/group/sub/name", "local/project-0123456789ab"])
def test_other_canonical_keys_are_registered(key):
    with dg.DagsterInstance.ephemeral() as instance:
        register_repository(instance, key)
        assert known(instance) == [key]


def test_a_host_that_the_operator_named_may_have_a_port(monkeypatch):
    key = "git.example:8443/acme/project"
    with dg.DagsterInstance.ephemeral() as instance:
        with pytest.raises(RefusedRepositoryError):
            register_repository(instance, key)
        monkeypatch.setenv("MLOPS_PLATFORM_ALLOWED_HOSTS", "git.example:8443")
        load_settings.cache_clear()
        register_repository(instance, key)
        assert known(instance) == [key]


def test_a_partition_that_was_added_in_the_ui_is_known():
    with dg.DagsterInstance.ephemeral() as instance:
        instance.add_dynamic_partitions(REPOSITORY_SET, [KEY])
        assert REPOSITORIES.get_partition_keys(dynamic_partitions_store=instance) == [KEY]
