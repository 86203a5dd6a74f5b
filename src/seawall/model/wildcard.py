"""What a star in a policy covers: actions, resources and the words people hide a star in."""

from fnmatch import fnmatchcase

_STARS = str.maketrans("", "", "*?:")


def covers(pattern: str, name: str) -> bool:
    """Whether an IAM pattern (`*`, `?`, any case) matches `name`."""
    # fnmatch gives brackets a meaning that IAM does not
    return fnmatchcase(name.lower(), pattern.lower().replace("[", "[[]"))


def is_every_action(pattern: str) -> bool:
    """`*`, `*:*`, `**` and their like: every action of every service."""
    return "*" in pattern and not pattern.translate(_STARS)


def service_of(pattern: str) -> str:
    """The service prefix of an action, "" where it has none or a star in it."""
    service, colon, _ = pattern.lower().partition(":")
    return service if colon and not {"*", "?"} & set(service) else ""


def is_every_action_of_a_service(pattern: str) -> bool:
    """`s3:*`, `s3:**` and `s3*`, which matches `s3:` and more."""
    if is_every_action(pattern):
        return False
    _, colon, name = pattern.partition(":")
    if not colon:
        return pattern.endswith("*") and bool(pattern.translate(_STARS))
    return "*" in name and not name.translate(_STARS)


def is_every_resource(pattern: str) -> bool:
    """`*`, or an arn whose every later part is a star: every resource of every service."""
    if "*" in pattern and not pattern.translate(_STARS):
        return True
    parts = pattern.split(":")
    return (
        parts[0] == "arn"
        and len(parts) > 1
        and all(_open(each) for each in parts[2:])
        and (len(parts) > 2 or "*" in parts[1])
    )


def is_every_resource_of_a_service(pattern: str) -> bool:
    """`arn:aws:s3:::*`, `arn:aws:iam::*:role/*`: all that a service has of a kind."""
    if is_every_resource(pattern):
        return True
    parts = pattern.split(":", 5)
    if len(parts) < 6 or parts[0] != "arn":
        return False
    if parts[2] == "s3":  # what stands before the slash is a bucket there
        return _open(parts[5])
    kind, mark, name = parts[5].replace("/", ":").partition(":")
    return _open(name) if mark and not _open(kind) else _open(parts[5])


def _open(part: str) -> bool:
    return not part.translate(_STARS).strip("/") and (part == "" or "*" in part)


def is_account(who: str) -> bool:
    """A whole account as a principal: its number, or its root."""
    if who.isdigit():
        return len(who) == 12
    head, _, account = who.removesuffix(":root").partition(":iam:")
    return (
        head.startswith("arn:")
        and who.endswith(":root")
        and (account.strip(":").isdigit() or not account.strip(":"))
    )
