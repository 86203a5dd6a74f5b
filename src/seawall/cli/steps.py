"""The steps after a leaked AWS key, each with its reason and commands.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
https://repost.aws/knowledge-center/potential-account-compromise
"""

from seawall.words import Text, say

# (title, why, commands); commands read KEY_ID and USER_NAME from the environment
STEPS: tuple[tuple[Text, Text, tuple[str, ...]], ...] = (
    (
        say("Find whose key it is", "誰のキーかを調べる"),
        say(
            "The account and the user; a root user's key has to be taken in the console.",
            "アカウントとユーザーを確認します。ルートユーザーのキーはコンソールで扱います。",
        ),
        (
            'aws sts get-access-key-info --access-key-id "$KEY_ID"',
            'aws iam get-access-key-last-used --access-key-id "$KEY_ID"',
        ),
    ),
    (
        say("Deactivate it now", "すぐに無効化する"),
        say(
            "Deactivating can be undone, so do not wait to learn what it breaks; delete it later.",
            "無効化は元に戻せます。影響の調査を待たずに実行し、削除は後で行います。",
        ),
        (
            'aws iam update-access-key --status Inactive --access-key-id "$KEY_ID" '
            '--user-name "$USER_NAME"',
        ),
    ),
    (
        say("Cut sessions that were made with it", "そのキーで作られたセッションを断つ"),
        say(
            "Temporary credentials outlive the key: deny everything issued before now.",
            "一時認証情報はキーより長く生きます。今より前に発行されたものをすべて拒否します。",
        ),
        (
            'aws iam put-user-policy --user-name "$USER_NAME" --policy-name seawall-cut-off '
            "--policy-document '"
            '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*",'
            '"Condition":{"DateLessThan":{"aws:TokenIssueTime":"'
            "'\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\"'"
            '"}}}]}'
            "'",
        ),
    ),
    (
        say("See what it did, in every region", "すべてのリージョンで使用履歴を見る"),
        say(
            "Look for GetCallerIdentity, CreateUser, AttachUserPolicy, RunInstances, "
            "GetFederationToken and AssumeRole.",
            "GetCallerIdentity、CreateUser、AttachUserPolicy、RunInstances、GetFederationToken、"
            "AssumeRole を探します。",
        ),
        (
            "for region in $(aws ec2 describe-regions --all-regions --query "
            "'Regions[?OptInStatus!=`not-opted-in`].RegionName' --output text); do "
            'echo "== $region"; aws cloudtrail lookup-events --region "$region" '
            '--lookup-attributes AttributeKey=AccessKeyId,AttributeValue="$KEY_ID"; done',
        ),
    ),
    (
        say("Look for new users, keys and roles", "新しいユーザー、キー、ロールを探す"),
        say(
            "Intruders leave themselves a way back in; remove what nobody of yours made.",
            "侵入者は戻り口を作ります。身に覚えのないものを取り除きます。",
        ),
        (
            "aws iam get-account-authorization-details --output json > iam-now.json",
            "aws iam list-users --query 'reverse(sort_by(Users,&CreateDate))[:10]'",
            "aws iam list-roles --query 'reverse(sort_by(Roles,&CreateDate))[:10]'",
        ),
    ),
    (
        say("Look for instances and other compute", "インスタンスなどの計算資源を探す"),
        say(
            "Miners run in regions that you never use: check all of them, spot requests, "
            "ECS, Lambda and SageMaker too.",
            "マイナーは普段使わないリージョンで動きます。全リージョンと、スポット、ECS、Lambda、"
            "SageMaker も確認します。",
        ),
        (
            "for region in $(aws ec2 describe-regions --query 'Regions[].RegionName' "
            '--output text); do echo "== $region"; aws ec2 describe-instances --region "$region" '
            "--query 'Reservations[].Instances[].[InstanceId,InstanceType,LaunchTime]' "
            '--output text; aws lambda list-functions --region "$region" '
            "--query 'Functions[].[FunctionName,LastModified]' --output text; done",
        ),
    ),
    (
        say("Look at the costs and ask AWS for help", "費用を確認し AWS に連絡する"),
        say(
            "Open a support case on the account's compromise; charges by intruders can be waived.",
            "アカウント侵害としてサポートケースを開きます。不正利用の請求は免除されることがあります。",
        ),
        (
            "aws ce get-cost-and-usage --granularity DAILY --metrics UnblendedCost "
            "--time-period \"Start=$(date -u -d '7 days ago' +%F),End=$(date -u +%F)\" "
            "--group-by Type=DIMENSION,Key=REGION",
        ),
    ),
    (
        say("Replace the key, then clean the history", "キーを差し替え、その後で履歴を消す"),
        say(
            "Prefer a role or IAM Identity Center to a new key. Rewriting history comes last: "
            "what was pushed stays leaked.",
            "新しいキーよりロールや IAM Identity Center を使います。履歴の書き換えは最後です。"
            "一度公開されたものは漏えいしたままです。",
        ),
        (
            'aws iam delete-access-key --access-key-id "$KEY_ID" --user-name "$USER_NAME"',
            "git filter-repo --replace-text replacements.txt",
        ),
    ),
)
