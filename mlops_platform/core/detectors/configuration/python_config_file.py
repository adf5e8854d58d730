"""Python modules that only hold settings, such as config.py."""

import re

from mlops_platform.core.clues import WORK, Clue, own_code
from mlops_platform.core.conclude import technology
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.model_clues import paths_leading_to
from mlops_platform.core.profiling.learning_calls import imports_learning
from mlops_platform.core.profiling.reach import Program

NAMES = re.compile(
    r"(^|/)(configs?/[^/]+|config|configs|configuration|conf|settings|params|parameters|hparams"
    r"|hyperparameters)\.py$"
)
FOLDERS = re.compile(r"(^|/)(configs?|conf)/[^/]+\.py$")


def detect(reading: Reading) -> Detection | None:
    """Find such modules that learning code imports, or executes."""
    plain = {file.path: file for file, book in own_code(reading) if not book and _only_sets(file)}
    program = Program(file for file, book in own_code(reading) if not book and file.role in WORK)
    readers = {
        path: {name for name in program.imported_files(path) if name in plain}
        for path in program.files
    }
    importing = [path for path, names in readers.items() if names]
    learning = paths_leading_to(reading, importing, imports_learning)
    imports = {name for path in learning for name in readers[path] if NAMES.search(name)}
    executed = {name for name in plain if FOLDERS.search(name)} if _executes(reading) else set()
    used = [Clue(plain[name].role, Evidence(path=name)) for name in imports | executed]
    return technology("python config file", used)


def _only_sets(file: SourceFile) -> bool:
    functions = [entry for entry in file.definitions if entry.kind != "class"]
    return file.role in WORK and file.lines > 0 and not (functions or file.arguments)


def _executes(reading: Reading) -> bool:
    executing = [
        file.path
        for file, _ in own_code(reading)
        if any(call.name in ("exec", "runpy.run_path") for call in file.calls)
    ]
    return bool(paths_leading_to(reading, executing, imports_learning))
