import os
import stat

import pytest

from mlops_platform.terminal.deliver import UnusableOutputError, check_output, deliver


def test_without_a_file_the_text_is_printed_as_utf8(capfdbinary):
    deliver("naïve ✓", None)
    assert capfdbinary.readouterr().out == "naïve ✓\n".encode()


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "report.json"
    target.write_text("the former report, which was longer")
    deliver("{}\n", target)
    assert target.read_text() == "{}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_nothing_is_left_when_writing_fails(tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    target = tmp_path / "report.json"
    target.write_text("the former report")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Exception, match=r"was not written: No space left on device\.$"):
        deliver("{}", target)
    assert target.read_text() == "the former report"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_link_is_followed_not_replaced(tmp_path):
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    deliver("new", tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new\n"


def test_a_pipe_is_written_to_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    deliver("through", pipe)
    assert os.read(reader, 100) == b"through\n"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)


def test_a_directory_is_refused_before_any_work(tmp_path):
    with pytest.raises(UnusableOutputError, match="is a directory; name a file in it"):
        check_output(tmp_path)


def test_a_missing_directory_is_refused_before_any_work(tmp_path):
    with pytest.raises(UnusableOutputError, match="is not a directory; create it first"):
        check_output(tmp_path / "reports" / "today.html")
