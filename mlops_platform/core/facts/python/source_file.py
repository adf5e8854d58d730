"""What one Python file is made of: the values of the source index.

Names in calls are resolved through the file's own imports and aliases: after `import numpy as np`,
`np.array(…)` is `numpy.array`. After `app = FastAPI()`, `app.get(…)` is `fastapi.FastAPI.get`. A
call on a value whose origin is not known keeps its method name with a leading dot: `model.fit(x)`
is `.fit`. A function of the same file is called by its plain name.
"""

from typing import NamedTuple

from mlops_platform.core.facts.repository import Role


class Import(NamedTuple):
    """One imported module. `level` counts the dots of a relative import.

    `is_guarded`: inside `try`/`except ImportError` or `if TYPE_CHECKING`; `is_local`: it means a
    file of this repository; `scope` is the enclosing function's dotted name, "" at module level;
    `is_conditional`: under an `if`, or on another way that is not always taken.
    """

    module: str
    name: str | None
    level: int
    line: int
    is_guarded: bool
    is_local: bool
    scope: str
    is_conditional: bool = False


class Call(NamedTuple):
    """One call. `text` is its first literal string among the positional arguments, clipped at 200.

    `keywords` are the names of keyword arguments, with the literal value where it is a number, a
    bool, None or a string of at most 80 characters. `scope` is the enclosing function's dotted
    name, "" at module level, "__main__" inside the main guard.
    """

    name: str
    line: int
    text: str | None
    keywords: tuple[tuple[str, str | int | float | bool | None], ...]
    scope: str


class Argument(NamedTuple):
    """One command-line argument that a script declares.

    `parser` is argparse, click, typer, hydra, fire, absl, tap, simple_parsing, sys.argv, input or
    transformers (HfArgumentParser). `name` as it is typed (`--epochs`, or `data` if positional).
    `word` is that of the subparser, or of Fire's function, that takes it, "" where there is none.
    """

    parser: str
    name: str
    is_required: bool
    default: str | None
    choices: tuple[str, ...]
    line: int
    scope: str
    word: str = ""


class Definition(NamedTuple):
    """One function or class. `decorators` and `bases` are resolved names, in order.

    `decorator_texts` is each decorator's first literal string (a route's path); `parameters` are
    (name, annotation) pairs with the resolved name of the annotation, "" where there is none; of a
    class they are its annotated fields. `is_typed`: all parameters and the result are annotated.
    """

    kind: str
    name: str
    line: int
    end_line: int
    decorators: tuple[str, ...]
    decorator_texts: tuple[str | None, ...]
    bases: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]
    is_typed: bool


class CommandWord(NamedTuple):
    """One word of a command line, and what it stands for.

    `kind`: "app" and "group" hold commands, one of Typer's, the other of Click's; a "command" is a
    function; a "callback" runs before the commands of its app; what is "added" may be any of them;
    a "subparser" is argparse's, and `runs` is "" where the code asks for the word by itself; what
    is "exposed" is a function that Fire chooses by its word.
    `group` is the app or group that holds it, "" where the file only declares it. `group` and
    `runs` are names of this file (`app`), dotted where they are imported (`shop.cli.app`). `word`
    is what is typed, "" where nothing is stated.
    """

    kind: str
    group: str
    word: str
    runs: str


class SourceFile(NamedTuple):
    """What one Python file, or one notebook as one module, is made of.

    `module` is the dotted name by which the repository's own code can import it from its root or
    source folder; `main_line` is the line of `if __name__ == "__main__"`; `module_level_work` tells
    that top-level code does more than define and import. `strings` are literal strings that look
    like a path or an address, with their line. `search_paths` are folders of the repository that
    the file itself puts on `sys.path`. `command_words` are those of Typer's and Click's apps.
    `mentioned` are names imported from this repository that stand somewhere without being called,
    as the function in `run(train=fit)`. `asserts` tells that it has the word anywhere. `partials`
    are names of the top level that stand for a function of the file with some of its arguments.
    """

    path: str
    module: str
    role: Role
    lines: int
    docstring: str
    imports: tuple[Import, ...]
    calls: tuple[Call, ...]
    definitions: tuple[Definition, ...]
    arguments: tuple[Argument, ...]
    strings: tuple[tuple[str, int], ...]
    main_line: int | None
    module_level_work: bool
    environment_variables: tuple[tuple[str, bool, int], ...]
    search_paths: tuple[str, ...] = ()
    command_words: tuple[CommandWord, ...] = ()
    mentioned: tuple[str, ...] = ()
    asserts: bool = False
    partials: tuple[tuple[str, str], ...] = ()
