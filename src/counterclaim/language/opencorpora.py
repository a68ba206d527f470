"""OpenCorpora's marks, which pymorphy3 uses, in the terms of Universal Dependencies."""

UNIVERSAL_POS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "COMP": "ADJ",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "NPRO": "PRON",
    "PRED": "ADV",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "INTJ": "INTJ",
}
"""OpenCorpora's parts of speech, which pymorphy uses, as universal ones (universaldependencies.org/u/pos)."""

UNIVERSAL_FEATS = {
    "nomn": "Case=Nom",
    "gent": "Case=Gen",
    "datv": "Case=Dat",
    "accs": "Case=Acc",
    "ablt": "Case=Ins",
    "loct": "Case=Loc",
    "voct": "Case=Voc",
    "masc": "Gender=Masc",
    "femn": "Gender=Fem",
    "neut": "Gender=Neut",
    "sing": "Number=Sing",
    "plur": "Number=Plur",
    "anim": "Animacy=Anim",
    "inan": "Animacy=Inan",
    "past": "Tense=Past",
    "pres": "Tense=Pres",
    "futr": "Tense=Fut",
    "1per": "Person=1",
    "2per": "Person=2",
    "3per": "Person=3",
    "impr": "Mood=Imp",
}
"""OpenCorpora's grammemes as universal features."""
