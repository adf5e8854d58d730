"""Ask every artifact kind what a file is, and keep the surest answer."""

import re
from collections.abc import Iterator
from functools import cache

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.contents.content import HEAD_BYTES, Content, Kind, with_members
from mlops_platform.core.contents.pickle_scan import OpcodeBudget
from mlops_platform.core.facts.text.texts import clean, read_bytes, read_head, shown
from mlops_platform.core.registry import plugins
from mlops_platform.core.run_outcome import Artifact, OutputFile

KINDS = "mlops_platform.core.artifact_kinds"
LARGEST_LOOKED_AT = 128 << 20
LONGEST_NOTE = 400
_NO_ARTIFACT = re.compile(
    r"(?:^|/)(?:__pycache__|\.pytest_cache|\.ipynb_checkpoints|\.cache|\.git)/|\.pyc$"
    r"|(?:^|/)mlruns/[^/]{1,80}/(?:models/m-)?[0-9a-f]{32}/(?:metrics|params|tags|outputs|meta\.yaml)"
    r"|(?:^|/)mlruns/(?:[^/]{1,80}/)?meta\.yaml$"
)
_UNKNOWN = Kind("other", sureness=0)


def recognize_artifacts(
    stored: Checkout, outputs: tuple[OutputFile, ...]
) -> Iterator[Artifact | UnreadFile]:
    """Yield what each output is; what a tracker keeps of its own is no artifact."""
    budget = OpcodeBudget()
    for output in sorted(outputs, key=lambda each: each.path):
        if _NO_ARTIFACT.search(output.path):
            continue
        content = _content(stored, output, budget)
        if isinstance(content, UnreadFile):
            yield UnreadFile(path=shown(output.path), reason=content.reason)
            continue
        kind = kind_of(content)
        yield Artifact(
            path=output.path,
            stored_as=output.stored_as,
            kind=kind.name,
            is_model=kind.is_model,
            size_bytes=output.size_bytes,
            sha256=output.sha256,
            note=clean(kind.note)[:LONGEST_NOTE],
        )


def kind_of(content: Content) -> Kind:
    """Return the surest kind; of two that are as sure, the first by its name."""
    told = [kind for plugin in plugins(KINDS) if (kind := plugin.recognize(content)) is not None]
    return min(told, key=lambda kind: (-kind.sureness, kind.name), default=_UNKNOWN)


def _content(stored: Checkout, output: OutputFile, budget: OpcodeBudget) -> Content | UnreadFile:
    name = shown(output.stored_as)
    head = read_head(stored, name, HEAD_BYTES)
    if isinstance(head, UnreadFile):
        return head

    @cache
    def read() -> bytes:
        data = read_bytes(stored, name, LARGEST_LOOKED_AT)
        return b"" if isinstance(data, UnreadFile) else data

    return with_members(Content(output.path, output.size_bytes, head, read, (), budget))
