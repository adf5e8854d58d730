"""Notebooks that a run executed or wrote."""

from mlops_platform.core.contents.content import Content, Kind


def recognize(content: Content) -> Kind | None:
    """Tell a notebook by its name and its cells."""
    if not content.has_suffix(".ipynb"):
        return None
    is_notebook = content.head.lstrip().startswith(b"{") and b'"cells"' in content.head
    return Kind("notebook", sureness=2 if is_notebook else 1)
