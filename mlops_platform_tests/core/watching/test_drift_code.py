import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.watching.drift_code import (
    candidates,
    code_schedules,
    drift_checks,
    watching_pages,
)
from mlops_platform_tests.core.rules.cases import declared, used
from mlops_platform_tests.drawing import draw_checkout


def files(tmp_path, source, path="monitor.py"):
    checkout = draw_checkout(tmp_path, {path: source})
    return candidates(checkout, read_repository(checkout))


@pytest.mark.parametrize(
    "source",
    [
        "def calculate_psi(a, b): ...",
        "def detect_drift(a, b): ...",
        "def data_drift_report(a): ...",
        "def run_data_drift_check(a): ...",
        "def drift_report(a): ...",
        "from river.drift import ADWIN",
    ],
)
def test_functions_that_measure_drift(tmp_path, source):
    (place,) = drift_checks(files(tmp_path, source), ())
    assert (place.evidence.path, place.evidence.line) == ("monitor.py", 1)


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("def psi_function(wave): ...", "quantum.py"),
        ("# drift\ndef train(): ...", "train.py"),
        ("def calculate_psi(a, b): ...", "tests/test_psi.py"),
        ("drift = 1", "a.py"),
        ("def drift_reference_path(self): ...", "settings.py"),
        ("def random_drift(x): ...", "physics.py"),
    ],
)
def test_look_alikes(tmp_path, source, path):
    assert drift_checks(files(tmp_path, source, path), ()) == ()


def test_tools_in_use_count_and_declared_ones_do_not():
    tools = [used("evidently", "report.py", 4), declared("nannyml"), used("prometheus")]
    assert [place.name for place in drift_checks([], tools)] == ["evidently"]


@pytest.mark.parametrize(
    "source",
    [
        "from airflow import DAG\ndag = DAG('x', schedule_interval='@daily')",
        "from dagster import ScheduleDefinition\nScheduleDefinition(job=j, cron_schedule='0 0')",
        "import schedule\nschedule.every().day.do(work)",
        "from celery.schedules import crontab\ncrontab(hour=3)",
        "from celery import Celery\nCelery('x').conf.update(beat_schedule={'t': jobs})",
        "from prefect import flow\n@flow\ndef f(): ...\nf.serve(name='n', cron='0 6 * * *')",
    ],
)
def test_work_that_is_given_to_a_scheduler(tmp_path, source):
    assert len(code_schedules(files(tmp_path, source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from airflow import DAG\ndag = DAG('x', schedule_interval=None)",
        "from airflow import DAG\ndag = DAG('x', schedule='@once')",
        "from prefect import flow\n@flow\ndef f(): ...\nf.serve(name='n')",
        "schedule = [0.1, 0.01]\nstep(schedule)",
        "from torch.optim.lr_scheduler import StepLR\nStepLR(o)",
    ],
)
def test_what_runs_only_when_asked(tmp_path, source):
    assert code_schedules(files(tmp_path, source)) == ()


def test_a_file_that_speaks_of_nothing_is_not_parsed(tmp_path):
    assert files(tmp_path, "def train(): ...") == []


@pytest.mark.parametrize(
    ("source", "path", "is_page"),
    [
        ("import streamlit as st\nst.line_chart(drift)", "src/monitoring/dashboard.py", True),
        ("import streamlit as st\nst.line_chart(drift)", "app/pages/data_drift.py", True),
        ("import streamlit as st\nst.line_chart(drift)", "app/dashboard.py", False),
        ("import pandas as pd\ndrift = 1", "src/monitoring/dashboard.py", False),
    ],
)
def test_pages_that_show_what_is_watched(tmp_path, source, path, is_page):
    assert bool(watching_pages(files(tmp_path, source, path))) is is_page
