"""Whether the conditions of a statement really keep strangers out.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

from ipaddress import ip_network

from seawall.model.iam import Condition, Statement

EVERYONE = "everyone"  # no condition, or one that anybody meets
ADDRESSES = "addresses"  # anybody at certain addresses
LIMITED = "limited"  # fixed accounts, organisations, networks, callers
UNKNOWN = "unknown"

# a fixed value of one of these names who calls or where from, and a stranger cannot choose it
_WHO = frozenset(
    {
        "aws:principalorgid",
        "aws:principalorgpaths",
        "aws:principalaccount",
        "aws:principalarn",
        "aws:principalisawsservice",
        "aws:principalservicename",
        "aws:principalservicenameslist",
        "aws:userid",
        "aws:sourcearn",
        "aws:sourceaccount",
        "aws:sourceowner",
        "aws:sourceorgid",
        "aws:sourceorgpaths",
        "aws:sourcevpc",
        "aws:sourcevpce",
        "aws:sourcevpcarn",
        "aws:vpceaccount",
        "aws:vpceorgid",
        "aws:vpceorgpaths",
        "aws:vpcsourceip",
        "s3:dataaccesspointaccount",
        "s3:dataaccesspointarn",
        "s3:accesspointnetworkorigin",
        "s3:x-amz-server-side-encryption-aws-kms-key-id",
        "kms:calleraccount",
        "sts:externalid",
        "lambda:eventsourcetoken",
        "alexa:skillid",
        "elasticfilesystem:accessedviamounttarget",
        "elasticfilesystem:accesspointarn",
        "execute-api:viaprivateendpoint",
    }
)
# these look like a fence and are none: the caller sends them, meets them, or they say what is
# touched and not who touches it
_LOOKS = frozenset(
    {
        "aws:referer",
        "aws:useragent",
        "aws:securetransport",
        "aws:viaawsservice",
        "aws:calledvia",
        "aws:calledviafirst",
        "aws:calledvialast",
        "aws:currenttime",
        "aws:epochtime",
        "aws:tokenissuetime",
        "aws:multifactorauthpresent",
        "aws:multifactorauthage",
        "aws:principaltype",
        "aws:username",
        "aws:sourceidentity",
        "aws:requestedregion",
        "aws:resourceaccount",
        "aws:resourceorgid",
        "aws:resourceorgpaths",
        "aws:tagkeys",
        "kms:viaservice",
        "kms:grantisforawsresource",
        "kms:encryptioncontextkeys",
        "sns:protocol",
        "sns:endpoint",
        "lambda:functionurlauthtype",
        "lambda:invokedviafunctionurl",
        "sts:rolesessionname",
    }
)
_TESTS = ("stringequals", "stringlike", "arnequals", "arnlike", "bool", "ipaddress", "null")


def reach(statement: Statement) -> str:
    """Who passes the conditions of a statement that is open to every principal.

    Conditions are joined by "and": one that keeps strangers out is enough.
    """
    met = [_one(each) for each in statement.conditions]
    if LIMITED in met:
        return LIMITED
    if UNKNOWN in met or not statement.conditions_known:
        return UNKNOWN
    return ADDRESSES if ADDRESSES in met else EVERYONE


def asks(statement: Statement) -> bool:
    """Whether the conditions of a trust ask its callers for anything; an unknown one does."""
    return not statement.conditions_known or any(_asks(each) for each in statement.conditions)


def _asks(condition: Condition) -> bool:
    key = condition.key.lower()
    if key == "aws:multifactorauthpresent":
        nothing: tuple[object, ...] = ("false", False)
    elif key == "sts:externalid":
        nothing = ("", "*")
    else:
        return True
    return (
        not condition.values
        or any(value.is_not_in(nothing) for value in condition.values)
        or any(value.unknown for value in condition.values)
    )


def _one(condition: Condition) -> str:
    operator = condition.operator.lower()
    quantifier, _, operator = operator.rpartition(":")
    optional = operator.endswith("ifexists")
    operator = operator.removesuffix("ifexists").removesuffix("ignorecase")
    key = condition.key.lower()
    if operator not in _TESTS:
        return EVERYONE if operator.startswith(_OTHERS) else UNKNOWN
    if operator == "null":
        return EVERYONE  # that a key is there says nothing about its value
    if key == "aws:sourceip":
        return _addresses(condition)
    if key.startswith(("aws:principaltag/", "aws:requesttag/", "aws:resourcetag/")):
        return EVERYONE
    if key in _LOOKS or (key.startswith("s3:") and key not in _WHO):
        return EVERYONE
    # a key that the request lacks passes with IfExists, and an empty set passes ForAllValues
    if key not in _WHO:
        return UNKNOWN
    if optional or quantifier == "forallvalues":
        return EVERYONE
    return _fixed(condition, pattern=operator not in ("stringequals", "bool"))


_OTHERS = ("stringnot", "arnnot", "notipaddress", "numeric", "date", "binary")


def _fixed(condition: Condition, *, pattern: bool) -> str:
    # what is not known stays a fence: whatever it is, somebody chose it to name a caller
    for value in condition.values:
        if value.holds(lambda text: str(text).lower() == "false"):
            return EVERYONE
        if pattern and value.holds(lambda text: _open(condition.key.lower(), str(text))):
            return EVERYONE
    return LIMITED if condition.values or not condition.complete else EVERYONE


def _open(key: str, text: str) -> bool:
    if not text.strip("*?"):
        return True
    if key == "aws:userid":
        return text.startswith("*")
    if not text.startswith("arn:"):
        return False
    # an arn of no certain account and no certain name can be anybody's
    parts = text.replace("/", ":").split(":")
    return len(parts) >= 6 and not parts[4].strip("*?") and not parts[-1].strip("*?")


def _addresses(condition: Condition) -> str:
    if not condition.complete or any(not each.known for each in condition.values):
        return UNKNOWN
    for value in condition.values:
        try:
            network = ip_network(str(value.value), strict=False)
        except ValueError:
            return UNKNOWN
        # S3 calls a range wider than this public
        if network.prefixlen < (8 if network.version == 4 else 32):
            return EVERYONE
    return ADDRESSES if condition.values else EVERYONE
