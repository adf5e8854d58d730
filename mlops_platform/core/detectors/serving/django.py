"""Django: predictions inside a web site."""

from mlops_platform.core.clues.clue import called, declared, imported
from mlops_platform.core.clues.models import model_server
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

PACKAGES = ("django", "rest_framework")


def detect(reading: Reading) -> Detection | None:
    """Find applications that import it and lead to a model, else its declaration.

    What sets Django up by itself is a script beside the server.
    """
    scripts = {clue.place.path for clue in called(reading, "django.setup")}
    imports = imported(reading, *PACKAGES)
    used = tuple(clue for clue in imports if clue.place.path not in scripts)
    unused = () if imports else declared(reading, "django", "djangorestframework")
    return model_server("django", reading, used, unused)
