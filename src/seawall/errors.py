"""What is wrong with a request; bad input is never an exception (see `finding.Notice`).

SeawallError
├── UsageError     arguments that cannot be meant           exit 2
├── SettingsError  a settings file, baseline or own rule    exit 2
├── GitError       git missing, refusing or half-dead       exit 3
└── Undecided      a question that had to be answered       exit 3
"""


class SeawallError(Exception):
    """A request that cannot be carried out; its text is shown to people as it is."""

    exit_code = 2

    @property
    def words(self) -> str:
        """The text with its Japanese; `str(error)` is the English alone."""
        first = self.args[0] if self.args else ""
        return first if isinstance(first, str) else str(first)


class UsageError(SeawallError):
    """Arguments that cannot be meant."""


class SettingsError(SeawallError):
    """Settings, a baseline or an own rule that cannot be used; names file, line and way out."""


class GitError(SeawallError):
    """git is missing, refused, or ended before it had answered."""

    exit_code = 3


class Undecided(SeawallError):
    """A range, object or base that has to be known and is not."""

    exit_code = 3
