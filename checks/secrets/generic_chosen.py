"""Tell a password that a person chose from a name: `Sommer2024!` from `field_name2`."""

from seawall import patterns as re

_MARKS = frozenset("!@#$%^&*?~")
# what a password is not made of: the words of programs, of forms and of examples
_PROGRAM = frozenset(
    """pass password passwd passphrase pwd secret secrets key keys token tokens user username name
    field fields input inputs label text type types error errors msg message reset login confirm
    value values string str number int option options param params arg args var id ids uid index
    item items step level version ver db database table column host port path file url uri http
    https sha md aes rsa des utf base bcrypt argon scram pkcs oauth auth basic digest hash ldap
    saml kerberos test tests tester testing example sample demo dummy fake mock fixture foo bar baz
    qux abc abcd asdf qwerty qwe change changeme default placeholder invalid wrong bad good right
    correct incorrect valid new old current my your the this admin root guest postgres mysql redis
    elastic rabbit minio oracle mongo minlength maxlength min max length required optional policy
    true false null none undefined enter form page view dialog prompt hint title icon config
    configuration setting settings setup class method func function object array list set get
    sensitive encrypted plain clear env environment vault ref service server client app api strong
    weak state status mode code line node group role credential credentials cred creds enabled
    disabled short long too much many missing match mismatch expired expire
    """.split()
)
_LEET = str.maketrans("4301@$!", "aeolasi")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ENDS_IN_DIGITS = re.compile(
    r"[A-Za-z]{3,20}[0-9]{1,4}|[A-Za-z]{3,20}(?:[-_.][A-Za-z]{2,20}){1,3}[-_.]?[0-9]{2,4}"
)
_SPOILED = re.compile(r"[\s=<>(){}\[\]|\\/:;,\"'`+]|^[$%#@&*]|@[\w\-]+\.|%[0-9A-F]{2}|\$[A-Za-z_{]")
# the most usual of all, which manuals print
_PRINTED = frozenset(
    """p@ssw0rd p@ssword passw0rd passw0rd! p@ssw0rd! password1! password123! p@ssw0rd1 p@ssw0rd1!
    p@ssw0rd123 p@ssw0rd123! p@ss1234 pass@123 pass@word1 password@123 admin@123 test@123 test123!
    test1234! abc123! changeme1! changeme123! user@123 root@123 secret123! hello123! welcome1!
    strongpassw0rd! str0ngp@ssw0rd! mypassword123! my_password1! yourstrong(!)password
    yourstrong!passw0rd yourpassword123! your_password123! string1! newpassword123!
    """.split()
)


def is_chosen(value: str, *, quoted: bool) -> bool:
    """Letters with digits, and perhaps marks, that are neither a name nor a usual example."""
    size = len(value)
    if not 6 <= size <= 40 or _SPOILED.search(value) or value.lower() in _PRINTED:
        return False
    digits = sum(each.isdigit() for each in value)
    if not digits or sum(each.isalpha() for each in value) < 3:
        return False
    marks = any(each in _MARKS for each in value)
    big = any(each.isupper() for each in value)
    small = any(each.islower() for each in value)
    if marks and big and small and size >= 8:
        return True
    words = {each.lower() for each in _WORD.findall(value)}
    words |= {each.lower() for each in _WORD.findall(value.lower().translate(_LEET))}
    if words & _PROGRAM or any(each.endswith(("password", "secret", "token")) for each in words):
        return False
    if marks:
        return True
    return _ENDS_IN_DIGITS.fullmatch(value) is not None and (quoted or digits > 1)


def is_number(value: str) -> bool:
    """Eight digits and more that are no date: shorter ones are counts and settings too."""
    return value.isdigit() and 8 <= len(value) <= 12 and value[:2] not in ("19", "20", "00", "10")
