"""A sentence for people in the two languages seawall speaks."""


class Text(str):
    """English text that knows its Japanese; as a plain string it is the English.

    Machine formats use it as it is; reporters for people call `pick`.
    """

    __slots__ = ("ja",)
    ja: str

    def __new__(cls, en: str, ja: str) -> "Text":
        self = super().__new__(cls, en)
        self.ja = ja
        return self

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return str(self), self.ja


def say(en: str, ja: str) -> Text:
    return Text(en, ja)


def pick(text: str, lang: str) -> str:
    """`text` in `lang` ("en" or "ja"); English where there is no other."""
    if lang == "ja" and isinstance(text, Text):
        return text.ja
    return str(text)
