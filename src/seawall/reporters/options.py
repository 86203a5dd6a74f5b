"""How a report is to look."""


class Options:
    """`lang` "en" or "ja" (machine formats are English unless `machine_lang` says otherwise),
    `color` whether to paint, `width` of the terminal, `fail_on` the least severity that blocks
    ("never" for none), `now` the run's time in UTC as ISO 8601."""

    __slots__ = (
        "color",
        "fail_on",
        "lang",
        "machine_lang",
        "now",
        "quiet",
        "show_suppressed",
        "stats",
        "unicode",
        "version",
        "width",
    )

    def __init__(
        self,
        *,
        lang: str = "en",
        machine_lang: str = "en",
        color: bool = False,
        width: int = 100,
        unicode: bool = True,
        quiet: bool = False,
        stats: bool = False,
        show_suppressed: bool = False,
        fail_on: str = "high",
        version: str = "",
        now: str = "",
    ) -> None:
        self.lang = lang
        self.machine_lang = machine_lang
        self.color = color
        self.width = width
        self.unicode = unicode
        self.quiet = quiet
        self.stats = stats
        self.show_suppressed = show_suppressed
        self.fail_on = fail_on
        self.version = version
        self.now = now
