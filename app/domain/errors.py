"""Known problems: the environment's or the input's fault, told with a remedy, never a traceback."""


class KnownError(Exception):
    """A problem that we foresaw.

    Every one has a title (a few words), a sentence (what happened, with the facts) and a
    remedy (what the person can do now). Front ends show all three; the command line exits 3.
    """

    def __init__(self, title: str, sentence: str, remedy: str) -> None:
        super().__init__(f"{title}: {sentence} {remedy}")
        self.title = title
        self.sentence = sentence
        self.remedy = remedy
