"""What is said about templates that could not be read, or not in full."""

from yaml import Node

from seawall.finding import BLOCKING, INFORMATION, Notice
from seawall.readers.cloudformation import sieve
from seawall.readers.cloudformation.compose import Fault
from seawall.readers.cloudformation.tree import span_of
from seawall.span import Place, Source, Span
from seawall.words import say


def broken(source: Source, fault: Fault) -> Notice:
    """A text that is certainly a template and cannot be read."""
    at = min(fault.offset, len(source.text))
    span = Span(source, at, at)
    if fault.budget:
        words = say(f"not read: {fault.what}", f"読めません（上限を超えています）: {fault.what}")
        return Notice.at(BLOCKING, "budget", words, span)
    if sieve.other_engine(source.text):
        words = say(
            "another templating engine has to run over this template first",
            "このテンプレートには先に別のテンプレートエンジンの処理が必要です",
        )
        return Notice.at(INFORMATION, "other-engine", words, span)
    words = say(f"not a readable template: {fault.what}", f"テンプレートを読めません: {fault.what}")
    return Notice.at(BLOCKING, "syntax", words, span)


def not_unrolled(name: str, span: Span, *, budget: bool) -> Notice:
    """A loop over something unknown, or one round too many."""
    if budget:
        words = say(
            f"not read: {name} goes round too often", f"読めません（上限を超えています）: {name}"
        )
        return Notice.at(BLOCKING, "budget", words, span)
    words = say(
        f"{name} was not read: what it stands for is not known here",
        f"{name} は読めません: 何に展開されるかがここではわかりません",
    )
    return Notice.at(INFORMATION, "unknown-value", words, span)


def too_much(span: Span) -> Notice:
    words = say(
        "working this template out would cost too much; it was not judged whole",
        "評価の負荷が上限を超えるため、このテンプレートの一部は判定していません",
    )
    return Notice.at(BLOCKING, "over-budget", words, span)


def repeated_key(name: str, span: Span) -> Notice:
    words = say(
        f"the key {name} stands here twice; the last one is read",
        f"キー {name} が重複しています。最後のものを読みます",
    )
    return Notice.at(INFORMATION, "duplicate-key", words, span)


def not_at_hand(what: str, span: Span) -> Notice:
    words = say(
        f"{what} is not in this repository and was not read",
        f"{what} はこのリポジトリにないため読んでいません",
    )
    return Notice.at(INFORMATION, "unavailable-template", words, span)


def macro(name: str, span: Span) -> Notice:
    words = say(
        f"the macro {name} runs when it is deployed; the template is read as it stands",
        f"マクロ {name} はデプロイ時に動きます。テンプレートは書かれたまま読みます",
    )
    return Notice.at(INFORMATION, "macro", words, span)


def serverless_framework(source: Source, inner: Node) -> Notice:
    words = say(
        "of a Serverless Framework file only `resources` is read; package it for the rest",
        "Serverless Framework のファイルでは `resources` だけを読みます",
    )
    return Notice.at(INFORMATION, "other-engine", words, span_of(source, inner).first_line())


def not_synthesised(path: str) -> Notice:
    words = say(
        "a CDK app without a synthesised template: run `cdk synth` and scan cdk.out",
        "合成済みテンプレートのない CDK アプリです。`cdk synth` の後に cdk.out を検査してください",
    )
    return Notice(INFORMATION, "cdk-not-synthesised", words, Place(path))
