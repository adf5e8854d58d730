import time

import pytest

from mlops_platform.adapters.docker import written_disk
from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker.written_disk import WrittenDisk

pytestmark = pytest.mark.integration


def test_what_is_written_is_counted_but_not_all_the_time(docker_engine, monkeypatch):
    engine = Engine()
    program = "import time; open('/big', 'wb').write(bytes(5 << 20)); time.sleep(60)"
    container = engine.create(
        {"Image": "python:3.11-slim", "Entrypoint": ["python3", "-c", program]}
    )
    try:
        engine.start(container)
        disk, until = WrittenDisk(engine, container, 1 << 20), time.monotonic() + 20
        while not (why := disk()) and time.monotonic() < until:
            time.sleep(0.1)
        assert "1048576 are allowed" in why
        assert WrittenDisk(engine, container, 1 << 30)() == ""
        monkeypatch.setattr(written_disk, "SHARE", 1_000_000)
        seldom = WrittenDisk(engine, container, 1 << 20)
        assert seldom()
        assert not seldom()
    finally:
        engine.remove(container)
