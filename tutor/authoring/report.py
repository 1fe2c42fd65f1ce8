"""The quality report of a course: Markdown, and the same as one HTML page."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

from tutor.authoring.findings import Proof
from tutor.course import Course

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:1rem 0}th,td{border-bottom:1px solid #8885;"
    "padding:.25rem .6rem;text-align:left;vertical-align:top}code{font-size:.9em}"
    "@media(prefers-color-scheme:dark){body{background:#16181d;color:#dde}}"
)


def write_report(course: Course, proofs: Iterable[Proof], path: Path) -> None:
    """Write the report; a name that ends in .md gets Markdown, any other HTML."""
    text = markdown(course, {proof.id: proof for proof in proofs})
    if path.suffix != ".md":
        body = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
        title = escape(course.title)
        text = (
            f"<!doctype html><meta charset=utf-8><title>{title}</title>"
            f"<style>{STYLE}</style>{body}"
        )
    path.write_text(text, encoding="utf-8")


def markdown(course: Course, proofs: dict[str, Proof]) -> str:
    """Return the report as Markdown."""
    lines = [f"# Quality of “{cell(course.title)}”", "", *summary(proofs), ""]
    for topic in course.topics:
        lines += [f"## {cell(topic.title)}", ""]
        chosen = [proofs[place.id] for place in topic.places() if place.id in proofs]
        lines += [*exercises(chosen), "", *others(chosen), "", *objectives(chosen), ""]
    lines += ["## Mutants that survive", "", *survivors(proofs), ""]
    lines += ["## Findings", "", *findings(proofs)]
    return "\n".join(lines) + "\n"


def summary(proofs: dict[str, Proof]) -> Iterator[str]:
    mutations = [p.mutation for p in proofs.values() if p.mutation]
    counted = sum(m.killed + len(m.survivors) for m in mutations)
    killed = sum(m.killed for m in mutations)
    score = f"{killed / counted:.1%}" if counted else "none tried"
    wrong = sum(p.facts.get("wrong programs", 0) for p in proofs.values())
    yield (
        f"{len(proofs)} places proven, {sum(len(p.findings) for p in proofs.values())} "
        f"findings. {wrong} wrong programs. Mutants killed: {score} of {counted} "
        f"({sum(m.equivalent for m in mutations)} more are marked equivalent)."
    )


def exercises(proofs: list[Proof]) -> Iterator[str]:
    """Yield the table of exercises and capstones."""
    chosen = [p for p in proofs if p.kind in ("exercise", "capstone")]
    if not chosen:
        return
    yield "| exercise | cases | wrong | other right | mutants killed | seeds | check | findings |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for proof in chosen:
        facts, mutation = proof.facts, proof.mutation
        tried = mutation.killed + len(mutation.survivors) if mutation else 0
        untried = "judged by its target" if proof.kind == "capstone" else "not tried"
        killed = f"{mutation.killed}/{tried}" if mutation else untried
        cells = [
            f"`{proof.id}`", len(facts.get("cases", [])), facts.get("wrong programs", "–"),
            facts.get("other right programs", "–"), killed, facts.get("seeds", "–"),
            f"{facts.get('slowest ms', 0):.0f} ms", len(proof.findings),
        ]  # fmt: skip
        yield "| " + " | ".join(map(str, cells)) + " |"
    for proof in chosen:
        for name, (target, margin) in proof.facts.get("metrics", {}).items():
            yield ""
            yield (
                f"`{proof.id}`: over {proof.facts['seeds']} seeds *{cell(name)}* stays "
                f"{margin:.4g} clear of its target {target:.4g}."
            )


def others(proofs: list[Proof]) -> Iterator[str]:
    """Yield the table of lessons and demos."""
    chosen = [p for p in proofs if p.kind in ("lesson", "demo")]
    if chosen:
        yield "| page | kind | findings |"
        yield "|---|---|--:|"
    for proof in chosen:
        yield f"| `{proof.id}` | {proof.kind} | {len(proof.findings)} |"


def objectives(proofs: list[Proof]) -> Iterator[str]:
    """Yield which exercises cover which objective."""
    covered: dict[str, list[str]] = {}
    for proof in proofs:
        for objective in proof.facts.get("teaches", []):
            covered.setdefault(objective, []).append(proof.id.partition("/")[2])
    if covered:
        yield "| objective | practised in |"
        yield "|---|---|"
    for objective, names in sorted(covered.items()):
        yield f"| {cell(objective)} | {', '.join(names)} |"


def survivors(proofs: dict[str, Proof]) -> Iterator[str]:
    found = [(p.id, s) for p in proofs.values() if p.mutation for s in p.mutation.survivors]
    if not found:
        yield "None."
    for place, survivor in found:
        yield (
            f"- `{place}` line {survivor.line}: `{survivor.before}` became "
            f"`{survivor.after}` and passed"
        )


def findings(proofs: dict[str, Proof]) -> Iterator[str]:
    found = [finding for proof in proofs.values() for finding in proof.findings]
    if not found:
        yield "None."
    for finding in found:
        place = f"{'/'.join(Path(finding.path).parts[-4:])}:{finding.line}"
        yield f"- `{place}` {cell(finding.message)} *({finding.rule})*"


def cell(text: str) -> str:
    """Return text that cannot break a table."""
    return text.replace("|", "\\|").replace("\n", " ")
