"""The row of stages, and the runner that appends what they find."""

from collections.abc import Callable

import msgspec

from counterclaim.attribute.stage import VERSION as ATTRIBUTE_VERSION
from counterclaim.attribute.stage import attribute
from counterclaim.clean.page import VERSION as CLEAN_VERSION
from counterclaim.clean.page import clean
from counterclaim.errors import PipelineError
from counterclaim.figures.stage import VERSION as FIGURES_VERSION
from counterclaim.figures.stage import figures
from counterclaim.kit import Kit
from counterclaim.mixed import joined, view, without_stretches
from counterclaim.notice.stage import VERSION as NOTICE_VERSION
from counterclaim.notice.stage import notice
from counterclaim.persons.stage import VERSION as PERSONS_VERSION
from counterclaim.persons.stage import persons
from counterclaim.qualify.stage import VERSION as QUALIFY_VERSION
from counterclaim.qualify.stage import qualify
from counterclaim.resolve.stage import VERSION as RESOLVE_VERSION
from counterclaim.resolve.stage import resolve
from counterclaim.values.attribution import Attribution, Firmness
from counterclaim.values.page import Found, Page
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet
from counterclaim.values.signs import sign_runs
from counterclaim.values.span import Span
from counterclaim.values.text import Snapshot


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """One stage and its contract: the kinds of finding it reads and those it adds."""

    run: Callable[[Page, Kit], Found]
    needs: frozenset[str] = frozenset()
    gives: frozenset[str]
    version: int

    @property
    def name(self) -> str:
        """The stage's name, as problems and fingerprints show it."""
        return str(getattr(self.run, "__name__", "stage"))


def row(*stages: Stage) -> tuple[Stage, ...]:
    """The stages in order.

    Raises:
        PipelineError: If a stage needs what none before it gives.
    """
    given: set[str] = set()
    for stage in stages:
        missing = stage.needs - given
        if missing:
            raise PipelineError(f"stage {stage.name} needs {', '.join(sorted(missing))}, which no stage before it gives")
        given |= stage.gives
    return stages


STAGES = row(
    Stage(run=attribute, gives=frozenset({"statements"}), version=ATTRIBUTE_VERSION),
    Stage(
        run=resolve,
        needs=frozenset({"statements"}),
        gives=frozenset({"sources", "voices", "chains", "notices"}),
        version=RESOLVE_VERSION,
    ),
    Stage(
        run=qualify,
        needs=frozenset({"statements", "sources", "voices"}),
        gives=frozenset({"firmness", "verification"}),
        version=QUALIFY_VERSION,
    ),
    Stage(
        run=figures, needs=frozenset({"statements", "sources", "voices"}), gives=frozenset({"figures"}), version=FIGURES_VERSION
    ),
    Stage(
        run=notice,
        needs=frozenset({"statements", "sources", "voices", "figures"}),
        gives=frozenset({"notices"}),
        version=NOTICE_VERSION,
    ),
    Stage(run=persons, needs=frozenset({"sources"}), gives=frozenset({"persons"}), version=PERSONS_VERSION),
)

VERSIONS: tuple[tuple[str, int], ...] = (("clean", CLEAN_VERSION), *((s.name, s.version) for s in STAGES))


def read_snapshot(snapshot: Snapshot, kit: Kit, *, stages: tuple[Stage, ...] = STAGES) -> Page:
    """One document through the whole row.

    Returns:
        The page with everything found. A stage that crashes leaves a problem ``stage_failed`` and the others' findings.
    """
    page = clean(snapshot, kit)
    language = page.document.language
    if not kit.reads(language):
        page = page.with_found(Found(problems=(_unread_language(language, kit),)))
    page = page.with_found(
        Found(problems=tuple(_unread_signs(run) for zone in page.article_spans() for run in sign_runs(page.text, zone)))
    )
    if not page.stretches:
        return _read(page, kit, stages)
    others = tuple(sorted({s.language for s in page.stretches}))
    page = page.with_found(Found(problems=(_several_languages(page, kit),)))
    own = _read(view(page, language), kit, stages)
    return joined(page, own, tuple(_read(view(page, code), kit, stages) for code in others if kit.reads(code)))


def _read(page: Page, kit: Kit, stages: tuple[Stage, ...]) -> Page:
    """A page, or a view of it, through the row."""
    language = page.document.language
    if kit.reads(language) and (lacks := kit.pack(language).lacks()):
        page = page.with_found(Found(problems=(_lacking_language(language, lacks),)))
    try:
        parse = kit.pack(language).analyze(page.text, page.paragraphs())
        page = msgspec.structs.replace(page, parse=without_stretches(parse, page))
    except Exception as error:  # material must never stop the run; the user sees the problem
        page = page.with_found(Found(problems=(_failed("analyze", error),)))
    for stage in stages:
        try:
            page = page.with_found(stage.run(page, kit))
        except Exception as error:  # as above
            page = page.with_found(Found(problems=(_failed(stage.name, error),)))
    return page


def assemble(page: Page, *, with_text: bool = False) -> Sheet:
    """The claim sheet of a page that has gone through the row."""
    found = page.found
    voices = {v.statement: v.source_id for v in found.voices}
    chains = {c.statement: c.via for c in found.chains}
    firmness = {f.statement: f for f in found.firmness}
    attributions = []
    for statement in found.statements:
        firm = firmness.get(statement.id) or Firmness(statement=statement.id)
        attributions.append(
            Attribution(
                id=statement.id,
                source_id=voices.get(statement.id),
                source=statement.source,
                cue=statement.cue,
                content=statement.content,
                mode=statement.mode,
                act=firm.act,
                distance=firm.distance,
                hedges=firm.hedges,
                via=chains.get(statement.id, ()),
                parent=statement.parent,
            )
        )
    text = page.text if with_text else msgspec.UNSET
    return Sheet(
        document=msgspec.structs.replace(page.document, text=text),
        zones=page.clean.zones,
        sources=found.sources,
        attributions=tuple(attributions),
        figures=found.figures,
        verification=found.verification,
        notices=found.notices,
        persons=found.persons,
        problems=found.problems,
    )


def _failed(stage: str, error: Exception) -> Problem:
    return Problem(
        code="stage_failed",
        message=f"{stage} stopped on this document ({type(error).__name__}: {error}); its findings are missing here, "
        "the other stages' are kept. Please report it with the document.",
        stage=stage,
    )


def _unread_signs(run: Span) -> Problem:
    return Problem(
        code="signs_unread",
        message=f"{len(run)} signs in a row were left out of the reading: no language has such words. The rest was read.",
        stage="pipeline",
        start=run.start,
        end=run.end,
    )


def _unread_language(language: str, kit: Kit) -> Problem:
    return Problem(
        code="language_unread",
        message=f"the document is in {language!r}; this installation reads {', '.join(kit.languages)}. "
        "It was read with the English rules, which will find little.",
        stage="pipeline",
    )


def _several_languages(page: Page, kit: Kit) -> Problem:
    codes = sorted({s.language for s in page.stretches})
    read = [code for code in codes if kit.reads(code)]
    left = [code for code in codes if not kit.reads(code)]
    told = f"{len(page.stretches)} parts are in another language ({', '.join(codes)}): "
    if read:
        told += f"those in {', '.join(read)} were read with that language's words, apart from the rest; names are not joined. "
    if left:
        told += f"Those in {', '.join(left)} were not read; this installation reads {', '.join(kit.languages)}."
    first = page.stretches[0]
    return Problem(code="several_languages", message=told.strip(), stage="pipeline", start=first.start, end=first.end)


def _lacking_language(language: str, lacks: tuple[str, ...]) -> Problem:
    return Problem(
        code="language_abilities",
        message=f"the pack for {language!r} has no {', no '.join(lacks)}: what depends on them is not found in this document.",
        stage="pipeline",
    )
