"""What people read: pages, documents, logs, event files of TensorBoard, small texts."""

from mlops_platform.core.contents.content import Content, Kind

_BY_SUFFIX = {
    (".html", ".htm"): "page",
    (".md", ".rst"): "report",
    (".log", ".out", ".err"): "log",
    (".json", ".yaml", ".yml", ".toml", ".xml"): "document",
    (".txt",): "text",
}


def recognize(content: Content) -> Kind | None:
    """Tell a document by its mark, else by its name."""
    if content.head.startswith(b"%PDF-"):
        return Kind("pdf")
    if ".tfevents" in content.file_name:
        return Kind("tensorboard_events", sureness=2)
    if content.file_name == "mlmodel" and b"flavors:" in content.head:
        return Kind("mlflow_model_description", sureness=2)
    for suffixes, name in _BY_SUFFIX.items():
        if content.has_suffix(*suffixes) and b"\x00" not in content.head[:4096]:
            return Kind(name, sureness=1)
    return None
