"""What may be shown of a secret: at most a quarter, four characters, nothing of a short one."""

_MASK = "********"


def masked(secret: str) -> str:
    """`secret` as people may see it."""
    if len(secret) < 12:
        return _MASK
    shown = min(4, len(secret) // 4)
    head = secret[:shown]
    return head.split("\n")[0].split("\r")[0] + _MASK


def mask_spans(text: str, spans: list[tuple[int, int]], *, start: int = 0) -> str:
    """`text`, which stands at `start` of the whole, with every span of the whole masked."""
    out: list[str] = []
    at = 0
    for low, high in sorted(spans):
        low, high = max(low - start, 0), min(high - start, len(text))
        if high <= at or low >= len(text):
            continue
        low = max(low, at)
        inside = "\n" in text[low:high]
        # the rest of a secret that began on an earlier line or ends on a later one shows nothing
        out += (text[at:low], _MASK if inside or low == 0 else masked(text[low:high]))
        at = high
    out.append(text[at:])
    return "".join(out)
