"""Gates a CI run: judges what the event brought, annotates and summarises it."""

from collections.abc import Mapping

from seawall.errors import SeawallError
from seawall.finding import Report
from seawall.forge import events, owners, resolve, summary
from seawall.forge.plan import Plan
from seawall.gate import Output, complain, exit_code, locale_language, run
from seawall.sources.changes import ChangeSet
from seawall.sources.git import Git, repository
from seawall.words import pick

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from seawall.scan import Asked

    Review = Callable[[Plan, Git, Report], None]

# what the system's own log understands, where the user asked for no format
FORMATS = {"github": "github", "azure": "azure"}


class Job:
    """One run of `seawall ci`."""

    __slots__ = ("deepen", "environment", "git", "lang", "plan", "policy_from", "since", "told")

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        deepen: bool = False,
        policy_from: str = "",
        since: str = "",
        lang: str = "",
    ) -> None:
        self.environment = environment
        self.lang = lang or locale_language()
        self.deepen = deepen
        self.policy_from = policy_from
        self.since = since
        self.git = Git(repository() or "")
        self.plan: Plan | None = None
        self.told = False

    def changes(self) -> ChangeSet:
        """What the event brought; raises SeawallError."""
        self.plan = plan = events.plan(self.environment, _payload(self.environment))
        if plan.why is not None:
            complain(f"seawall: {pick(plan.why, self.lang)}")
        return resolve.changes(
            self.git, plan, deepen=self.deepen, policy_from=self.policy_from, since=self.since
        )


def main(
    environment: Mapping[str, str],
    output: Output,
    asked: "Asked",
    *,
    config: str = "",
    deepen: bool = False,
    review: "Review | None" = None,
    policy_from: str = "",
    since: str = "",
) -> int:
    """Judge, tell, summarise; the exit code. `review` comments on the pull request."""
    job = Job(environment, deepen=deepen, policy_from=policy_from, since=since, lang=output.lang)
    asked.trusted = True

    def then(report: Report) -> None:
        job.told = True
        _owners(job, report)
        summary.write(job.environment, report, output, code=exit_code(report, strict=output.strict))
        if review is not None and job.plan is not None:
            review(job.plan, job.git, report)

    code = run(job.changes, output=output, asked=asked, config=config, then=then)
    if not job.told:
        summary.write_undecided(job.environment, output, code=code)
    job.git.close()
    return code


def default_format(environment: Mapping[str, str]) -> str:
    """The format that this system's log shows best."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return FORMATS["github"]
    return FORMATS["azure"] if environment.get("TF_BUILD") else "text"


def _owners(job: Job, report: Report) -> None:
    at = job.policy_from or (job.plan.policy_at if job.plan else "") or "HEAD"

    def read(path: str) -> bytes | None:
        code, data, _ = job.git.ask("cat-file", "blob", f"{at}:{path}")
        return None if code else data

    if report.findings:
        try:
            owners.fill(report.findings, owners.load(read))
        except SeawallError as error:
            complain(f"seawall: CODEOWNERS: {error}")


def _payload(environment: Mapping[str, str]) -> bytes | None:
    path = environment.get("GITHUB_EVENT_PATH", "")
    if not path:
        return None
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None
