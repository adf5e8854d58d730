from pathlib import Path

import mlops_platform.defs
from mlops_platform.defs.embedded_instance import open_instance, prepare_instance
from mlops_platform.defs.embedded_storage import EventLog

PACKAGED = Path(mlops_platform.defs.__file__).with_name("dagster.yaml")


def test_the_packaged_configuration_is_the_one_of_the_repository():
    ours = Path(__file__).parents[2] / "dagster.yaml"
    assert ours.read_text() == PACKAGED.read_text()


def test_the_folder_is_made_with_our_configuration(home):
    folder = prepare_instance()
    assert folder == home / "dagster"
    assert (folder / "dagster.yaml").read_text() == PACKAGED.read_text()


def test_a_configuration_that_the_operator_changed_is_kept():
    changed = prepare_instance() / "dagster.yaml"
    changed.write_text("telemetry: {enabled: false}\n")
    prepare_instance()
    assert changed.read_text() == "telemetry: {enabled: false}\n"


def test_the_instance_is_embedded_and_tells_nobody(home):
    with open_instance() as instance:
        assert isinstance(instance.event_log_storage, EventLog)
        assert Path(instance.event_log_storage.get_db_path()).parent == home / "dagster"
        assert not instance.telemetry_enabled
        assert not instance.nux_enabled
