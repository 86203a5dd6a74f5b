"""Examples for tokens with a shape of their own: three surroundings and three look-alikes."""

from seawall.token import Bad, Good


def shaped(name: str, body: str, prefix: str, *more: Bad | Good) -> tuple[Bad | Good, ...]:
    """`body` is a pattern for the tests to expand; `prefix` is what the look-alikes begin with."""
    return (
        Bad(f"{name}=⟦{body}⟧\n"),
        Bad(f'{{"{name.lower()}": "⟦{body}⟧"}}\n'),
        Bad(f"const client = connect('⟦{body}⟧'); // {name.lower()}\n"),
        Good(f"{name}={prefix}your-token-here\n"),
        Good(f"{name}={prefix}{'x' * 40}\n"),
        Good(f"# values of {name} begin with {prefix} and are kept in the vault\n"),
        *more,
    )


def plain(name: str, body: str, *more: Bad | Good) -> tuple[Bad | Good, ...]:
    """For tokens known by the label before them alone."""
    return (
        Bad(f"{name}=⟦{body}⟧\n"),
        Bad(f'  "{name}": "⟦{body}⟧",\n'),
        Bad(f"- name: {name}\n  value: '⟦{body}⟧'\n"),
        Good(f"{name}=${{{name}}}\n"),
        Good(f"{name}=\n"),
        Good(f"value: ⟦{body}⟧\n"),
        *more,
    )
