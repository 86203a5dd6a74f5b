"""`Fn::Cidr`: an IPv4 block cut into smaller ones."""

MOST = 256  # as many as CloudFormation gives


def split_network(block: str, count: str, bits: str) -> list[str] | None:
    """The first `count` blocks with `bits` host bits each; None where that cannot be."""
    address, _, prefix = block.partition("/")
    octets = address.split(".")
    numbers = (*octets, prefix, count, bits)
    if len(octets) != 4 or not all(each.isascii() and each.isdigit() for each in numbers):
        return None
    values = [int(each) for each in octets]
    wanted, hosts, length = int(count), int(bits), int(prefix)
    if max(values) > 255 or not 0 <= length <= 32 or not 0 <= hosts <= 32 - length:
        return None
    if not 1 <= wanted <= min(MOST, 1 << (32 - length - hosts)):
        return None
    start = int.from_bytes(bytes(values), "big") >> (32 - length) << (32 - length)
    return [
        ".".join(str(byte) for byte in (start + (index << hosts)).to_bytes(4, "big"))
        + f"/{32 - hosts}"
        for index in range(wanted)
    ]
