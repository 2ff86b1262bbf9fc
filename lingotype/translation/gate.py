"""The gate: whether a translation may go out, by the newsroom's policy."""

from lingotype.newsroom.models.article import LONGEST_TITLE
from lingotype.translation.checks.base import Severity, Text
from lingotype.translation.proposals import Proposal, Work
from lingotype.translation.routes import Policy


def reasons_to_hold(work: Work, policy: Policy) -> list[str]:
    """Why this translation must wait for a person, a line each; empty when it may go out.

    Under every policy: a missing segment, markup that is not the source's, and a person's correction that a change of
    the source left behind.
    """
    reasons = [*work.desk]
    if policy is Policy.REVIEWED and not (work.is_all_by_people or work.is_reviewed):
        reasons.append("this pair goes out after a person has reviewed it")
    for proposal in work.proposals:
        if proposal.segment.path == "title" and len(Text(proposal.html or "", work.pair.target).plain) > LONGEST_TITLE:
            reasons.append(f"the title is longer than {LONGEST_TITLE} characters: shorten it")
        if _is_missing(proposal):
            reasons.append(f"no translation of “{proposal.segment.html[:60]}”")
        for finding in proposal.findings:
            is_error = finding.severity is Severity.ERROR
            if is_error and (finding.code == "markup" or policy is not Policy.ALWAYS):
                reasons.append(f"{finding.code}: {finding.message}")
    return reasons


def _is_missing(proposal: Proposal) -> bool:
    """Whether there is no translation, or one that says nothing where the source says something."""
    if proposal.html is None:
        return True
    return _says_something(proposal.segment.html) and not _says_something(proposal.html)


def _says_something(html: str) -> bool:
    return any(sign.isalnum() for sign in Text(html, "").plain)
