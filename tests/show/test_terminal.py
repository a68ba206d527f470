from io import StringIO

import pytest
from msgspec.structs import replace
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from counterclaim.show.outline import outline
from counterclaim.show.terminal import brief_text, sheet_text
from counterclaim.values.sheet import Sheet
from tests.made import made_sheet


def printed(sheet: Sheet, *, width: int = 80, color: bool = False, brief: bool = False) -> str:
    out = StringIO()
    console = Console(file=out, width=width, force_terminal=color, markup=False, highlight=False)
    console.print((brief_text if brief else sheet_text)(outline(sheet)))
    return out.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_the_sheet_as_it_looks(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(made_sheet(), width=width) == snapshot


def test_the_brief_form_as_it_looks(snapshot: SnapshotAssertion) -> None:
    assert printed(made_sheet(), brief=True) == snapshot


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in printed(made_sheet(), width=width).splitlines()) <= width


def test_hostile_text_cannot_steer_the_terminal_or_pose_as_markup() -> None:
    sheet = made_sheet()
    source = replace(sheet.sources[0], name="[red]\x1b]0;owned\x07\u202eevil[/red]", role="a\rb")
    document = replace(sheet.document, title="\x1b[2J[bold]x", outlet="o\x9b")
    shown = printed(replace(sheet, sources=(source, *sheet.sources[1:]), document=document))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\r" not in shown
    assert "\u202e" not in shown
    assert "[red]␛]0;owned␇‹RLO›evil[/red]" in shown
    assert "␛[2J[bold]x" in shown


def test_colour_only_repeats_what_the_words_say() -> None:
    import re

    coloured = re.sub(r"\x1b\[[0-9;]*m", "", printed(made_sheet(), color=True))
    assert coloured == printed(made_sheet())
