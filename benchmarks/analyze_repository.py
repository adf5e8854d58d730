"""What an analysis costs: against `git clone --depth 1`, and a bare `ast.parse` of the same files.

    python benchmarks/analyze_repository.py PATH_OR_URL ...

Each repository is served by a Git server on loopback, so no network is measured. Every analysis
is a cold process with a home of its own. The three are measured in turn, several times, and the
best of each counts: other work on the machine only ever adds. Memory is the resident size of the
whole process tree, sampled; pages that processes share count in each, so it is an upper bound.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from mlops_platform_tests.servers.git_server import serve_repositories  # noqa: E402

SAMPLE_SECONDS = 0.05
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
PLATFORM = (sys.executable, "-P", "-m", "mlops_platform.cli")
BARE_PARSE = """
import ast, pathlib, sys, warnings
warnings.simplefilter("ignore")
parsed = lines = 0
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.py")):
    try:
        source = path.read_bytes()
        ast.parse(source)
        parsed += 1
        lines += source.count(b"\\n")
    except (SyntaxError, ValueError, RecursionError, MemoryError, OSError):
        pass
print(parsed, lines)
"""


class Cost(NamedTuple):
    """What one program took, and what it printed."""

    seconds: float
    peak_bytes: int
    printed: str


def measure(argv: list[str], variables: Mapping[str, str] | None = None) -> Cost:
    """Run a program to its end; its failure is ours."""
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryDirectory() as empty:
        started, peak = time.perf_counter(), 0
        process = subprocess.Popen(
            argv, cwd=empty, env=os.environ | dict(variables or {}), stdout=printed
        )
        while process.poll() is None:
            peak = max(peak, tree_bytes(process.pid))
            time.sleep(SAMPLE_SECONDS)
        seconds = time.perf_counter() - started
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(argv)} ended with {process.returncode}")
        printed.seek(0)
        return Cost(seconds, peak, printed.read().decode())


def tree_bytes(root: int) -> int:
    """Sum the resident bytes of a process and all its descendants."""
    children: dict[int, list[int]] = defaultdict(list)
    resident: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended between the listing and now
        children[int(fields[1])].append(int(folder.name))
        resident[int(folder.name)] = int(fields[21]) * PAGE_BYTES
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        total += resident.get(pid, 0)
        waiting += children[pid]
    return total


def git_directory(spelling: str, workplace: Path) -> Path:
    """Return a shallow bare clone: one pack, as a host keeps what it serves."""
    address = spelling if "://" in spelling else Path(spelling).resolve().as_uri()
    target = workplace / f"{name_of(spelling)}.git"
    subprocess.run(["git", "clone", "-q", "--bare", "--depth", "1", address, target], check=True)
    return target


def name_of(spelling: str) -> str:
    """Return the name that people would know a repository by."""
    named = [part for part in Path(spelling).parts if part not in (".git", "repo")]
    return named[-1].removesuffix(".git").replace("+", "-")


class Costs(NamedTuple):
    """What one repository took to clone, to parse, and to analyze."""

    clone: Cost
    parse: Cost
    analyze: Cost


def costs(name: str, address: str) -> Costs:
    """Measure one repository once."""
    with tempfile.TemporaryDirectory() as place:
        url, clone = f"{address}/bench/{name}.git", f"{place}/clone"
        return Costs(
            measure(["git", "clone", "-q", "--depth", "1", url, clone]),
            measure([sys.executable, "-c", BARE_PARSE, clone]),
            measure(
                [*PLATFORM, "analyze", f"https://github.com/bench/{name}", "--format", "json"],
                {
                    "MLOPS_PLATFORM_HOME": f"{place}/home",
                    "MLOPS_PLATFORM_GIT_MIRRORS": f"github.com={address}",
                },
            ),
        )


def row(name: str, address: str, times: int) -> str:
    """Measure one repository several times, and write down the best."""
    measured = [costs(name, address) for _ in range(times)]
    clone, parse, analyze = (
        min(each, key=lambda cost: cost.seconds) for each in zip(*measured, strict=True)
    )
    files, lines = parse.printed.split()
    return (
        f"| {name} | {files} | {lines} | {clone.seconds:.1f} | {parse.seconds:.1f}"
        f" | {analyze.seconds:.1f} | {analyze.seconds / clone.seconds:.1f}"
        f" | {analyze.seconds / parse.seconds:.1f} | {analyze.peak_bytes / 2**20:.0f} |"
    )


def main() -> None:
    """Print one row for each repository, and the time of `--help`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("repositories", nargs="+", metavar="PATH_OR_URL")
    parser.add_argument("--times", type=int, default=3, help="how often (default: 3)")
    arguments = parser.parse_args()
    spellings = arguments.repositories
    seconds = min(measure([*PLATFORM, "--help"]).seconds for _ in range(5))
    print(f"`--help`: {seconds:.2f} s (best of five)\n")
    print(
        "| repository | .py files | lines | clone s | parse s | analyze s | ÷ clone | ÷ parse",
        end="",
    )
    print(" | peak MiB |\n|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        workplace = Path(folder)
        served = {f"bench/{name_of(each)}": git_directory(each, workplace) for each in spellings}
        with serve_repositories(workplace, served) as server:
            for name in served:
                print(row(name.removeprefix("bench/"), server.url, arguments.times), flush=True)


if __name__ == "__main__":
    main()
