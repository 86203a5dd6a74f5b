"""Find notebooks with their own way to the internet."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.services import Endpoint
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Endpoint,
    MEDIUM,
    title="Notebook has direct internet access",
    why="Training data and role credentials can leave the account past every control of the VPC.",
    remedy="Disable direct internet access and put the notebook into a VPC.",
    ja=Ja(
        title="ノートブックがインターネットに直接つながる",
        why="学習データやロールの認証情報が、VPC の制御を通らずに外へ出せます。",
        remedy="直接のインターネットアクセスを無効にし、ノートブックを VPC に入れてください。",
    ),
    maps=("aws-fsbp:SageMaker.1",),
)
def notebook_internet_direct(endpoint: Endpoint) -> Iterator[Problem]:
    if endpoint.kind == "notebook" and endpoint.public.is_(True):
        written = endpoint.public.written
        yield Problem(
            endpoint.public if written else endpoint,
            say(
                "the notebook reaches the internet directly", "ノートブックが直接外部に接続できます"
            ),
            fix=SetTo(endpoint.public, "Disabled") if written else None,
            safe=False,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_sagemaker_notebook_instance" "lab" {
          name                   = "lab"
          direct_internet_access = "Enabled"
        }
        """,
        cloudformation="""
        Resources:
          Lab:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
        """,
    ),
    Good(
        terraform="""
        variable "access" {}
        resource "aws_sagemaker_notebook_instance" "lab" {
          name                   = "lab"
          direct_internet_access = "Disabled"
        }
        resource "aws_sagemaker_notebook_instance" "other" {
          name                   = "other"
          direct_internet_access = var.access
        }
        """,
        cloudformation="""
        Parameters:
          Access:
            Type: String
        Resources:
          Lab:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              DirectInternetAccess: !Ref Access
        """,
    ),
)
