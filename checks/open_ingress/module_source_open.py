"""Find registry modules that are told to open whatever rule comes to the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.network import OpenSource
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    OpenSource,
    MEDIUM,
    title="Module opens every rule to the internet",
    why="The source stands ready: the first rule that someone adds is open to everyone.",
    remedy="Name the networks that may connect, or take the input out until there is a rule.",
    ja=Ja(
        title="モジュールがすべてのルールをインターネットに公開する",
        why="接続元がすでに全開のため、次に追加されるルールは誰にでも公開されます。",
        remedy="接続元のネットワークを限定するか、ルールができるまで入力を外してください。",
    ),
    maps=("cwe:284",),
)
def module_source_open(module: OpenSource) -> Iterator[Problem]:
    for cidr in module.world:
        yield Problem(
            cidr,
            say(
                f"every rule of this module will be open to {cidr.value}",
                f"このモジュールのルールはすべて {cidr.value} に公開されます",
            ),
        )


EXAMPLES = (
    Bad(
        terraform="""
        module "web_server_sg" {
          source                   = "terraform-aws-modules/security-group/aws"
          name                     = "web-server"
          ingress_ipv6_cidr_blocks = ["::/0"]
        }
        """,
    ),
    Good(
        terraform="""
        variable "office" {}
        module "web_server_sg" {
          source              = "terraform-aws-modules/security-group/aws"
          name                = "web-server"
          ingress_cidr_blocks = [var.office, "10.0.0.0/8"]
        }
        """,
    ),
    Good(
        terraform="""
        module "web_server_sg" {
          source              = "terraform-aws-modules/security-group/aws"
          name                = "web-server"
          ingress_cidr_blocks = ["0.0.0.0/0"]
          ingress_rules       = ["https-443-tcp"]
        }
        """,
    ),
)
