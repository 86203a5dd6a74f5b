"""Paths as git stores them and as people read them: UTF-8, strange bytes kept as surrogates."""


def text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def raw(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")
