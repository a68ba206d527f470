from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from counterclaim.show.comparison import comparison_text
from counterclaim.values.comparison import Comparison
from tests.show.compared import HOSTILE, compared


def shown(name: str = "Ana Pell") -> str:
    comparison, outlines = compared(name)
    console = Console(width=100, markup=False, highlight=False, emoji=False, no_color=True, force_terminal=False)
    with console.capture() as captured:
        console.print(comparison_text(comparison, [one.sheet for one in outlines]))
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def test_the_report_as_it_is(snapshot: SnapshotAssertion) -> None:
    assert shown() == snapshot


def test_hostile_words_cannot_act() -> None:
    assert "\u202e" not in shown(HOSTILE)
    assert "‹RLO›" in shown(HOSTILE)


def test_an_empty_comparison_is_said_to_be_one() -> None:
    console = Console(width=80)
    with console.capture() as captured:
        console.print(comparison_text(Comparison(), []))
    assert "0 documents" in captured.get()
