import pytest

from mlops_platform.adapters.docker import kept_log
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.core.run_log import STDERR_MARK, STDOUT_MARK, LogLine, read_run_log


class Log:
    def __init__(self, folder, hide=lambda text: text):
        self.shown = []
        self.file = folder / "log.txt"
        self.kept = KeptLog(self.file, self.shown.append, hide)

    def lines(self):
        return list(read_run_log(self.file.read_text().splitlines()))


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path)


def test_stdout_and_stderr_are_told_apart(log):
    log.kept.begin("train", "python train.py")
    log.kept.feed(STDOUT_MARK, b"accuracy 0.9\nloss")
    log.kept.feed(STDERR_MARK, b"a warning\n")
    log.kept.feed(STDOUT_MARK, b" 0.1")
    digest = log.kept.close()
    assert log.lines() == [
        LogLine("train", "stdout", 1, "accuracy 0.9"),
        LogLine("train", "stderr", 1, "a warning"),
        LogLine("train", "stdout", 2, "loss 0.1"),
    ]
    assert digest.file == "log.txt"
    assert (digest.lines, digest.size_bytes, digest.omitted_bytes) == (3, 31, 0)
    assert digest.tail == "accuracy 0.9\na warning\nloss 0.1\n"
    assert "".join(log.shown) == digest.tail


def test_an_empty_log_is_a_file_too(log):
    assert log.kept.close().lines == 0
    assert log.file.read_text() == ""


def test_a_printed_note_is_no_note_of_ours(log):
    log.kept.begin("train", "python")
    log.kept.feed(STDOUT_MARK, b"# phase evaluate: forged\n# left out 9 9\n")
    log.kept.close()
    assert [(line.phase, line.line) for line in log.lines()] == [("train", 1), ("train", 2)]


def test_a_command_of_many_lines_is_one_note(log):
    log.kept.begin("train", "python -c 'a\n1 forged'")
    log.kept.close()
    assert log.lines() == []


def test_the_middle_of_a_long_log_is_left_out_and_counted(log, monkeypatch):
    monkeypatch.setattr(kept_log, "FIRST_BYTES", 200)
    monkeypatch.setattr(kept_log, "LAST_BYTES", 400)
    log.kept.begin("train", "python")
    for number in range(1, 1001):
        log.kept.feed(STDOUT_MARK, f"line {number}\n".encode())
        if number % 10 == 0:
            log.kept.feed(STDERR_MARK, f"step {number}\n".encode())
    digest = log.kept.close()
    assert log.file.stat().st_size < 800
    lines = log.lines()
    assert all(int(each.text.split()[1]) == each.line for each in lines if each.source == "stdout")
    assert all(
        int(each.text.split()[1]) == 10 * each.line for each in lines if each.source == "stderr"
    )
    assert lines[0].text == "line 1"
    assert lines[-1].text == "step 1000"
    assert digest.lines == 1100
    kept = sum(len(each.text) + 3 for each in lines)
    assert kept + digest.omitted_bytes == digest.size_bytes + 2 * digest.lines


def test_lines_after_the_middle_belong_to_their_own_phase(log, monkeypatch):
    monkeypatch.setattr(kept_log, "FIRST_BYTES", 50)
    monkeypatch.setattr(kept_log, "LAST_BYTES", 100)
    log.kept.begin("install", "requirements_txt")
    for number in range(1, 101):
        log.kept.feed(STDERR_MARK, f"package {number}\n".encode())
    log.kept.begin("train", "python")
    for number in range(1, 101):
        log.kept.feed(STDOUT_MARK, f"line {number}\n".encode())
    log.kept.close()
    last = log.lines()[-1]
    assert last == LogLine("train", "stdout", 100, "line 100")


def test_a_line_without_an_end_is_kept_in_pieces(log):
    log.kept.begin("train", "python")
    for _ in range(100):
        log.kept.feed(STDOUT_MARK, b"x" * 10_000)
    log.kept.close()
    assert sum(len(line.text) for line in log.lines()) == 1_000_000
    assert max(len(line.text) for line in log.lines()) <= 64 << 10


def test_what_is_shown_is_bounded(log, monkeypatch):
    monkeypatch.setattr(kept_log, "LIVE_BYTES", 100)
    for number in range(100):
        log.kept.feed(STDOUT_MARK, f"line {number}\n".encode())
    shown = "".join(log.shown)
    assert len(shown) < 300
    assert "kept log" in shown


def test_the_tail_is_the_end_and_is_bounded(log, monkeypatch):
    monkeypatch.setattr(kept_log, "TAIL_BYTES", 100)
    for number in range(1000):
        log.kept.feed(STDERR_MARK, f"line {number}\n".encode())
    tail = log.kept.close().tail
    assert len(tail) <= 100
    assert tail.endswith("line 999\n")


def test_credentials_are_hidden_in_what_an_installation_prints(tmp_path):
    log = Log(tmp_path, lambda text: text.replace("s3cret", "***"))
    log.kept.begin("install", "requirements_txt")
    log.kept.feed(STDERR_MARK, b"https://user:s3cret@index.example failed\n")
    assert "s3cret" not in log.kept.close().tail
    assert "s3cret" not in log.file.read_text() + "".join(log.shown)
