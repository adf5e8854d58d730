"""A machine for the opcodes of a pickle that builds nothing: it only knows what is named.

It keeps the stack as the real one would, with texts, numbers, tuples, mappings of texts, and the
names of what would be imported; all else is None. So a name that is put together on the stack is
known as exactly as one that is written out.
"""

import math
import pickletools
from dataclasses import dataclass, field
from typing import NamedTuple

LONGEST_TEXT = 200
MOST_ITEMS = 1000
LARGEST_ITEM_DIGITS = 6
_MARK = object()
_WRAPPER = "joblib.numpy_pickle.NumpyArrayWrapper"
_PUTS = frozenset(("PUT", "BINPUT", "LONG_BINPUT"))
_GETS = frozenset(("GET", "BINGET", "LONG_BINGET"))
_CALLS = frozenset(("REDUCE", "NEWOBJ", "OBJ", "INST"))
_TUPLES = frozenset(("TUPLE", "TUPLE1", "TUPLE2", "TUPLE3"))


class _Effect(NamedTuple):
    """What an opcode takes off the stack, below a mark or without one, and whether it gives."""

    takes: int
    takes_mark: bool
    gives: bool


def _effect(opcode: pickletools.OpcodeInfo) -> _Effect:
    before = opcode.stack_before
    has_mark = pickletools.markobject in before
    takes = before.index(pickletools.markobject) if has_mark else len(before)
    return _Effect(takes, has_mark, bool(opcode.stack_after))


_EFFECTS = {opcode.name: _effect(opcode) for opcode in pickletools.opcodes}


class BrokenPickleError(ValueError):
    """Opcodes that no machine could follow."""


class Named(NamedTuple):
    """Something that would be imported."""

    name: str


@dataclass
class Made:
    """Something that would be made by a call, with its arguments and its state."""

    maker: str
    arguments: object = None
    state: dict[str, object] = field(default_factory=dict)


class PickleMachine:
    """Takes one opcode after the other; keeps stack and memo, and lists names and texts."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}
        self.texts: dict[str, None] = {}
        self._stack: list[object] = []
        self._memo: dict[int, object] = {}
        self._outer: list[tuple[list[object], dict[int, object]]] = []

    def take(self, name: str, argument: object) -> None:
        """Follow one opcode. Raises BrokenPickleError."""
        if name == "MARK":
            self._stack.append(_MARK)
        elif name == "MEMOIZE" or name in _PUTS:
            index = argument if isinstance(argument, int) else len(self._memo)
            self._memo[index] = self._top()
        elif name in _GETS:
            self._stack.append(self._memo.get(argument) if isinstance(argument, int) else None)
        elif name == "DUP":
            self._stack.append(self._top())
        else:
            effect = _EFFECTS[name]
            taken = self._pop(effect) if effect.takes or effect.takes_mark else []
            self._push(name, argument, taken, effect)

    def array_follows(self) -> Made | None:
        """Return what joblib has just described, when the bytes of an array come next."""
        top = self._stack[-1] if self._stack else None
        is_wrapper = isinstance(top, Made) and top.maker == _WRAPPER and "shape" in top.state
        return top if is_wrapper and isinstance(top, Made) else None

    def enter(self) -> None:
        """Begin a pickle within this one."""
        self._outer.append((self._stack, self._memo))
        self._stack, self._memo = [], {}

    def leave(self) -> bool:
        """End a pickle; tell whether there is one around it to go on with."""
        if not self._outer:
            self._stack, self._memo = [], {}
            return False
        self._stack, self._memo = self._outer.pop()
        return True

    def _top(self) -> object:
        if not self._stack:
            raise BrokenPickleError("an empty stack")
        return self._stack[-1]

    def _pop(self, effect: _Effect) -> list[object]:
        taken: list[object] = []
        if effect.takes_mark:
            while (item := self._take_top()) is not _MARK:
                taken.append(item)
        taken.extend(self._take_top() for _ in range(effect.takes))
        taken.reverse()
        return taken

    def _take_top(self) -> object:
        if not self._stack:
            raise BrokenPickleError("an empty stack")
        return self._stack.pop()

    def _push(self, name: str, argument: object, taken: list[object], effect: _Effect) -> None:
        if name in _TUPLES:
            self._stack.append(tuple(taken[:MOST_ITEMS]))
        elif name in ("GLOBAL", "STACK_GLOBAL"):
            written = str(argument).replace(" ", ".") if name == "GLOBAL" else _joined(taken)
            self._stack.append(self._named(written))
        elif name in _CALLS:
            self._stack.append(self._made(name, argument, taken))
        elif name in ("BUILD", "SETITEM", "SETITEMS"):
            self._stack.append(_with_state(taken))
        elif name == "EMPTY_DICT":
            self._stack.append({})
        elif isinstance(argument, str) and effect.gives:
            self._stack.append(self._text(argument))
        elif effect.gives:
            self._stack.append(argument if isinstance(argument, int) else None)

    def _made(self, name: str, argument: object, taken: list[object]) -> Made:
        if name == "INST":
            maker: object = self._named(str(argument).replace(" ", "."))
        else:
            maker = taken[0] if taken else None
        return Made(maker.name if isinstance(maker, Named) else "", taken[-1] if taken else None)

    def _named(self, name: str) -> Named:
        self.names[name[: 2 * LONGEST_TEXT]] = None
        return Named(name)

    def _text(self, text: str) -> str:
        if len(self.texts) < MOST_ITEMS and len(text) <= LONGEST_TEXT:
            self.texts[text] = None
        return text[:LONGEST_TEXT]


def array_bytes(array: Made, padding: bytes) -> int | None:
    """Return how many bytes the array takes, None where its type does not tell.

    `padding` is the byte that stands first: how far the array was moved to be aligned.
    """
    kind, shape = array_type(array), array.state.get("shape")
    digits = kind[1:]
    if not digits.isdigit() or len(digits) > LARGEST_ITEM_DIGITS or not isinstance(shape, tuple):
        return None
    sizes = [size for size in shape if isinstance(size, int) and size >= 0]
    is_aligned = isinstance(array.state.get("numpy_array_alignment_bytes"), int)
    before = 1 + padding[0] if is_aligned and padding else 0
    return before + int(digits) * (4 if kind[0] == "U" else 1) * math.prod(sizes)


def array_type(array: Made) -> str:
    """Return the type of an array as NumPy writes it, such as `f8`; `O8` are objects."""
    made = array.state.get("dtype")
    arguments = made.arguments if isinstance(made, Made) else ()
    written = arguments[0] if isinstance(arguments, tuple) and arguments else ""
    return written.lstrip("<>|=") if isinstance(written, str) else ""


def _joined(taken: list[object]) -> str:
    return ".".join(part if isinstance(part, str) else "?" for part in taken)


def _with_state(taken: list[object]) -> object:
    """Return what is built on, with the texts among its new keys."""
    target, *rest = taken
    state: dict[str, object] = {}
    if len(rest) == 1 and isinstance(rest[0], dict):
        state = rest[0]
    else:
        pairs = zip(rest[0::2], rest[1::2], strict=False)
        state = {key: value for key, value in pairs if isinstance(key, str)}
    held = target.state if isinstance(target, Made) else target
    if isinstance(held, dict) and len(held) < MOST_ITEMS:
        held.update(list(state.items())[:MOST_ITEMS])
    return target
