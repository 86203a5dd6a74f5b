"""What to do with a leaked credential, in both languages."""


def page(owner: str, where: str) -> tuple[str, str]:
    """Revoke on a page of the provider; `where` is the path through its menus."""
    return (
        f"In {owner}, open {where}, revoke this one and issue another.",
        f"{owner} の {where} を開き、これを失効させてから再発行してください。",
    )


def run(command: str) -> tuple[str, str]:
    """Revoke with a command."""
    return (f"Run: {command}", f"次を実行してください: {command}")
