"""Dagster's instance on this machine: a folder in the platform's home, made on first use."""

import shutil
from pathlib import Path

import dagster as dg

from mlops_platform.core.settings import load_settings
from mlops_platform.defs.embedded_storage import FOLDER

CONFIG = "dagster.yaml"
SILENT_COMPUTE_LOGS = {
    "compute_logs": {
        "module": "dagster._core.storage.noop_compute_log_manager",
        "class": "NoOpComputeLogManager",
    }
}


def prepare_instance() -> Path:
    """Make the folder that DAGSTER_HOME should name; a configuration that is there is kept."""
    folder = load_settings().home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / CONFIG).exists():
        shutil.copyfile(Path(__file__).with_name(CONFIG), folder / CONFIG)
    return folder


def open_instance() -> dg.DagsterInstance:
    """Open the instance for runs inside this process, whose output stays on its terminal."""
    # Capturing would turn the process's own stderr, with its progress bar, into a log file.
    return dg.DagsterInstance.local_temp(str(prepare_instance()), SILENT_COMPUTE_LOGS)
