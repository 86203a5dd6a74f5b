"""Find HashiCorp tokens: Terraform Cloud, Vault, Consul and Nomad."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page, run
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Token

TERRAFORM_CLOUD_TOKEN = Token(
    id="terraform-cloud-token",
    title="Terraform Cloud API token",
    ja="Terraform Cloud API トークン",
    severity=CRITICAL,
    pattern=word(r"[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Workspaces, state and variables of its owner.",
        "所有者のワークスペース、state、変数。",
    ),
    revoke=page("Terraform Cloud", "User settings > Tokens"),
    source="https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    rank=70,
    examples=shaped("TF_API_TOKEN", r"[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9]{67}", "abc.atlasv1."),
)

VAULT_SERVICE_TOKEN = Token(
    id="vault-service-token",
    title="Vault service token",
    ja="Vault サービストークン",
    severity=CRITICAL,
    pattern=word(r"hvs\.[A-Za-z0-9_-]{24,300}"),
    validate=random_only,
    entropy=3.5,
    opens=(
        "Secrets of the Vault, as its policies allow.",
        "ポリシーで許された Vault のシークレット。",
    ),
    revoke=run("vault token revoke TOKEN"),
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
    rank=70,
    examples=shaped(
        "VAULT_TOKEN", r"hvs\.CAESI[A-Za-z0-9_-]{86}", "hvs.", Bad(r"token=⟦hvs\.[A-Za-z0-9]{24}⟧")
    ),
)

VAULT_BATCH_TOKEN = Token(
    id="vault-batch-token",
    title="Vault batch token",
    ja="Vault バッチトークン",
    severity=CRITICAL,
    pattern=word(r"hvb\.[A-Za-z0-9_-]{100,400}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Secrets of the Vault, as its policies allow.",
        "ポリシーで許された Vault のシークレット。",
    ),
    revoke=(
        "It cannot be revoked by itself; revoke its parent token.",
        "単独では取り消せません。親トークンを取り消してください。",
    ),
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
    rank=70,
    examples=shaped("VAULT_TOKEN", r"hvb\.AAAAAQ[A-Za-z0-9_-]{140}", "hvb."),
)

VAULT_RECOVERY_TOKEN = Token(
    id="vault-recovery-token",
    title="Vault recovery token",
    ja="Vault リカバリートークン",
    severity=CRITICAL,
    pattern=word(r"hvr\.[A-Za-z0-9_-]{24,300}"),
    validate=random_only,
    entropy=3.5,
    opens=(
        "Secrets of the Vault, as its policies allow.",
        "ポリシーで許された Vault のシークレット。",
    ),
    revoke=run("vault token revoke TOKEN"),
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
    rank=70,
    examples=shaped("VAULT_RECOVERY", r"hvr\.[A-Za-z0-9_-]{24}", "hvr."),
)

VAULT_LEGACY_TOKEN = Token(
    id="vault-legacy-token",
    title="Vault token of the old form",
    ja="旧形式の Vault トークン",
    severity=HIGH,
    pattern=labelled(
        r"vault[_.\- ]?(?:root[_.\- ]?|dev[_.\- ]?root[_.\- ]?|client[_.\- ]?)?token(?:_id)?",
        r"[sb]\.[A-Za-z0-9]{24}",
    ),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Secrets of the Vault, as its policies allow.",
        "ポリシーで許された Vault のシークレット。",
    ),
    revoke=run("vault token revoke TOKEN"),
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
    rank=45,
    examples=plain("VAULT_TOKEN", r"s\.[A-Za-z0-9]{24}"),
)

CONSUL_TOKEN = Token(
    id="consul-token",
    title="Consul, Nomad or AppRole secret",
    ja="Consul／Nomad／AppRole のシークレット",
    severity=HIGH,
    pattern=labelled(
        r"(?:consul[_.\- ]?(?:http[_.\- ]?)?(?:acl[_.\- ]?)?(?:master[_.\- ]?)?token|nomad[_.\- ]?(?:acl[_.\- ]?)?token|x-consul-token|x-nomad-token|(?:vault|approle)[_.\- ]?secret[_.\- ]?id)",
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "The cluster or the Vault role that it was made for.",
        "対象のクラスターまたは Vault ロール。",
    ),
    revoke=run("consul acl token delete -id ID"),
    source="https://developer.hashicorp.com/consul/docs/security/acl/tokens",
    rank=45,
    examples=plain(
        "CONSUL_HTTP_TOKEN", r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    ),
)
