"""Tables that are not on this machine: what fsspec reads is copied, and read here.

A reader has no network, so whoever asks it brings what it reads. Bytes are copied, not looked at.
"""

import re
import shutil
from pathlib import Path
from typing import BinaryIO

from mlops_platform.core.errors import BadInputError
from mlops_platform.core.facts.text.texts import shown
from mlops_platform.core.remote_tables import BroughtTable

NEEDED = {
    **dict.fromkeys(("s3", "s3a"), "s3fs is installed (the extra `s3`)"),
    **dict.fromkeys(("gs", "gcs"), "gcsfs is installed (the extra `gs`)"),
}

PIECE_BYTES = 8 << 20
RESERVE_BYTES = 1 << 30
"""Of the disk, for all others."""

_SECRETS = re.compile(r"\?.*|(?<=://)[^/@]*@", re.DOTALL)


class FsspecRemoteTables:
    """Fits the port `RemoteTables`: `s3://`, `gs://`, `https://`, whatever is installed."""

    def bring(self, address: str, folder: Path) -> BroughtTable:
        """Copy a file, or the Parquet files of a folder, into an empty folder."""
        name = shown(_SECRETS.sub("", address))
        try:
            return BroughtTable(path=_brought(address, name, folder), name=name)
        except BadInputError:
            raise
        except ImportError as error:
            raise BadInputError(f"{name} is read where {_needed(address, error)}.") from error
        except FileNotFoundError as error:
            raise BadInputError(f"{name} is not there; check its spelling.") from error
        # Each store has errors of its own, of packages that may not be here.
        except Exception as error:
            raise BadInputError(
                f"{name} cannot be read ({type(error).__name__}); check the address, the"
                " credentials and the network."
            ) from error


def _brought(address: str, name: str, folder: Path) -> Path:
    import fsspec  # noqa: PLC0415 (most tables are here, and need it not)

    for protocol in address.partition("://")[0].split("::"):
        if protocol not in fsspec.available_protocols():
            raise BadInputError(f"{name} is no address that can be read: {shown(protocol)}://.")
    store, place = fsspec.core.url_to_fs(address)
    if store.info(place)["type"] != "directory":
        with store.open(place, "rb") as source:
            return _copied(source, folder / "table", name)
    files = sorted(each for each in store.find(place) if each.endswith(".parquet"))
    if not files:
        raise BadInputError(f"{name} holds no .parquet file; name a file or another folder.")
    for number, each in enumerate(files):
        with store.open(each, "rb") as source:
            _copied(source, folder / f"{number:06}.parquet", name)
    return folder


def _copied(source: BinaryIO, target: Path, name: str) -> Path:
    with target.open("wb") as copy:
        while piece := source.read(PIECE_BYTES):
            if shutil.disk_usage(target.parent).free < RESERVE_BYTES + len(piece):
                raise BadInputError(f"{name} does not fit the disk of temporary files.")
            copy.write(piece)
    return target


def _needed(address: str, error: ImportError) -> str:
    missing = f"another package is installed: {shown(str(error))}"
    return NEEDED.get(address.partition("://")[0], missing)
