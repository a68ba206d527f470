"""Writes ``lexicon/en/places.toml``: every state's name, capital and demonyms, from the countryinfo package.

    pip install countryinfo && python tools/places.py > src/counterclaim/lexicon/en/places.toml

The package is needed only here. ``MENDED`` holds what it lacks or has out of date, by ISO 3166-1 code (``XK`` for Kosovo, as
the European Union writes it): common names, further spellings, the adjective where the package has only the noun.
"""

import json
from pathlib import Path

import countryinfo  # type: ignore[import-untyped, import-not-found, unused-ignore]  # only this tool needs it

STATES = """
AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI KH CM CA CV CF TD CL CN CO
KM CD CG CR CI HR CU CY CZ DK DJ DM DO TL EC EG SV GQ ER EE ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN
HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MK MG MW MY MV ML MT MH MR
MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG NO OM PK PW PS PA PG PY PE PH PL PT QA RO RU RW KN LC VC
WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SZ SE CH SY TW TJ TZ TH TG TO TT TN TR TM TV UG UA AE
GB US UY UZ VU VE VN YE ZM ZW XK VA
""".split()

NAME, CAPITALS, ADJECTIVES, PEOPLE, VARIANTS = range(5)
MENDED: dict[str, dict[int, str | list[str]]] = {
    "AR": {ADJECTIVES: ["Argentine", "Argentinian", "Argentinean"], PEOPLE: ["Argentines", "Argentinians"]},
    "BA": {NAME: "Bosnia and Herzegovina", ADJECTIVES: ["Bosnian"], VARIANTS: ["Bosnia", "Bosnia-Herzegovina"]},
    "BS": {NAME: "Bahamas"},
    "BW": {ADJECTIVES: ["Botswanan"], PEOPLE: ["Batswana"]},
    "BO": {CAPITALS: ["La Paz", "Sucre"]},
    "BR": {CAPITALS: ["Brasília", "Brasilia"]},
    "BY": {ADJECTIVES: ["Belarusian", "Belarussian"], VARIANTS: ["Belorussia", "Byelorussia"]},
    "CD": {NAME: "Democratic Republic of the Congo", VARIANTS: ["DR Congo", "DRC", "Democratic Republic of Congo"]},
    "CF": {VARIANTS: ["CAR"]},
    "CG": {NAME: "Republic of the Congo", VARIANTS: ["Congo-Brazzaville"], ADJECTIVES: ["Congolese"]},
    "CI": {VARIANTS: ["Côte d'Ivoire", "Cote d'Ivoire"]},
    "CN": {VARIANTS: ["People's Republic of China", "PRC"]},
    "CV": {ADJECTIVES: ["Cape Verdean"], VARIANTS: ["Cabo Verde"]},
    "CY": {CAPITALS: ["Nicosia"], ADJECTIVES: ["Cypriot"]},
    "CZ": {VARIANTS: ["Czechia"]},
    "DJ": {ADJECTIVES: ["Djiboutian"], CAPITALS: []},
    "DK": {PEOPLE: ["Danes"]},
    "DO": {ADJECTIVES: ["Dominican"]},
    "DM": {ADJECTIVES: ["Dominican"]},
    "EC": {ADJECTIVES: ["Ecuadorian", "Ecuadorean"]},
    "ES": {PEOPLE: ["Spaniards", "the Spanish"]},
    "FI": {PEOPLE: ["Finns"]},
    "GB": {
        ADJECTIVES: ["British"],
        PEOPLE: ["Britons", "the British"],
        VARIANTS: ["UK", "U.K.", "Britain", "Great Britain"],
    },
    "GM": {NAME: "Gambia"},
    "HT": {CAPITALS: ["Port-au-Prince"]},
    "IE": {PEOPLE: ["the Irish"]},
    "IL": {PEOPLE: ["Israelis"], CAPITALS: ["Jerusalem"]},
    "IR": {VARIANTS: ["Islamic Republic of Iran"], CAPITALS: ["Tehran", "Teheran"]},
    "IS": {ADJECTIVES: ["Icelandic"], PEOPLE: ["Icelanders"]},
    "KG": {ADJECTIVES: ["Kyrgyz", "Kyrgyzstani"], PEOPLE: ["Kyrgyz", "Kyrgyzstanis"]},
    "KN": {ADJECTIVES: ["Kittitian"]},
    "KP": {VARIANTS: ["DPRK"]},
    "KR": {VARIANTS: ["Republic of Korea"]},
    "KZ": {CAPITALS: ["Astana", "Nur-Sultan"], ADJECTIVES: ["Kazakh", "Kazakhstani"]},
    "LA": {ADJECTIVES: ["Laotian", "Lao"]},
    "LK": {CAPITALS: ["Colombo"]},
    "LS": {ADJECTIVES: ["Basotho", "Mosotho"], PEOPLE: ["Basotho"]},
    "LU": {ADJECTIVES: ["Luxembourgish"], PEOPLE: ["Luxembourgers"], CAPITALS: []},
    "MC": {CAPITALS: []},
    "MD": {CAPITALS: ["Chișinău", "Chisinau", "Kishinev"]},
    "MK": {NAME: "North Macedonia", VARIANTS: ["Macedonia"], ADJECTIVES: ["North Macedonian", "Macedonian"]},
    "FM": {NAME: "Micronesia"},
    "MM": {NAME: "Myanmar", VARIANTS: ["Burma"], ADJECTIVES: ["Burmese", "Myanmar"], CAPITALS: ["Naypyidaw", "Naypyitaw"]},
    "MX": {CAPITALS: ["Mexico City"]},
    "NL": {PEOPLE: ["the Dutch"], VARIANTS: ["Holland"], CAPITALS: ["The Hague", "Amsterdam"]},
    "NZ": {ADJECTIVES: ["New Zealand"], PEOPLE: ["New Zealanders"]},
    "PH": {ADJECTIVES: ["Philippine", "Filipino"], PEOPLE: ["Filipinos"]},
    "PL": {PEOPLE: ["Poles"]},
    "PS": {NAME: "Palestine", CAPITALS: ["Ramallah"], VARIANTS: ["State of Palestine"], PEOPLE: ["Palestinians"]},
    "RO": {ADJECTIVES: ["Romanian"]},
    "RS": {ADJECTIVES: ["Serbian", "Serb"], PEOPLE: ["Serbs", "Serbians"]},
    "RU": {VARIANTS: ["Russian Federation"]},
    "SA": {ADJECTIVES: ["Saudi", "Saudi Arabian"], PEOPLE: ["Saudis"], VARIANTS: []},
    "SE": {PEOPLE: ["Swedes"]},
    "SG": {CAPITALS: []},
    "SI": {ADJECTIVES: ["Slovenian", "Slovene"], PEOPLE: ["Slovenes", "Slovenians"]},
    "SK": {ADJECTIVES: ["Slovak", "Slovakian"], PEOPLE: ["Slovaks"]},
    "SM": {CAPITALS: []},
    "SR": {ADJECTIVES: ["Surinamese"], PEOPLE: ["Surinamese"]},
    "SS": {CAPITALS: ["Juba"]},
    "SY": {VARIANTS: ["Syrian Arab Republic"]},
    "SZ": {NAME: "Eswatini", VARIANTS: ["Swaziland"], CAPITALS: ["Mbabane"]},
    "TJ": {ADJECTIVES: ["Tajik", "Tajikistani"]},
    "TR": {VARIANTS: ["Türkiye", "Turkiye"], PEOPLE: ["Turks"]},
    "AE": {VARIANTS: ["UAE", "U.A.E."]},
    "UA": {CAPITALS: ["Kyiv", "Kiev", "Kyyiv"]},
    "US": {
        ADJECTIVES: ["US", "American", "U.S."],
        PEOPLE: ["Americans"],
        VARIANTS: ["US", "U.S.", "USA", "U.S.A.", "America", "United States of America"],
        CAPITALS: ["Washington", "Washington D.C.", "Washington, D.C.", "Washington DC"],
    },
    "UZ": {ADJECTIVES: ["Uzbek", "Uzbekistani"]},
    "VC": {ADJECTIVES: ["Vincentian"]},
    "VU": {ADJECTIVES: ["Vanuatuan", "Ni-Vanuatu"]},
    "WS": {ADJECTIVES: ["Samoan"]},
    "XK": {NAME: "Kosovo", CAPITALS: ["Pristina", "Prishtina"], ADJECTIVES: ["Kosovar", "Kosovan", "Kosovo"], VARIANTS: []},
    "VA": {NAME: "Vatican City", ADJECTIVES: ["Vatican"], PEOPLE: [], VARIANTS: ["Holy See"], CAPITALS: []},
    "TW": {VARIANTS: ["Republic of China"]},
    "TL": {VARIANTS: ["Timor-Leste"], ADJECTIVES: ["East Timorese", "Timorese"]},
    "TH": {PEOPLE: ["Thais"]},
    "ST": {ADJECTIVES: ["Sao Tomean"], CAPITALS: []},
    "GW": {ADJECTIVES: ["Bissau-Guinean"]},
    "FR": {PEOPLE: ["the French"]},
}
TERRITORIES: dict[str, tuple[str, list[str], list[str]]] = {
    "gaza": ("Gaza", ["Gazan"], ["Gaza Strip", "the Gaza Strip"]),
    "west-bank": ("West Bank", [], ["the West Bank"]),
    "scotland": ("Scotland", ["Scottish"], []),
    "wales": ("Wales", ["Welsh"], []),
    "england": ("England", ["English"], []),
    "northern-ireland": ("Northern Ireland", ["Northern Irish"], []),
    "crimea": ("Crimea", ["Crimean"], []),
    "chechnya": ("Chechnya", ["Chechen"], []),
    "kurdistan": ("Kurdistan", ["Kurdish"], ["Iraqi Kurdistan"]),
    "catalonia": ("Catalonia", ["Catalan"], []),
    "hong-kong": ("Hong Kong", ["Hong Kong"], []),
    "greenland": ("Greenland", ["Greenlandic"], []),
    "quebec": ("Quebec", [], ["Québec"]),
    "abkhazia": ("Abkhazia", ["Abkhaz", "Abkhazian"], []),
    "south-ossetia": ("South Ossetia", ["South Ossetian"], []),
    "transnistria": ("Transnistria", ["Transnistrian"], []),
    "nagorno-karabakh": ("Nagorno-Karabakh", [], ["Karabakh"]),
    "somaliland": ("Somaliland", ["Somaliland"], []),
    "tibet": ("Tibet", ["Tibetan"], []),
    "kashmir": ("Kashmir", ["Kashmiri"], []),
    "puerto-rico": ("Puerto Rico", ["Puerto Rican"], []),
    "donetsk-republic": ("Donetsk People's Republic", [], ["DPR", "DNR"]),
    "luhansk-republic": ("Luhansk People's Republic", [], ["LPR", "LNR"]),
}


def plural(adjective: str) -> list[str]:
    """The noun for the people of an adjective; the bare adjective where English has no plural."""
    if adjective.endswith(("ese", "sh", "ch", "ss", "ois")):
        return [adjective]
    return [adjective + "s"]


def quoted(values: list[str]) -> str:
    """A TOML array of strings."""
    return "[" + ", ".join(json.dumps(v, ensure_ascii=False) for v in values) + "]"


def entry(
    code: str, kind: str, name: str, capitals: list[str], adjectives: list[str], people: list[str], more: list[str]
) -> str:
    """One TOML table."""
    return "\n".join(
        [
            "[[entry]]",
            f'code = "{code}"',
            f'kind = "{kind}"',
            f"name = {json.dumps(name, ensure_ascii=False)}",
            f"capitals = {quoted(capitals)}",
            f"adjectives = {quoted(adjectives)}",
            f"people = {quoted(people)}",
            f"variants = {quoted(more)}",
            f'example = "{name} rejected the charge on Monday."',
            f'counter = "The word {name.lower()} was typed without a capital."',
            f'source = "{"countryinfo, mended in tools/places.py" if kind == "state" else "tools/places.py"}"',
            "",
        ]
    )


def main() -> None:
    """Prints the list, states in order of their codes, then territories."""
    records: dict[str, dict[str, str]] = {}
    for file in sorted(Path(str(countryinfo.__file__)).parent.glob("data*/*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        records.setdefault(record.get("ISO", {}).get("alpha2", ""), record)
    out = [
        "# States and territories: names, capitals, adjectives, people. Written by tools/places.py; mend that, not this.",
        '# The first adjective is the one in canonical names of institutions ("Russian Defence Ministry").',
        "",
    ]
    for code in sorted(STATES):
        record, mended = records.get(code, {}), MENDED.get(code, {})
        name = str(mended.get(NAME, record.get("name", "")))
        found = record.get("capital")
        capitals = list(mended.get(CAPITALS, [str(found)] if found else []))
        adjectives = list(mended.get(ADJECTIVES, [a for a in str(record.get("demonym") or "").split(",") if a]))
        people = list(mended.get(PEOPLE, [p for a in adjectives[:1] for p in plural(a)]))
        out.append(entry(code, "state", name, capitals, adjectives, people, list(mended.get(VARIANTS, []))))
    for code, (name, adjectives, variants) in TERRITORIES.items():
        people = [p for a in adjectives[:1] for p in plural(a) if a != name]
        out.append(entry(code, "territory", name, [], adjectives, people, variants))
    print("\n".join(out).rstrip())


if __name__ == "__main__":
    main()
