"""From which folders a file's imports of its own repository resolve.

A script sees its own folder first; a module run (`python -m package.module`) sees the folder that
it is started from. A file that starts from neither needs the folder on the search path.
"""

from mlops_platform.core.facts.python.local_modules import LocalModules, folder_of
from mlops_platform.core.facts.python.source_file import Import, SourceFile
from mlops_platform.core.facts.source_code import SourceCodeFacts


class ImportRoots:
    """The local imports of all files, followed from one file through the files that it runs."""

    def __init__(self, facts: SourceCodeFacts) -> None:
        paths = [*(file.path for file in facts.files), *(file.path for file in facts.unparsed)]
        self._modules = LocalModules(paths)
        self._files = {file.path.removesuffix(".py"): file for file in facts.files}
        self._known: dict[tuple[str, tuple[str, ...]], tuple[str, ...] | None] = {}

    def that_resolve(self, file: SourceFile) -> tuple[str, ...]:
        """Return the folders ("" is the root) from which all local imports of a file resolve.

        The file's own folder comes first where it does: then `python path/file.py` works. () means
        that no folder alone does. Imports that the file can do without are not asked for.
        """
        return tuple(root for root in self._candidates(file) if self._resolves(file, root))

    def beside_its_folder(self, file: SourceFile) -> tuple[str, ...]:
        """Return the folders from which, together with the file's own, all imports resolve."""
        own = folder_of(file.path)
        others = (root for root in self._candidates(file) if root != own)
        return tuple(root for root in others if self._resolves(file, own, root))

    def _candidates(self, file: SourceFile) -> tuple[str, ...]:
        own = folder_of(file.path)
        above = [own]
        while above[-1]:
            above.append(folder_of(above[-1]))
        near = [own, *reversed(above[1:])]
        return tuple(dict.fromkeys((*near, *self._modules.source_folders)))

    def _resolves(self, file: SourceFile, root: str, *more: str) -> bool:
        roots = (root, *more, *file.search_paths)
        if not all(_is_inside(file, root, entry.level) for entry in _wanted(file, everywhere=True)):
            return False
        queue = self._run(file, roots, everywhere=True)
        if queue is None:
            return False
        seen = {file.path.removesuffix(".py"), *queue}
        for key in (reached := list(seen)):
            imported = self._imported(key, roots)
            if imported is None:
                return False
            fresh = [each for each in imported if each not in seen]
            seen.update(fresh)
            reached += fresh
        return True

    def _imported(self, key: str, roots: tuple[str, ...]) -> tuple[str, ...] | None:
        if (key, roots) not in self._known:
            self._known[key, roots] = self._run(self._files[key], roots)
        return self._known[key, roots]

    def _run(
        self, file: SourceFile, roots: tuple[str, ...], *, everywhere: bool = False
    ) -> tuple[str, ...] | None:
        """Return the files that a file's imports run, None where one of them is not found."""
        keys: dict[str, None] = {}
        for entry in _wanted(file, everywhere=everywhere):
            found = self._found(file, entry, roots)
            if not found and self._exists(file, entry):
                return None
            keys.update((key, None) for key in found if key in self._files)
        return tuple(keys)

    def _found(self, file: SourceFile, entry: Import, roots: tuple[str, ...]) -> tuple[str, ...]:
        if not entry.level:
            ways = (self._modules.find(root, entry.module, entry.name) for root in roots)
            return next((found for found in ways if found), ())
        folder = folder_of(file.path)
        for _ in range(entry.level - 1):
            folder = folder_of(folder)
        return self._modules.find(folder, entry.module, entry.name)

    def _exists(self, file: SourceFile, entry: Import) -> bool:
        """Tell whether any folder would do; a compiled or generated module is nowhere."""
        return bool(not entry.level and self._found(file, entry, self._candidates(file)))


def _wanted(file: SourceFile, *, everywhere: bool = False) -> tuple[Import, ...]:
    """Return the local imports that running (or, elsewhere, importing) a file must resolve."""
    return tuple(
        entry
        for entry in file.imports
        if entry.is_local and not entry.is_guarded and (everywhere or not entry.scope)
    )


def _is_inside(file: SourceFile, root: str, level: int) -> bool:
    """Tell whether a module run from `root` has `level` packages above the file."""
    own = folder_of(file.path)
    if not level:
        return True
    if own == root or (root and not own.startswith(f"{root}/")):
        return False
    return len(own.removeprefix(root).strip("/").split("/")) >= level
