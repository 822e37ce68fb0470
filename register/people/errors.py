"""What can be wrong with a mail address."""

from ground.errors import DomainError


class NoMailbox(DomainError):
    """This is no mail address, or none that a plain mail server takes."""

    def __init__(self, *, foreign_letters: bool) -> None:
        super().__init__()
        self.foreign_letters = foreign_letters
        """Whether there are other letters or signs before the @ than those of every keyboard, as curly quotes."""
