"""Tracked changes: the words somebody inserted or deleted and nobody accepted."""

from followup.documents.extracted import Notice

SHOWN = 6  # changes named in the message
LENGTH = 60  # characters shown of each
VERBS = {"ins": "inserted", "del": "deleted"}


def shorten(words: str) -> str:
    return words if len(words) <= LENGTH else f"{words[:LENGTH]}…"


class Changes:
    """Collects the inserted and deleted stretches of one document, in its order."""

    def __init__(self) -> None:
        self.stretches: list[tuple[str, str]] = []  # ("ins" or "del", words)
        self.open = False

    def add(self, kind: str, text: str) -> None:
        """More `text` of a change; it continues the last stretch of its `kind` that is still open."""
        if self.open and self.stretches and self.stretches[-1][0] == kind:
            self.stretches[-1] = (kind, self.stretches[-1][1] + text)
        else:
            self.stretches.append((kind, text))
        self.open = True

    def close(self) -> None:
        """What comes next is another change."""
        self.open = False

    def notices(self) -> tuple[Notice, ...]:
        """One `tracked_changes` notice that names the words, () where nothing was changed."""
        named = [(kind, " ".join(text.split())) for kind, text in self.stretches]
        if not named:
            return ()
        count = len(named)
        shown = [f"{VERBS[kind]} “{shorten(words)}”" for kind, words in named[:SHOWN] if words]
        if len(named) > SHOWN:
            shown.append(f"and {count - SHOWN} more")
        what = "1 tracked change" if count == 1 else f"{count} tracked changes"
        listed = f": {', '.join(shown)}" if shown else ""
        message = (
            f"The document holds {what} that nobody accepted; it was read as if all were accepted{listed}."
        )
        return (Notice("tracked_changes", message),)
