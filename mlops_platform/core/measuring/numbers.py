"""Numbers as programs print them: plain, with thousands marked, wrapped by NumPy or a tensor."""

import math
import re

# At most 40 characters: no honest number is longer, and long digits cost time.
NUMBER = (
    r"[-+]?(?:\d{1,3}(?:,\d{3}){1,4}(?![\d,])(?:\.\d{1,20})?|\d{1,18}(?:\.\d{0,25})?|\.\d{1,25})"
    r"(?:[eE][-+]?\d{1,4})?"
)
NOT_FINITE = r"[-+]?(?:nan|NaN|NAN|inf|Inf|infinity|Infinity)\b"
_WRAPPED = re.compile(
    rf"\b(?:np\.|numpy\.|jnp\.)?(?:float|int)\d{{0,2}}\(\s?({NUMBER}|{NOT_FINITE})\s?\)"
)
_TENSOR = re.compile(
    rf"\b(?:tf\.Tensor|tensor|Array|array)\(\s?({NUMBER}|{NOT_FINITE})[^()]{{0,80}}\)"
)
_WHOLE = re.compile(rf"{NUMBER}|{NOT_FINITE}")


def unwrapped(text: str) -> str:
    """Replace `np.float64(0.5)` and `tensor(0.5, device='cpu')` by the number in them."""
    if "(" not in text:
        return text
    return _TENSOR.sub(r"\1", _WRAPPED.sub(r"\1", text))


def number(text: str) -> float | None:
    """Return the number that a text is, also one that is not finite; None for anything else."""
    text = text.strip()
    if not _WHOLE.fullmatch(text):
        return None
    value = float(text.replace(",", ""))
    return value if math.isfinite(value) else math.inf


def decimals(value: float) -> int:
    """Return how many decimals a value was written with, as far as it still tells."""
    _, _, fraction = f"{value:.12f}".rstrip("0").partition(".")
    return len(fraction)
