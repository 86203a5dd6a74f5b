"""Find tokens of office, design and planning services."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Good, Token

AIRTABLE_TOKEN = Token(
    id="airtable-token",
    title="Airtable personal access token",
    ja="Airtable 個人アクセストークン",
    severity=HIGH,
    pattern=word(r"pat[A-Za-z0-9]{14}\.[0-9a-f]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Airtable", "Developer hub > Personal access tokens"),
    source="https://airtable.com/developers/web/api/authentication",
    rank=70,
    examples=shaped("AIRTABLE_TOKEN", r"pat[A-Za-z0-9]{14}\.[0-9a-f]{64}", "pat"),
)

ASANA_TOKEN = Token(
    id="asana-token",
    title="Asana personal access token",
    ja="Asana 個人アクセストークン",
    severity=HIGH,
    pattern=word(r"[012]/[0-9]{13,17}(?:/[0-9]{13,17})?:[0-9a-f]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Asana", "Settings > Apps > Developer console"),
    source="https://developers.asana.com/docs/personal-access-token",
    rank=70,
    examples=shaped(
        "ASANA_TOKEN",
        r"1/[0-9]{16}:[0-9a-f]{32}",
        "1/",
        Bad(r"'⟦2/[0-9]{16}/[0-9]{16}:[0-9a-f]{32}⟧'"),
    ),
)

NOTION_TOKEN = Token(
    id="notion-token",
    title="Notion integration token",
    ja="Notion インテグレーショントークン",
    severity=HIGH,
    pattern=word(r"ntn_[0-9]{11}[A-Za-z0-9]{35}"),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Notion", "Settings > Connections > Develop integrations"),
    source="https://developers.notion.com/docs/authorization",
    rank=70,
    examples=shaped("NOTION_TOKEN", r"ntn_[0-9]{11}[A-Za-z0-9]{35}", "ntn_"),
)

NOTION_LEGACY_TOKEN = Token(
    id="notion-legacy-token",
    title="Notion integration token of the old form",
    ja="旧形式の Notion インテグレーショントークン",
    severity=HIGH,
    pattern=word(r"secret_[A-Za-z0-9]{43}"),
    validate=random_only,
    entropy=4.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Notion", "Settings > Connections > Develop integrations"),
    source="https://developers.notion.com/docs/authorization",
    rank=70,
    examples=shaped("NOTION_TOKEN", r"secret_[A-Za-z0-9]{43}", "secret_"),
)

LINEAR_KEY = Token(
    id="linear-key",
    title="Linear API key",
    ja="Linear API キー",
    severity=HIGH,
    pattern=word(r"lin_api_[A-Za-z0-9]{40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Linear", "Settings > Security & access"),
    source="https://linear.app/developers/graphql",
    rank=70,
    examples=shaped("LINEAR_API_KEY", r"lin_api_[A-Za-z0-9]{40}", "lin_api_"),
)

LINEAR_OAUTH_TOKEN = Token(
    id="linear-oauth-token",
    title="Linear OAuth token or webhook secret",
    ja="Linear OAuth トークン／Webhook シークレット",
    severity=HIGH,
    pattern=word(r"lin_(?:oauth_[0-9a-f]{64}|wh_[A-Za-z0-9]{36,44})"),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Linear", "Settings > API > OAuth applications"),
    source="https://linear.app/developers/oauth-2-0-authentication",
    rank=70,
    examples=shaped(
        "LINEAR_TOKEN", r"lin_oauth_[0-9a-f]{64}", "lin_oauth_", Bad(r"'⟦lin_wh_[A-Za-z0-9]{40}⟧'")
    ),
)

FIGMA_TOKEN = Token(
    id="figma-token",
    title="Figma personal access token",
    ja="Figma 個人アクセストークン",
    severity=HIGH,
    pattern=word(r"fig[dou]_[A-Za-z0-9_-]{38,46}"),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Figma", "Settings > Security > Personal access tokens"),
    source="https://developers.figma.com/docs/rest-api/authentication/",
    rank=70,
    examples=shaped("FIGMA_TOKEN", r"figd_[A-Za-z0-9_-]{40}", "figd_"),
)

CLICKUP_TOKEN = Token(
    id="clickup-token",
    title="ClickUp personal token",
    ja="ClickUp 個人トークン",
    severity=HIGH,
    pattern=word(r"pk_[0-9]{6,10}_[A-Z0-9]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("ClickUp", "Settings > Apps"),
    source="https://developer.clickup.com/docs/authentication",
    rank=70,
    examples=shaped("CLICKUP_TOKEN", r"pk_[1-9][0-9]{7}_[A-Z0-9]{32}", "pk_"),
)

HUBSPOT_TOKEN = Token(
    id="hubspot-token",
    title="HubSpot private app token",
    ja="HubSpot プライベートアプリトークン",
    severity=HIGH,
    pattern=word(
        r"pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("HubSpot", "Settings > Integrations > Private Apps"),
    source="https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
    rank=70,
    examples=shaped(
        "HUBSPOT_TOKEN",
        r"pat-na1-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        "pat-na1-",
    ),
)

OKTA_TOKEN = Token(
    id="okta-token",
    title="Okta API token",
    ja="Okta API トークン",
    severity=CRITICAL,
    pattern=labelled(
        r"(?:okta[_.\- ]?(?:client|org|api|auth|access)?[_.\- ]?(?:api[_.\- ]?)?(?:token|key|secret)|SSWS)",
        r"00[A-Za-z0-9_-]{40}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Users, groups and apps of the organisation.", "組織のユーザー、グループ、アプリ。"),
    revoke=page("the Okta admin console", "Security > API > Tokens"),
    source="https://developer.okta.com/docs/guides/create-an-api-token/main/",
    rank=45,
    examples=plain(
        "OKTA_API_TOKEN", r"00[A-Za-z0-9_-]{40}", Bad(r"Authorization: SSWS ⟦00[A-Za-z0-9_-]{40}⟧")
    ),
)

AUTH0_CLIENT_SECRET = Token(
    id="auth0-client-secret",
    title="Auth0 client secret",
    ja="Auth0 クライアントシークレット",
    severity=HIGH,
    pattern=labelled(
        r"auth0[_.\- ]?(?:[a-z]{0,12}[_.\- ]?)?(?:client)?[_.\- ]?secret", r"[A-Za-z0-9_-]{64}"
    ),
    validate=random_only,
    entropy=4.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("the Auth0 dashboard", "Applications > Settings > Rotate secret"),
    source="https://auth0.com/docs/get-started/applications/application-settings",
    rank=45,
    examples=plain("AUTH0_CLIENT_SECRET", r"[A-Za-z0-9_-]{64}"),
)

CONTENTFUL_TOKEN = Token(
    id="contentful-token",
    title="Contentful personal access token",
    ja="Contentful 個人アクセストークン",
    severity=HIGH,
    pattern=word(r"CFPAT-[A-Za-z0-9_-]{43}"),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Contentful", "Settings > CMA tokens"),
    source="https://www.contentful.com/developers/docs/references/authentication/",
    rank=70,
    examples=shaped("CONTENTFUL_TOKEN", r"CFPAT-[A-Za-z0-9_-]{43}", "CFPAT-"),
)

MAPBOX_SECRET_TOKEN = Token(
    id="mapbox-secret-token",
    title="Mapbox secret token",
    ja="Mapbox シークレットトークン",
    severity=HIGH,
    pattern=word(r"sk\.eyJ[A-Za-z0-9_-]{20,300}\.[A-Za-z0-9_-]{22}"),
    validate=plausible,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Mapbox", "Account > Tokens"),
    source="https://docs.mapbox.com/help/getting-started/access-tokens/",
    rank=70,
    examples=shaped(
        "MAPBOX_TOKEN",
        r"sk\.eyJ1IjoiYW[A-Za-z0-9_-]{50}\.[A-Za-z0-9_-]{22}",
        "sk.",
        Good(r"⟦pk\.eyJ1IjoiYW[A-Za-z0-9_-]{50}\.[A-Za-z0-9_-]{22}⟧"),
    ),
)

TYPEFORM_TOKEN = Token(
    id="typeform-token",
    title="Typeform personal token",
    ja="Typeform 個人トークン",
    severity=HIGH,
    pattern=word(r"tfp_[A-Za-z0-9_.=-]{40,64}"),
    validate=random_only,
    entropy=3.0,
    opens=("Documents, boards and people of the account.", "アカウントの文書、ボード、メンバー。"),
    revoke=page("Typeform", "Account > Personal tokens"),
    source="https://www.typeform.com/developers/get-started/personal-access-token/",
    rank=70,
    examples=shaped("TYPEFORM_TOKEN", r"tfp_[A-Za-z0-9_]{59}", "tfp_"),
)

ALGOLIA_ADMIN_KEY = Token(
    id="algolia-admin-key",
    title="Algolia admin API key",
    ja="Algolia 管理 API キー",
    severity=HIGH,
    pattern=labelled(
        r"algolia[_.\- ]?(?:admin|write|api)[_.\- ]?(?:api[_.\- ]?)?key", r"[0-9a-f]{32}"
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Every index of the application.", "アプリケーションのすべてのインデックス。"),
    revoke=page("the Algolia dashboard", "Settings > API Keys"),
    source="https://www.algolia.com/doc/guides/security/api-keys/",
    rank=45,
    examples=plain(
        "ALGOLIA_ADMIN_KEY", r"[0-9a-f]{32}", Good(r"ALGOLIA_SEARCH_KEY=⟦[0-9a-f]{32}⟧")
    ),
)
