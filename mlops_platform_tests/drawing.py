"""Draw the world for a test: a checkout made of the files that the test names."""

from collections.abc import Mapping
from pathlib import Path

from mlops_platform.core.checkout import Checkout, Revision, UnreadFile

REVISION = Revision(
    repository="github.com/acme/project",
    url="https://github.com/acme/project",
    commit="c" * 40,
)


def draw_checkout(
    tmp_path: Path,
    files: Mapping[str, str | bytes],
    *,
    links: Mapping[str, str | Path] | None = None,
    submodules: tuple[str, ...] = (),
    set_aside: tuple[UnreadFile, ...] = (),
) -> Checkout:
    """Write `files` (a name that ends in `/` is an empty folder) and `links` (name to target).

    The checkout stands in `tmp_path/project`, so that a test can put something beside it; drawing
    twice in one `tmp_path` adds to the same tree.
    """
    root = tmp_path / "project"
    root.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        _write(root / name, content, is_folder=name.endswith("/"))
    for name, target in (links or {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(target)
    return Checkout(revision=REVISION, root=root, submodules=submodules, set_aside=set_aside)


def _write(path: Path, content: str | bytes, *, is_folder: bool) -> None:
    (path if is_folder else path.parent).mkdir(parents=True, exist_ok=True)
    if is_folder:
        return
    path.write_bytes(content.encode() if isinstance(content, str) else content)
