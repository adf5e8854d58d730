"""Python modules that only hold settings, such as config.py."""

import re

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.models import paths_leading_to
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.own_code import WORK, own_code
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.learning_calls import imports_learning
from mlops_platform.core.profiling.reach import Program

NAMES = re.compile(
    r"(^|/)(configs?/[^/]+|config|configs|configuration|conf|settings|params|parameters|hparams"
    r"|hyperparameters)\.py$"
)
FOLDERS = re.compile(r"(^|/)(configs?|conf)/[^/]+\.py$")


def detect(reading: Reading) -> Detection | None:
    """Find such modules that learning code imports, or executes."""
    plain = {file.path for file, book in own_code(reading) if not book and _only_sets(file)}
    if not plain:
        return None
    program = Program(file for file in reading.code.files if file.role in WORK)
    learning = paths_leading_to(reading, imports_learning)
    starts = [path for path in program.files if path in learning]
    imported = {name for path in starts for name in program.imported_files(path) if name in plain}
    used = {name for name in imported if NAMES.search(name)}
    if any(_executes(program.files[path]) for path in starts):
        used |= {name for name in plain if FOLDERS.search(name)}
    return technology(
        "python config file",
        [Clue(program.files[name].role, Evidence(path=name)) for name in used],
    )


def _only_sets(file: SourceFile) -> bool:
    """Tell a file named so that only holds values; dataclasses hold settings too."""
    if not (NAMES.search(file.path) or FOLDERS.search(file.path)) or file.role not in WORK:
        return False
    acts = any(entry.kind != "class" or entry.bases for entry in file.definitions)
    is_package = file.path.endswith("__init__.py")
    return not (acts or file.arguments or is_package)


def _executes(file: SourceFile) -> bool:
    return any(call.name in ("exec", "runpy.run_path") for call in file.calls)
