"""What is known of the repository beside the plan, so that a repair needs to guess nothing.

It is gathered once, in an isolated child, when the first attempt failed.
"""

from datetime import date

from mlops_platform.core.evidence import Evidence, Frozen
from mlops_platform.core.planning.wheel_dates import NEWEST_FIRST


class ScriptCommand(Frozen):
    """A command of the repository that starts one of its scripts.

    `arguments` are what follows the script; `working_directory` is relative to the root.
    """

    script: str
    arguments: tuple[str, ...] = ()
    working_directory: str = "."
    evidence: Evidence


class WrittenFile(Frozen):
    """A file that a script of the repository writes, under exactly this path.

    `script` is what has to be run. `path` is relative to the root if the script is run there.
    """

    path: str
    script: str
    evidence: Evidence


class RepairFacts(Frozen):
    """What repairs and explanations may look at.

    `files` are the repository's own, without vendored and generated ones. `pointers` stand for data
    that is kept elsewhere (DVC, Git LFS). `declared` are all requirement lines of all manifests.
    `variables` are those of a committed example of an environment file. `holds_many_projects`: the
    entry points do not belong together. `pythons` are the versions that the sandbox has, newest
    first.
    """

    committed_on: date | None = None
    files: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()
    commands: tuple[ScriptCommand, ...] = ()
    written: tuple[WrittenFile, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
    holds_many_projects: bool = False
    pythons: tuple[str, ...] = NEWEST_FIRST

    def beside(self, path: str | None) -> tuple[str, ...]:
        """Return the files of the project that a file belongs to.

        That is the whole repository, unless it holds many projects: what another one has must not
        be taken for what this one lacks.
        """
        if not self.holds_many_projects or path is None:
            return self.files
        top, separator, _ = path.partition("/")
        if not separator:
            return tuple(each for each in self.files if "/" not in each)
        return tuple(each for each in self.files if each.startswith(f"{top}/"))
