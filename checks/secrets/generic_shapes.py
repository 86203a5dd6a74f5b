"""How languages give a value to a name: one expression for all of them."""

# the rest of the name, what closes it, and a type between name and value
_REST = r"(?:[A-Za-z0-9_.\-]{0,40}|キー|鍵)"
_CLOSE = r"(?:\\?[\"'`]|[\])}*]){0,3}"
_TYPE = (
    r"(?:: ?[A-Za-z_&*][A-Za-z_.&\[\]<>?' ]{0,30}| As [A-Za-z]{3,12}| ?\{ ?get;[^{}\n]{0,30}\})?"
)
# what takes a literal as it is, so that the literal is still the value
_TAKES = (
    r"(?:(?:new )?(?:[A-Za-z]{1,20}\.)?(?:SecretStr|SecureString|SecretString|Secret|String|Buffer\.from|bytes|b64decode|fromhex"
    r"|sensitive|unsafePlainText|unsafe_plain_text|plainText|plain_text|strdup|string|QString|TEXT|_T)\(\s{0,3}"
    r"|ConvertTo-SecureString(?: -(?:String|AsPlainText|Force)){0,3} )?"
)
# lines that stand between a parameter's name and its default (Terraform, CloudFormation, OpenAPI)
_BETWEEN = (
    r"(?:\s{0,8}[\"']?(?i:type|description|noecho|minlength|maxlength|sensitive|nullable|allowedpattern"
    r"|constraintdescription|format)[\"']?\s{0,20}[:=][^\n{}]{0,200}\n){0,6}"
)
_INLINE = r"(?:[\"']?(?:type|enabled|secure|secret|masked|protected)[\"']?: ?[\"']?\w{1,20}[\"']?, ?){0,3}"
_PAIR = rf"[\"']?[ \t]{{0,4}}[:,>]?[ \t]{{0,4}}\{{?\s{{0,40}}(?<=[\s,]){_INLINE}{_BETWEEN}\s{{0,20}}[\"'<]?(?:value|Value|default|Default|string|String)[\"'>]?\s{{0,20}}[:=>]?\s{{0,4}}"
_EQUALS = r"\s{0,20}(?:=>|:=|={1,3}|!==?|:|\|\|=?|\?\?=?|\?=|<-|->|，|：|は)\s{0,20}"
_OPEN = r"(?:[\[({]{0,2}[rbufRBUF@$L&]{0,2}(?P<quote>\\{0,2}[\"'`]{1,3}|[「『])|[\[({*]{0,2})"
_BARE = r"[^\s\"'`,;<>(){}\[\]|「」]"
_VALUE = rf"(?P<secret>(?(quote)(?:(?!(?P=quote))[^\r\n\\」』]|\\(?![\"'`])[^\r\n]){{4,2000}}|{_BARE}{{6,2000}}))"
_LEAD = (
    rf"(?:{_PAIR}|{_EQUALS}{_TAKES}"
    r"|[ \t]{0,3},[ \t]{0,20}(?=[\"'`])"  # define("name", "value")
    r"|[ \t]{0,20}\|[ \t]{0,20}"  # | name | value |
    r"|</\w{1,12}>\s{0,20}<\w{1,12}>|[^<>\n]{0,40}>\s{0,20}<value>"  # property lists, .NET settings
    r"|\((?=[\"'`])"  # password("value")
    r"|>\s{0,4}(?:<\w{1,12}>)?(?=[^<\s])"  # <password>value</password>
    r"|\s{1,3}(?:is|was|or)[ :]\s{0,2}(?=\S{8})"
    r"|(?P<space>[ \t]{1,20})(?=\S{8})|(?=[「『]))"
)

# the engine is quicker with open repeats, which `pattern` then bounds
_X = r"[^\s\"'`]"
_B = r"[^\s\"'`,;<>(){}\[\]|]"
# a small letter after the word makes another word of it: passed, keyboard, sampwidth
_TRIGGER_REST = r"(?:[A-Z0-9_.\-][A-Za-z0-9_.\-]*|キー|鍵)?"
_TRIGGER_LOOSE = r"(?:[A-Za-z0-9_.\-]*|キー|鍵)"
_TRIGGER_CLOSE = (
    r"[\\\"'`\])}*]*"
    r"(?:: ?[A-Za-z_&*][A-Za-z_.&\[\]<>?' ]*| As [A-Za-z]+| ?\{ ?get;[^{}\n]*\})?"
)
_TRIGGER_LEAD = (
    rf"(?:\s*(?:=|:|，|：|は|<-|->|!=|\|\||\?)[=>:?]*\s*{_TAKES}|[ \t]*[|>]\s*(?:<\w+>)?|[ \t]+"
    r"|</\w+>\s*<\w+>|[^<>\n]*>\s*<value>|\s(?:is|was|or)[ :]\s*)"
)
_TRIGGER_OPEN = r"[\[({*]*[rbufRBUF@$L&]*"
# within quotes and without: at least six characters with a digit or a mark, five with a digit
A_MARK = (
    rf"(?:{_X}{{0,20}}[0-9!-/?@^~]{_X}{{2}}|{_X}{{5,20}}[0-9!-/?@^~])",
    rf"(?:{_B}{{0,20}}[0-9!#-&*+\-/@^~]{_B}{{2}}|{_B}{{5,20}}[0-9!#-&*+\-/@^~])",
)
A_DIGIT = (
    rf"(?:{_X}{{0,20}}[0-9]{_X}{{4}}|{_X}{{9,20}}[0-9])",
    rf"(?:{_B}{{0,20}}[0-9]{_B}{{4}}|{_B}{{9,20}}[0-9])",
)
_BARE_LETTERS = (
    r"(?:PASSWORD|PASSWD|PASS|PWD|[Pp]assword|[Pp]asswd|_pass|pwd)[A-Z_]{0,12}(?:=|: )[A-Za-z]{8}"
)


def pattern(words: str) -> str:
    """A name that holds one of `words`, what leads to its value, and the value."""
    return f"{_quick(words)}{_REST}{_CLOSE}{_TYPE}{_LEAD}{_OPEN}{_VALUE}"


def _quick(words: str) -> str:
    """The same words with all their first characters in front: `re` then skips the others."""
    rests: dict[str, list[str]] = {}
    for word in words.split("|"):
        first = word[: word.index("]") + 1] if word.startswith("[") else word[0]
        both = first if first.startswith("[") else f"[{first.lower()}{first.upper()}]"
        rests.setdefault(both, []).append(word[len(first) :])
    firsts = "".join(each[1:-1] for each in rests)
    branches = "|".join(f"(?<={first})(?i:{'|'.join(rest)})" for first, rest in rests.items())
    return f"[{firsts}](?:{branches})"


def triggers(words: str, stems: str, value: tuple[str, str]) -> tuple[tuple[str, int], ...]:
    """The same, for the engine: with a value that is worth a look; and values that lines of
    their own give to a name before. `words` are whole ones, `stems` may go on in any letters."""
    within, bare = value
    quoted = rf"[\\\"'`「『]+{within}"
    name = f"(?:(?i:{words}){_TRIGGER_REST}|(?i:{stems}){_TRIGGER_LOOSE}){_TRIGGER_CLOSE}"
    letters = ((_BARE_LETTERS, 60),) if value == A_MARK else ()
    return (
        *letters,
        (
            f"{name}(?:{_TRIGGER_LEAD}{_TRIGGER_OPEN}(?:{quoted}|{bare})"
            rf"|[ \t]*[,(]\s*{_TRIGGER_OPEN}{quoted}|{_TRIGGER_OPEN}[「『]{within}"
            rf"|>{_B}{{6,40}}</|</key>\s*<string>{_B}{{6,40}}</)",
            240,
        ),
        (
            r"(?:[\s,\"'<](?:value|Value|default|Default)[\"'>]?\s{0,20}[:=>]\s{0,4}|<string>\s{0,4})"
            rf"(?:[\"'`](?:{A_DIGIT[0]}|{_X}{{5,20}}[0-9])|{A_DIGIT[1]}|{_B}{{5,20}}[0-9])",
            700,
        ),
    )
