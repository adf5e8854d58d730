"""Literal values in source code, made safe to keep: clipped, cleaned, finite."""

import ast
import math
import re

from mlops_platform.core.facts.text.texts import clean

Literal = str | int | float | bool | None
LONGEST_KEYWORD = 80
LONGEST_TEXT = 200
SHORTEST_PATH = 2
LONGEST_PATH = 300
LARGEST_INTEGER = 2**63
_SUFFIXES = (
    "arrow|avro|bin|bmp|bz2|cfg|ckpt|conf|csv|dat|db|dill|env|feather|gif|gz|h5|hdf5|html|ini|ipynb|"
    "jpeg|jpg|joblib|json|jsonl|log|md|mlmodel|npy|npz|onnx|orc|parquet|pdf|pickle|pkl|pmml|png|pt|"
    "pth|py|rds|safetensors|sav|sh|sql|sqlite|svg|tar|tflite|tfrecord|tgz|toml|ts|tsv|txt|wav|xls|"
    "xlsx|xml|yaml|yml|zip|zst"
)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s<>]{1,}")
_PATH = re.compile(rf"[\w.~$%{{}}@:+=*?#&,/\\ ()\[\]-]*\.(?:{_SUFFIXES})", re.IGNORECASE)
_FOLDERS = re.compile(r"(?:[A-Za-z]:)?[\w.~${}@+*-]*(?:[/\\]+[\w.~${}@+=*-]+)+[/\\]?|[\w.~-]+[/\\]")
_NO_PATH = re.compile(
    r"(?:text|application|image|audio|video|multipart|font)/[\w.+*-]+|[nN]/[aA]|and/or|\W+|[\d/]+"
)
_USER = re.compile(r"(?<=://)[^/@\s]+@")


def literal(expression: ast.expr | None) -> Literal:
    """Return a number, bool or short string as it is, None for everything else."""
    if isinstance(expression, ast.UnaryOp) and isinstance(expression.op, ast.USub):
        inner = literal(expression.operand)
        is_number = isinstance(inner, int | float) and not isinstance(inner, bool)
        return -inner if is_number else None  # type: ignore[operator]
    if not isinstance(expression, ast.Constant):
        return None
    value = expression.value
    if isinstance(value, str):
        return safe_text(value) if len(value) <= LONGEST_KEYWORD else None
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if value < LARGEST_INTEGER else None
    return value if isinstance(value, float) and math.isfinite(value) else None


def written(expression: ast.expr | None) -> str | None:
    """Return an expression as its author wrote it, clipped; a literal string without quotes."""
    if expression is None:
        return None
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        return safe_text(expression.value[:LONGEST_TEXT])
    if any(True for number, _ in enumerate(ast.walk(expression)) if number > LONGEST_TEXT):
        return "…"
    return safe_text(ast.unparse(expression)[:LONGEST_TEXT])


def string(expression: ast.expr | None) -> str | None:
    """Return a literal string, clipped and cleaned."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        return safe_text(expression.value[:LONGEST_TEXT])
    return None


def strings(expression: ast.expr | None) -> tuple[str, ...]:
    """Return the elements of a literal list, tuple or set, as written."""
    if not isinstance(expression, ast.List | ast.Tuple | ast.Set):
        return ()
    return tuple(written(element) or "" for element in expression.elts[:LONGEST_TEXT])


def literal_texts(expression: ast.expr) -> tuple[str, ...]:
    """Return the texts of a literal list, tuple or set that holds nothing else."""
    if not isinstance(expression, ast.List | ast.Tuple | ast.Set):
        return ()
    found = [
        each.value for each in expression.elts[:LONGEST_TEXT] if isinstance(each, ast.Constant)
    ]
    texts = tuple(each for each in found if isinstance(each, str))
    return texts if len(texts) == len(expression.elts) else ()


def safe_text(text: str) -> str:
    """Clean a string of what must not be shown, and an address of its user and password."""
    if "://" in text:
        text = _USER.sub("***@", text)
    return text if text.isprintable() else clean(text)


def place(text: str) -> str | None:
    """Return a string that looks like a path or an address, else None."""
    if not SHORTEST_PATH <= len(text) <= LONGEST_PATH or "\n" in text:
        return None
    if "://" in text:
        return safe_text(text) if _ADDRESS.fullmatch(text) else None
    if _NO_PATH.fullmatch(text):
        return None
    if _PATH.fullmatch(text) or (("/" in text or "\\" in text) and _FOLDERS.fullmatch(text)):
        return safe_text(text)
    return None
