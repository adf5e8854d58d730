"""From which folders a file's imports of its own repository resolve.

A script sees its own folder first; a module run (`python -m package.module`) sees the folder that
it is started from. A file that starts from neither needs the folder on the search path.
"""

from mlops_platform.core.facts.local_modules import LocalModules, folder_of, join
from mlops_platform.core.facts.source_code import SourceCodeFacts
from mlops_platform.core.facts.source_file import Import, SourceFile


class ImportRoots:
    """The local imports of all files, followed from one file through the files that it runs."""

    def __init__(self, facts: SourceCodeFacts) -> None:
        paths = [*(file.path for file in facts.files), *(file.path for file in facts.unparsed)]
        self._modules = LocalModules(paths)
        self._files = {file.path.removesuffix(".py"): file for file in facts.files}

    def that_resolve(self, file: SourceFile) -> tuple[str, ...]:
        """Return the folders from which all local imports resolve, the file's own one first.

        () means that no folder alone does. Imports that the file can do without are not asked for.
        """
        return tuple(root for root in self._candidates(file) if self._resolves(file, root))

    def _candidates(self, file: SourceFile) -> tuple[str, ...]:
        own = folder_of(file.path)
        above = [own]
        while above[-1]:
            above.append(folder_of(above[-1]))
        near = [own, *reversed(above[1:])]
        return tuple(dict.fromkeys((*near, *self._modules.source_folders)))

    def _resolves(self, file: SourceFile, root: str) -> bool:
        roots = (root, *file.search_paths)
        seen = {file.path.removesuffix(".py")}
        queue = [(file, _wanted(file, everywhere=True))]
        for current, wanted in queue:
            for entry in wanted:
                found = self._found(current, entry, roots, is_started=current is file)
                if not found:
                    return False
                fresh = [key for key in found if key not in seen and key in self._files]
                seen.update(fresh)
                queue += ((self._files[k], _wanted(self._files[k])) for k in fresh)
        return True

    def _found(
        self, file: SourceFile, entry: Import, roots: tuple[str, ...], *, is_started: bool
    ) -> tuple[str, ...]:
        if not entry.level:
            ways = (self._modules.find(root, entry.module, entry.name) for root in roots)
            return next((found for found in ways if found), ())
        own = folder_of(file.path)
        folder = own
        for _ in range(entry.level - 1):
            folder = folder_of(folder)
        if is_started and not _is_inside(own, roots[0], entry.level):
            return ()
        found = self._modules.find(folder, entry.module, entry.name)
        package = join(folder, "__init__") if folder in self._modules.packages else ""
        return found or ((package,) if package and not entry.module else ())


def roots_that_resolve(file: SourceFile, facts: SourceCodeFacts) -> tuple[str, ...]:
    """Return the folders ("" is the root) from which all local imports of a file resolve.

    The file's own folder comes first where it does: then `python path/file.py` works. Otherwise it
    must be run as a module from one of the folders, or with it on the search path.
    """
    return ImportRoots(facts).that_resolve(file)


def _wanted(file: SourceFile, *, everywhere: bool = False) -> tuple[Import, ...]:
    """Return the local imports that running (or, elsewhere, importing) a file must resolve."""
    return tuple(
        entry
        for entry in file.imports
        if entry.is_local and not entry.is_guarded and (everywhere or not entry.scope)
    )


def _is_inside(own: str, root: str, level: int) -> bool:
    """Tell whether a module run from `root` has `level` packages above the file."""
    if own == root or (root and not own.startswith(f"{root}/")):
        return False
    below = own.removeprefix(root).strip("/").split("/")
    return len(below) >= level
