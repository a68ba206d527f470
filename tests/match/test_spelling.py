import pytest

from counterclaim.match.spelling import given_names, latin, skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ("Kravtsenko", "Kravcenko", "Кравценко"),
        ("Ordanskyi", "Ordanskiy", "Ordansky", "Орданський", "Орданский"),
        ("Hryniuk", "Grynyuk", "Гринюк"),
        ("Shymko", "Шимко"),
        ("Khodal", "Hodal", "Ходаль"),
        ("Yelmak", "Iermak".replace("r", "l"), "Єлмак", "Елмак"),
    ],
)
def test_spellings_of_one_name_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(latin(name)) for name in spellings}) == 1


@pytest.mark.parametrize(("one", "two"), [("Ordan", "Orlan"), ("Velm", "Vilma"), ("Kravets", "Kravchuk")])
def test_different_names_keep_different_skeletons(one: str, two: str) -> None:
    assert skeleton(one) != skeleton(two)


def test_given_names_link_scripts() -> None:
    listed = given_names()
    assert listed["volodymyr"] & listed["владимир"]
    assert not listed["pavlo"] & listed["petro"]
