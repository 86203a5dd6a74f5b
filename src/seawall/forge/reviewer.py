"""The review of a CI run: token and repository from the environment, texts from the clone."""

from collections.abc import Mapping

from seawall import __version__
from seawall.finding import Finding, Report
from seawall.forge.github import Api
from seawall.forge.plan import Plan
from seawall.forge.review import Request, review
from seawall.gate import complain, locale_language
from seawall.reporters.options import Options
from seawall.sources.git import Git
from seawall.span import Source
from seawall.words import pick, say


def write(
    environment: Mapping[str, str], plan: Plan, git: Git, report: Report, *, lang: str = ""
) -> None:
    """Bring the pull request's review up to date; what fails is said and changes no code."""
    lang = lang or locale_language()
    token = environment.get("GITHUB_TOKEN", "")
    repository = environment.get("GITHUB_REPOSITORY", "")
    if plan.system != "github" or not plan.pull_request:
        why = say(
            "no review: this is no pull request on GitHub",
            "レビューなし: GitHub の PR ではありません",
        )
    elif not token or not repository:
        why = say(
            "no review: GITHUB_TOKEN is not set; for forks see docs/ci",
            "レビューなし: GITHUB_TOKEN がありません。フォークについては docs/ci を参照",
        )
    else:
        api = Api(environment.get("GITHUB_API_URL", "https://api.github.com"), repository, token)
        options = Options(lang=lang, version=__version__)
        found = review(api, _request(plan, git), report, options)
        if found is None:
            return
        why = found
    complain(f"seawall: {pick(why, lang)}")


def _request(plan: Plan, git: Git) -> Request:
    def read(path: str, at: str = plan.head) -> str | None:
        code, data, _ = git.ask("cat-file", "blob", f"{at}:{path}")
        return None if code else Source(path, data).text

    def line(finding: Finding, at: str) -> str | None:
        text = read(finding.place.path, at)
        return None if text is None else Source("", text.encode()).line_text(finding.place.line)

    def at_head(finding: Finding) -> bool:
        """A finding of an earlier commit stands in the diff only if its line still does."""
        if finding.commit in ("", plan.head):
            return True
        here = line(finding, plan.head)
        return here is not None and here == line(finding, finding.commit)

    return Request(plan.pull_request, plan.head, read=read, at_head=at_head)
