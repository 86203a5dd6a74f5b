"""Find opt-in regions that are switched on."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.region import OPT_IN, RegionSwitch
from seawall.severity import HIGH, MEDIUM
from seawall.words import say


@check(
    RegionSwitch,
    MEDIUM,
    title="Opt-in region is switched on",
    why="Every region that is on is one more place to watch; these are off by default for that reason.",
    remedy="Leave the region off, or add it to [regions] allowed in the settings.",
    ja=Ja(
        title="オプトインリージョンが有効になっている",
        why="有効なリージョンは監視対象を一つ増やします。そのため既定では無効になっています。",
        remedy="リージョンを無効のままにするか、設定の [regions] allowed に追加してください。",
    ),
    maps=("attack:T1535",),
    severities=(MEDIUM, HIGH),
)
def region_opted_in(switch: RegionSwitch) -> Iterator[Problem]:
    name, on = switch.name.value, switch.on.is_(True)
    if not on or name is None:
        return
    if switch.allowed is not None:
        if switch.name.is_not_in(switch.allowed):
            yield Problem(
                switch.name,
                say(
                    f"{name} is switched on and not allowed",
                    f"許可されていない {name} が有効になっています",
                ),
                severity=HIGH,
            )
    elif switch.name.is_in(OPT_IN):
        yield Problem(switch.name, say(f"{name} is switched on", f"{name} が有効になっています"))


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_account_region" "cape_town" {
          region_name = "af-south-1"
          enabled     = true
        }
        """,
    ),
    Bad(
        terraform="""
        resource "aws_account_region" "zurich" {
          region_name = "eu-central-2"
          enabled     = true
        }
        """,
        settings={"allowed_regions": ["eu-central-1"]},
    ),
    Good(
        terraform="""
        variable "on" {}
        resource "aws_account_region" "cape_town" {
          region_name = "af-south-1"
          enabled     = false
        }
        resource "aws_account_region" "zurich" {
          region_name = "eu-central-2"
          enabled     = var.on
        }
        """,
    ),
)
