"""Find the master keys of frameworks and protocols: Rails, Django, Laravel, WireGuard."""

from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.shape import labelled
from seawall.checks.secrets.specimen import plain
from seawall.checks.secrets.steps import run
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Good, Token

WIREGUARD_PRIVATE_KEY = Token(
    id="wireguard-private-key",
    title="WireGuard private or pre-shared key",
    ja="WireGuard 秘密鍵／事前共有鍵",
    severity=CRITICAL,
    pattern=r"""(?i:private_?key|pre_?shared_?key|psk)\s{0,4}[=:]\s{0,4}[\"']?(?P<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![A-Za-z0-9+/=])""",
    validate=plausible,
    entropy=4.0,
    opens=("The private network, as the peer.", "ピアとしてのプライベートネットワーク。"),
    revoke=(
        "Make a new key with wg genkey and replace the public key at every peer.",
        "wg genkey で新しい鍵を作り、すべてのピアの公開鍵を差し替えてください。",
    ),
    source="https://www.wireguard.com/quickstart/",
    rank=60,
    examples=(
        Bad(
            "[Interface]\nPrivateKey = ⟦[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]⟧=\nAddress = 10.0.0.2/32\n"
        ),
        Bad("PresharedKey = ⟦[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]⟧=\n"),
        Bad(r'private_key: "⟦[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]⟧="'),
        Good("[Peer]\nPublicKey = ⟦[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]⟧=\n"),
        Good(r"PrivateKey = <private key>"),
        Good(r"PrivateKey = $(cat privatekey)"),
    ),
)

LARAVEL_APP_KEY = Token(
    id="laravel-app-key",
    title="Laravel APP_KEY",
    ja="Laravel APP_KEY",
    severity=HIGH,
    pattern=r"""(?i:app_key)[\"'\s:=>,]{1,8}(?:env\([^)]{1,30}\)[^\n]{0,10})?(?P<secret>base64:[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])""",
    validate=plausible,
    entropy=4.0,
    opens=(
        "Sessions, cookies and encrypted data of the application.",
        "アプリケーションのセッション、クッキー、暗号化データ。",
    ),
    revoke=run("php artisan key:generate"),
    source="https://laravel.com/docs/encryption",
    rank=75,
    examples=(
        Bad("APP_KEY=base64:⟦[A-Za-z0-9+/]{43}⟧=\n"),
        Bad(r"'APP_KEY' => 'base64:⟦[A-Za-z0-9+/]{43}⟧='"),
        Bad(r'APP_KEY: "base64:⟦[A-Za-z0-9+/]{43}⟧="'),
        Good("APP_KEY=\n"),
        Good(r"APP_KEY=base64:your-key-here"),
        Good(r"APP_KEY=${APP_KEY}"),
    ),
)

RAILS_MASTER_KEY = Token(
    id="rails-master-key",
    title="Rails master key",
    ja="Rails マスターキー",
    severity=CRITICAL,
    pattern=labelled(r"rails[_.\- ]?master[_.\- ]?key", r"[0-9a-f]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "All encrypted credentials of the application.",
        "アプリケーションのすべての暗号化された認証情報。",
    ),
    revoke=(
        "Run: bin/rails credentials:edit with a new key, and change every credential in it.",
        "新しいキーで bin/rails credentials:edit を実行し、含まれる認証情報もすべて変更してください。",
    ),
    source="https://guides.rubyonrails.org/security.html#custom-credentials",
    rank=45,
    examples=plain("RAILS_MASTER_KEY", r"[0-9a-f]{32}"),
)

RAILS_MASTER_KEY_FILE = Token(
    id="rails-master-key-file",
    title="Rails master key file",
    ja="Rails マスターキーファイル",
    severity=CRITICAL,
    pattern=r"(?:^|(?<=\n))(?P<secret>[0-9a-f]{32})\s{0,3}(?![\s\S])",
    triggers=((r"^[0-9a-f]{32}", 40),),
    validate=plausible,
    entropy=3.0,
    opens=(
        "All encrypted credentials of the application.",
        "アプリケーションのすべての暗号化された認証情報。",
    ),
    revoke=(
        "Run: bin/rails credentials:edit with a new key, and change every credential in it.",
        "新しいキーで bin/rails credentials:edit を実行し、含まれる認証情報もすべて変更してください。",
    ),
    source="https://guides.rubyonrails.org/security.html#custom-credentials",
    paths=r"(?:^|/)config/(?:master|credentials/[a-z_]+)\.key$",
    rank=76,
    examples=(
        Bad("⟦[0-9a-f]{32}⟧", "config/master.key"),
        Bad("⟦[0-9a-f]{32}⟧\n", "app/config/master.key"),
        Bad("⟦[0-9a-f]{32}⟧\n", "config/credentials/production.key"),
        Good("⟦[0-9a-f]{32}⟧\n", "config/checksum.txt"),
        Good("⟦[0-9a-f]{40}⟧\n", "config/master.key"),
        Good("none\n", "config/master.key"),
    ),
)

DJANGO_SECRET_KEY = Token(
    id="django-secret-key",
    title="Django SECRET_KEY",
    ja="Django SECRET_KEY",
    severity=MEDIUM,
    pattern=r"""(?:SECRET_KEY\s{0,3}=\s{0,3}|secret_key=)[rb]?[\"'](?P<secret>(?:django-insecure-)?[a-z0-9!@#$%^&*(\-_=+)]{50})[\"']""",
    validate=plausible,
    entropy=4.0,
    opens=(
        "Forging sessions and signed data of the site.",
        "サイトのセッションと署名付きデータの偽造。",
    ),
    revoke=(
        "Set a new SECRET_KEY from the environment; all sessions end.",
        "環境変数から新しい SECRET_KEY を設定してください。すべてのセッションが終了します。",
    ),
    source="https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
    rank=62,
    examples=(
        Bad("SECRET_KEY = 'django-insecure-⟦[a-z0-9!@#%&*(_=+)]{50}⟧'\n"),
        Bad('SECRET_KEY = "⟦[a-z0-9!@#%&*(_=+)]{50}⟧"\n'),
        Bad(r"SECRET_KEY='⟦[a-z0-9!@#^&*(_=+)]{50}⟧'"),
        Good(r"SECRET_KEY = os.environ['SECRET_KEY']"),
        Good(r"SECRET_KEY = 'change-me'"),
        Good(r"SECRET_KEY = get_random_secret_key()"),
    ),
)

ASPNET_MACHINE_KEY = Token(
    id="aspnet-machine-key",
    title="ASP.NET machine key",
    ja="ASP.NET マシンキー",
    severity=CRITICAL,
    pattern=r"""(?i:(?:validation|decryption)Key)\s{0,2}=\s{0,2}[\"'](?P<secret>[0-9A-Fa-f]{48,128})[\"',]""",
    validate=plausible,
    entropy=3.0,
    opens=(
        "Forging sessions and running code through view state.",
        "セッションの偽造と、ViewState を通じたコード実行。",
    ),
    revoke=(
        "Generate a new machineKey in IIS Manager and deploy it outside the repository.",
        "IIS マネージャーで新しい machineKey を生成し、リポジトリ外で配布してください。",
    ),
    source="https://learn.microsoft.com/en-us/previous-versions/dotnet/netframework-4.0/w8h3skw9(v=vs.100)",
    rank=75,
    examples=(
        Bad(r'<machineKey validationKey="⟦[0-9A-F]{128}⟧" decryption="AES" />'),
        Bad(r"decryptionKey='⟦[0-9A-F]{64}⟧'"),
        Bad(r'<machineKey decryptionKey="⟦[0-9A-F]{48}⟧" />'),
        Good(r'<machineKey validationKey="AutoGenerate,IsolateApps" />'),
        Good(r'decryptionKey="AutoGenerate"'),
        Good(r'validationKey="[your key]"'),
    ),
)

ETHEREUM_PRIVATE_KEY = Token(
    id="ethereum-private-key",
    title="Ethereum private key",
    ja="Ethereum 秘密鍵",
    severity=CRITICAL,
    pattern=r"""(?i:(?:(?<![A-Za-z])|(?:eth(?:ereum)?|wallet|deployer|owner|account|metamask|signer|relayer|operator|mnemonic|evm|bsc|polygon)[_.\- ]?)private[_.\- ]?key)[A-Za-z0-9_]{0,12}[\"'`\])\s]{0,4}(?::\s{0,2}string\s{0,2})?[=:,(\[]{1,3}[>\s\"'`\[]{0,6}(?P<secret>(?:0x)?[0-9a-fA-F]{64})(?![A-Za-z0-9])""",
    validate=plausible,
    entropy=3.0,
    opens=("All funds of the address.", "アドレスのすべての資金。"),
    revoke=(
        "Move the funds to a new address at once; a key cannot be revoked.",
        "直ちに資金を新しいアドレスへ移してください。鍵を取り消すことはできません。",
    ),
    source="https://ethereum.org/en/developers/docs/accounts/",
    rank=62,
    examples=(
        Bad("PRIVATE_KEY=0x⟦[0-9a-f]{64}⟧\n"),
        Bad(r'"deployerPrivateKey": "⟦[0-9a-f]{64}⟧"'),
        Bad(r"accounts: { privateKey: '0x⟦[0-9a-f]{64}⟧' }"),
        Good(r"sha256 = ⟦[0-9a-f]{64}⟧"),
        Good(r"PRIVATE_KEY=0x0000000000000000000000000000000000000000000000000000000000000000"),
        Good(r"PRIVATE_KEY=${PRIVATE_KEY}"),
        Good(r"txHash: 0x⟦[0-9a-f]{64}⟧"),
    ),
)
