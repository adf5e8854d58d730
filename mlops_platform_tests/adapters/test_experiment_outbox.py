import os
import threading

import pytest

from mlops_platform.adapters.experiment_outbox import ExperimentOutbox
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.run_plan import Purpose
from mlops_platform_tests.core.executions import (
    attempt,
    execution,
    metric,
    model_file,
    output,
    plan,
    record,
)


@pytest.fixture
def outputs(tmp_path):
    folder = tmp_path / "outputs"
    folder.mkdir()
    (folder / "log.txt").write_text("accuracy=0.9\n")
    (folder / "model.pkl").write_bytes(b"model")
    (folder / "metrics.json").write_text("{}")
    return folder


@pytest.fixture
def outbox(tmp_path):
    return ExperimentOutbox(tmp_path / "outbox")


def with_outputs(*names, run_id="run-1", models=("model.pkl",)):
    made = attempt(outputs=tuple(output(name) for name in names))
    artifacts = tuple(model_file(name) for name in models)
    return record(execution(run_id, metric("accuracy", 0.9), attempts=(made,), artifacts=artifacts))


def laid_out(parcel):
    return sorted(
        path.relative_to(parcel.artifacts).as_posix()
        for path in parcel.artifacts.rglob("*")
        if path.is_file()
    )


def test_an_execution_is_kept_with_its_files_where_the_store_will_have_them(outbox, outputs):
    parcel = outbox.put(with_outputs("model.pkl", "metrics.json"), outputs)
    assert laid_out(parcel) == [
        "log.txt",
        "model/model.pkl",
        "outputs.json",
        "outputs/metrics.json",
        "packages.txt",
        "plan.json",
        "results.json",
    ]
    assert [each.record for each in outbox.waiting()] == [parcel.record]


def test_what_is_no_plain_file_with_a_safe_name_stays_behind(outbox, outputs, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("host")
    (outputs / "link").symlink_to(secret)
    os.mkfifo(outputs / "fifo")
    names = ("link", "fifo", "../secret", str(secret), ".hidden", "", "gone", "a\nb")
    parcel = outbox.put(with_outputs(*names, models=()), outputs)
    assert not [name for name in laid_out(parcel) if name.startswith("outputs/")]


def test_a_foreign_description_of_a_model_is_not_one_for_mlflow(outbox, outputs):
    (outputs / "MLmodel").write_text("flavors: {}")
    parcel = outbox.put(with_outputs("MLmodel", models=("MLmodel",)), outputs)
    assert "model/MLmodel.txt" in laid_out(parcel)
    assert "model/MLmodel" not in laid_out(parcel)


def test_without_a_log_file_its_end_is_kept(outbox, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    parcel = outbox.put(with_outputs(models=()), empty)
    assert (parcel.artifacts / "log_end.txt").read_text() == "accuracy=0.9\n"


def test_asking_twice_keeps_one_and_a_purpose_is_an_execution_of_its_own(outbox, outputs):
    outbox.put(with_outputs(), outputs)
    outbox.put(with_outputs(), outputs)
    assert len(outbox.waiting()) == 1
    outbox.put(with_outputs().model_copy(update={"purpose": Purpose.EVALUATE}), outputs)
    assert len(outbox.waiting()) == 2


def test_a_record_without_a_time_gets_one(outbox, outputs):
    parcel = outbox.put(with_outputs().model_copy(update={"ended_at": None}), outputs)
    assert parcel.record.ended_at is not None
    assert outbox.waiting()[0].ended_at == parcel.ended_at


def test_secrets_are_not_even_on_the_way(outbox, outputs):
    made = attempt(plan=plan(("API_KEY", "sk-123")))
    outbox.put(record(execution("r", attempts=(made,))), outputs)
    for path in outbox._base.rglob("*"):
        assert not path.is_file() or b"sk-123" not in path.read_bytes()


def test_texts_that_no_encoding_takes_are_kept_all_the_same(outbox, outputs):
    odd = execution("r", metric("a\ud800\x00", 1.0), parameters=(("\udcff", "\x00"),))
    outbox.put(record(odd), outputs)
    (parcel,) = outbox.waiting()
    assert parcel.record.execution.results.metrics[0].key == "a\ufffd\ufffd"


def test_why_it_waits_is_one_line(outbox, outputs):
    parcel = outbox.put(with_outputs(), outputs)
    assert parcel.why == "it was not sent yet"
    parcel.waits_because("down\n\x1b[2J" + "x" * 900)
    assert outbox.waiting()[0].why.startswith("down \ufffd[2Jxx")
    assert len(outbox.waiting()[0].why) <= 300


def test_of_two_senders_one_gets_it(outbox, outputs):
    parcel = outbox.put(with_outputs(), outputs)
    answers = []

    def send():
        with outbox.taken(parcel) as is_ours:
            if is_ours:
                outbox.remove(parcel)
            answers.append(is_ours)

    senders = [threading.Thread(target=send) for _ in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sorted(answers) == [False, False, False, True]
    assert outbox.waiting() == ()
    assert list(outbox._base.iterdir()) == []


def test_half_of_a_parcel_is_none(outbox, outputs):
    outbox.put(with_outputs(), outputs)
    (outbox._base / ".partial-x").mkdir()
    assert len(outbox.waiting()) == 1


def test_what_cannot_be_read_is_named(outbox, outputs):
    parcel = outbox.put(with_outputs(), outputs)
    (parcel.folder / "record.json").write_text("{}")
    with pytest.raises(PlatformError, match="another version of the platform"):
        outbox.waiting()


def test_a_place_that_cannot_be_written_is_one_sentence(outputs, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(PlatformError, match="could not be kept"):
        ExperimentOutbox(tmp_path / "file" / "outbox").put(with_outputs(), outputs)
