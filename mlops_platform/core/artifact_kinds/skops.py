"""Models of skops: an archive with a schema that names the classes."""

import json

from mlops_platform.core.contents.content import Content, Kind
from mlops_platform.core.contents.learned import class_note, models_among

MOST_NODES = 200_000


def recognize(content: Content) -> Kind | None:
    """Tell a file of skops by its schema, and a model by the classes in it."""
    if "schema.json" not in content.members:
        return None
    try:
        schema = json.loads(content.member("schema.json"))
    except (ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(schema, dict) or "__class__" not in schema:
        return None
    names = _classes(schema)
    models = models_among(names)
    return Kind("skops", bool(models), class_note(models or names))


def _classes(schema: object) -> list[str]:
    names: dict[str, None] = {}
    left: list[object] = [schema]
    for _ in range(MOST_NODES):
        if not left:
            break
        node = left.pop()
        if isinstance(node, dict):
            if isinstance(node.get("__class__"), str) and isinstance(node.get("__module__"), str):
                names[f"{node['__module__']}.{node['__class__']}"] = None
            left.extend(reversed(node.values()))
        elif isinstance(node, list):
            left.extend(reversed(node))
    return list(names)
