"""What runs beside a run, in a container of ours: it says how full the run's volume is.

Handed to the base image's own interpreter as text, so it uses nothing but the standard library of
any Python 3. Each line: bytes in use, number of files, bytes that are free on that disk.
"""

import os
import sys
import time

PLACE = "/box"
PAUSE_SECONDS = 2
SHARE = 9
"""It rests nine times as long as it looks: a million files must not cost a whole processor."""


def main() -> None:
    """Look and say, until killed."""
    while True:
        began = time.time()
        used, files = measured(PLACE)
        disk = os.statvfs(PLACE)
        sys.stdout.write(f"{used} {files} {disk.f_bavail * disk.f_frsize}\n")
        sys.stdout.flush()
        time.sleep(max(PAUSE_SECONDS, SHARE * (time.time() - began)))


def measured(place: str) -> "tuple[int, int]":
    """Return how many bytes and how many files a folder holds."""
    used = files = 0
    pending = [place]
    while pending:
        try:
            listing = os.scandir(pending.pop())
        except OSError:
            continue
        with listing:
            for entry in listing:
                try:
                    status = entry.stat(follow_symlinks=False)
                except OSError:
                    continue
                used += status.st_blocks * 512
                files += 1
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
    return used, files


if __name__ == "__main__":
    main()
