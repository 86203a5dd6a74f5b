"""Sets of actions with which a principal can make itself more powerful.

https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation-part-2/
"""

from collections.abc import Iterable

from seawall.model.iam import Statement
from seawall.model.wildcard import (
    covers,
    is_every_action,
    is_every_action_of_a_service,
    is_every_resource_of_a_service,
)
from seawall.value import Val

PASS_ROLE = "iam:PassRole"
ASSUME_ROLE = "sts:AssumeRole"
SETS: tuple[tuple[str, ...], ...] = (
    ("iam:CreatePolicyVersion",),
    ("iam:SetDefaultPolicyVersion",),
    ("iam:CreateAccessKey",),
    ("iam:CreateLoginProfile",),
    ("iam:UpdateLoginProfile",),
    ("iam:AttachUserPolicy",),
    ("iam:AttachGroupPolicy",),
    ("iam:AttachRolePolicy",),
    ("iam:PutUserPolicy",),
    ("iam:PutGroupPolicy",),
    ("iam:PutRolePolicy",),
    ("iam:AddUserToGroup",),
    ("iam:UpdateAssumeRolePolicy", ASSUME_ROLE),
    ("lambda:UpdateFunctionCode",),
    ("lambda:UpdateFunctionConfiguration",),
    ("glue:UpdateDevEndpoint",),
    (PASS_ROLE, "ec2:RunInstances"),
    (PASS_ROLE, "lambda:CreateFunction", "lambda:InvokeFunction"),
    (PASS_ROLE, "lambda:CreateFunction", "lambda:CreateEventSourceMapping"),
    (PASS_ROLE, "lambda:CreateFunction", "lambda:AddPermission"),
    (PASS_ROLE, "glue:CreateDevEndpoint"),
    (PASS_ROLE, "cloudformation:CreateStack"),
    (PASS_ROLE, "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"),
    (PASS_ROLE, "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"),
    (PASS_ROLE, "sagemaker:CreateTrainingJob"),
    (PASS_ROLE, "sagemaker:CreateProcessingJob"),
    (PASS_ROLE, "codestar:CreateProject"),
    (PASS_ROLE, "ecs:RegisterTaskDefinition", "ecs:RunTask"),
    (PASS_ROLE, "codebuild:CreateProject", "codebuild:StartBuild"),
)
ALONE = frozenset(each[0] for each in SETS if len(each) == 1)
_ALL = frozenset(action for each in SETS for action in each)


def given(statements: Iterable[Statement]) -> dict[str, tuple[Statement, Val[object]]]:
    """The actions of these sets that are allowed on everything, with where each is allowed.

    What a star gives away as a whole is said by the checks about stars.
    """
    found: dict[str, tuple[Statement, Val[object]]] = {}
    for statement in statements:
        if not statement.allows or not is_wide(statement):
            continue
        for action in statement.actions:
            pattern = str(action.value) if action.known else ""
            if is_every_action(pattern) or is_every_action_of_a_service(pattern):
                continue
            for each in _ALL:
                if pattern and covers(pattern, each):
                    found.setdefault(each, (statement, action))
    return found


def is_wide(statement: Statement) -> bool:
    """Whether a statement is for every resource, or every one of a kind, with no condition."""
    if statement.conditional:
        return False
    if statement.every_resource is not None:
        return True
    return any(
        each.holds(lambda text: isinstance(text, str) and is_every_resource_of_a_service(text))
        for each in statement.resources
    )


def complete(have: Iterable[str]) -> list[tuple[str, ...]]:
    """The sets of which every action is at hand."""
    held = set(have)
    return [each for each in SETS if held.issuperset(each)]
