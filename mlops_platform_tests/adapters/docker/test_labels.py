import os
import subprocess

from mlops_platform.adapters.docker.labels import BOOT, DEADLINE, OWNER, RUN, Tags, is_forsaken

TAGS = Tags("platform", "run-1", 2)


def test_what_somebody_waits_for_is_not_forsaken():
    labels = TAGS.labels("train", 60)
    assert labels[RUN] == "run-1"
    with TAGS.under_way():
        assert not is_forsaken(labels)
    assert is_forsaken(labels)


def test_what_is_past_its_deadline_is_forsaken():
    with TAGS.under_way():
        assert is_forsaken(TAGS.labels("train", -1))


def test_what_a_dead_process_owned_is_forsaken():
    done = subprocess.Popen(["true"])
    labels = TAGS.labels("train", 60)
    owner = labels[OWNER].replace(f"/{os.getpid()}/", f"/{done.pid}/")
    done.wait()
    assert is_forsaken({**labels, OWNER: owner})


def test_a_process_id_that_is_used_again_is_another_process():
    labels = TAGS.labels("train", 60)
    with TAGS.under_way():
        assert is_forsaken({**labels, OWNER: labels[OWNER] + "1"})


def test_of_an_owner_elsewhere_the_deadline_alone_decides():
    labels = TAGS.labels("train", 60)
    assert is_forsaken({**labels, OWNER: f"{labels[OWNER]}1"})
    assert not is_forsaken({**labels, OWNER: f"{labels[OWNER]}1", BOOT: "another boot"})
    assert not is_forsaken({**labels, OWNER: "pid:[1]/1/1"})


def test_what_is_known_to_have_ended_is_forsaken_wherever_its_owner_was():
    labels = {**TAGS.labels("train", 60), OWNER: "pid:[1]/1/1"}
    assert is_forsaken(labels, "run-1".__eq__)
    assert not is_forsaken(labels, "run-2".__eq__)


def test_what_has_no_deadline_is_none_of_ours():
    assert not is_forsaken({})
    assert not is_forsaken({DEADLINE: "soon"})
    assert not is_forsaken({DEADLINE: ""})
