"""What went wrong, in one sentence for the user."""


class PlatformError(Exception):
    """One sentence for the user: what happened, why, what to do. The CLI prints it as it is."""


class BadInputError(PlatformError):
    """Something that the user gave cannot be used; the CLI ends with exit code 2."""


class RefusedRepositoryError(BadInputError):
    """A repository address that is not accepted."""


class UnreachableRepositoryError(PlatformError):
    """A repository that could not be fetched (exit code 3)."""


class GatheringFailedError(PlatformError):
    """Reading a checkout ended without facts; the section then says why.

    `why` is the cause as a clause, for those who know what it was that could not be read.
    """

    def __init__(self, sentence: str, why: str = "") -> None:
        super().__init__(sentence)
        self.why = why or sentence.rstrip(".")
