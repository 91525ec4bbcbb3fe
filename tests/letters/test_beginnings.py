"""Where passages begin and the last one ends, in words of no table: told by what each block names first, and by shape."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import ADDRESS, letter

FORMS = {
    "en": [
        "{t} (paragraph {p}). {B}.",
        "{t} (para. {p})\n\n{B}.",
        "{p}. {t}. {B}.",
        "{p}: {B}.",
        "The recommendation of paragraph {p} was discussed at length. In that respect, {b}.",
        "The {o} recommendation, set out in paragraph {p}, was for action without delay. {B}.",
        "Next, under paragraph {p}, {b}.",
        "What was recommended in paragraph {p} has been considered with care: {b}.",
        "{t} – paragraph {p}\n\n{B}.",
        "[Paragraph {p}] {B}.",
        "Paragraph {p} – {t}. {B}.",
        "¶ {p}\n\n{B}.",
        "CO paragraph {p} ({t}): {B}.",
        "When it comes to paragraph {p}, {b}.",
        "Coming to paragraph {p} of the concluding observations, {b}.",
        "As far as the measures called for in paragraph {p} go, {b}.",
        "In paragraph {p}, action was called for without delay. {B}.",
        "Paragraph {p} called for action without delay. {B}.",
        "({n}) {t} (paragraph {p} of the concluding observations)\n\n{B}.",
        "{n}. {B}. As to the recommendation in paragraph {p}, more is expected.",
        "RECOMMENDATION {p}\n\n{B}.",
        "Again in reply to paragraph {p}, {b}.",
        "{t}. Further to paragraph {p}, {b}.",
    ],
    "fr": [
        "{t} (paragraphe {p}). {B}.",
        "{t} (par. {p})\n\n{B}.",
        "{p}. {t}. {B}.",
        "{p} : {B}.",
        "La recommandation du paragraphe {p} a donné lieu à un long débat. À cet égard, {b}.",
        "La {o} recommandation, formulée au paragraphe {p}, appelait une action sans délai. {B}.",
        "Vient ensuite le paragraphe {p}. {B}.",
        "Ce qui était recommandé au paragraphe {p} a retenu l'attention : {b}.",
        "{t} – paragraphe {p}\n\n{B}.",
        "[Paragraphe {p}] {B}.",
        "Paragraphe {p} – {t}. {B}.",
        "§ {p}\n\n{B}.",
        "Observations finales, paragraphe {p} ({t}) : {B}.",
        "Pour en venir au paragraphe {p}, {b}.",
        "Passant au paragraphe {p} des observations finales, {b}.",
        "Eu égard aux mesures préconisées au paragraphe {p}, {b}.",
        "Au paragraphe {p}, une action sans délai était demandée. {B}.",
        "Le paragraphe {p} appelait une action sans délai. {B}.",
        "{n}) {t} (paragraphe {p} des observations finales)\n\n{B}.",
        "{n}. {B}. Quant à la recommandation du paragraphe {p}, davantage est attendu.",
        "RECOMMANDATION {p}\n\n{B}.",
        "Toujours en réponse au paragraphe {p}, {b}.",
        "{t}. Comme suite au paragraphe {p}, {b}.",
    ],
    "es": [
        "{t} (párrafo {p}). {B}.",
        "{t} (párr. {p})\n\n{B}.",
        "{p}. {t}. {B}.",
        "{p}: {B}.",
        "La recomendación del párrafo {p} fue objeto de un largo debate. A ese respecto, {b}.",
        "La {o} recomendación, formulada en el párrafo {p}, pedía actuar sin demora. {B}.",
        "Sigue el párrafo {p}. {B}.",
        "Lo recomendado en el párrafo {p} se ha examinado con detenimiento: {b}.",
        "{t} – párrafo {p}\n\n{B}.",
        "[Párrafo {p}] {B}.",
        "Párrafo {p} – {t}. {B}.",
        "§ {p}\n\n{B}.",
        "Observaciones finales, párrafo {p} ({t}): {B}.",
        "Por lo que hace al párrafo {p}, {b}.",
        "Pasando al párrafo {p} de las observaciones finales, {b}.",
        "A propósito de las medidas pedidas en el párrafo {p}, {b}.",
        "En el párrafo {p} se pedía actuar sin demora. {B}.",
        "El párrafo {p} pedía actuar sin demora. {B}.",
        "{n}) {t} (párrafo {p} de las observaciones finales)\n\n{B}.",
        "{n}. {B}. Por lo que atañe a la recomendación del párrafo {p}, se espera más.",
        "RECOMENDACIÓN {p}\n\n{B}.",
        "De nuevo en respuesta al párrafo {p}, {b}.",
        "{t}. En atención al párrafo {p}, {b}.",
    ],
}  # fmt: skip
CLOSINGS = {
    "en": [
        "The Committee is convinced that Senegal will build on the results described above when it drafts its third periodic report.",
        "These comments do not prejudge the position the Committee may take in the next reporting cycle.",
        "Senegal is encouraged to share the present findings with parliamentarians, judges and civil society.",
        "The Committee will take up the outstanding matters with the delegation at the next review.",
        "The State party may wish to request assistance from the Office of the High Commissioner in carrying out the above recommendations.",
        "With this exchange, the follow-up to the concluding observations of 2019 is complete.",
        "The Committee is mindful of the effort that the preparation of such a report demands.",
        "It remains for the Committee to thank the delegation for its openness.",
        "The third periodic report, due on 1 May 2024, should show how the remaining gaps have been closed.",
        "The Committee also takes the opportunity to recall that the declarations provided for in articles 76 and 77 of the Convention have still not been made.",
        "All the points raised in this letter will be examined afresh when the Committee considers the third periodic report.",
        "The Committee wishes the Government of Senegal every success in the work that lies ahead.",
        "The Committee stands at the disposal of the authorities for any clarification they may need.",
        "Further information on the three recommendations would be welcome in due course.",
        "These points may be taken up again in the initial report, which is overdue and which the Committee would be delighted to receive.",
        "Further particulars on paragraphs 17 and 39 may be included in the third periodic report, due in 2028.",
        "It would be helpful if what is still missing could find its place in the next report.",
        "The Rapporteur on follow-up will be in touch with the Permanent Mission regarding a possible meeting.",
    ],
    "fr": [
        "Le Comité compte revenir sur l'ensemble de ces questions lors du prochain dialogue avec la délégation sénégalaise.",
        "Ces appréciations ne préjugent en rien de celles que le Comité portera à l'occasion du troisième rapport périodique.",
        "Le Sénégal est invité à diffuser largement la présente évaluation, y compris dans les langues nationales.",
        "L'État partie peut, s'il le souhaite, solliciter le concours du Haut-Commissariat pour donner effet à ces recommandations.",
        "Le Comité est conscient de l'effort qu'a représenté l'établissement du rapport de suivi.",
        "Il reste au Comité à saluer la disponibilité de la Mission permanente.",
        "Le troisième rapport périodique, attendu le 1er mai 2024, devra rendre compte de ce qui reste à faire.",
        "Ainsi s'achève, pour ce qui est des observations finales de 2019, la procédure de suivi.",
        "Le Comité gage que le Gouvernement sénégalais saura tirer parti de ces observations.",
        "Les points demeurés en suspens seront repris dans la liste de points établie avant la soumission du prochain rapport.",
        "Le Comité demeure à l'écoute des autorités pour toute précision.",
        "Le Comité invite en outre le Sénégal à faire les déclarations prévues aux articles 76 et 77 de la Convention.",
        "Des renseignements complémentaires sur les trois recommandations seraient appréciés en temps utile.",
        "La Rapporteuse chargée du suivi prendra l'attache de la Mission permanente.",
        "Le Comité adresse au Gouvernement ses vœux de succès dans la tâche qui l'attend.",
    ],
    "es": [
        "El Comité tiene la intención de retomar estas cuestiones con la delegación senegalesa en el próximo diálogo.",
        "Estas apreciaciones no prejuzgan la posición que adopte el Comité al examinar el tercer informe periódico.",
        "Se alienta al Senegal a difundir la presente evaluación entre los parlamentarios y la judicatura.",
        "El Estado parte puede recabar, si lo desea, la asistencia del Alto Comisionado para dar efecto a las recomendaciones anteriores.",
        "El Comité es consciente del esfuerzo que supone la elaboración de un informe de esta índole.",
        "Solo resta al Comité reconocer la disposición de la Misión Permanente.",
        "El tercer informe periódico, previsto para el 1 de mayo de 2024, deberá dar cuenta de lo que queda por hacer.",
        "Concluye así el seguimiento de las observaciones finales de 2019.",
        "El Comité no duda de que el Gobierno del Senegal sabrá sacar provecho de estas observaciones.",
        "Los asuntos pendientes se recogerán en la próxima lista de cuestiones.",
        "El Comité permanece atento a cualquier aclaración que las autoridades deseen formular.",
        "El Comité invita asimismo al Senegal a formular las declaraciones previstas en los artículos 76 y 77 de la Convención.",
        "Sería de agradecer información complementaria sobre las tres recomendaciones a su debido tiempo.",
        "El Relator sobre el seguimiento se pondrá en contacto con la Misión Permanente.",
        "El Comité desea al Gobierno toda clase de éxitos en la labor que tiene por delante.",
    ],
}  # fmt: skip

REQUESTS = {
    "en": "You may recall that the Committee requested Senegal to provide, within two years, written information on the steps undertaken to implement the recommendations contained in paragraphs 17, 26 (b) and 39 of the concluding observations.",
    "fr": "Vous vous souviendrez que le Comité avait demandé au Sénégal de fournir, dans un délai de deux ans, des renseignements écrits sur les mesures prises pour appliquer les recommandations figurant aux paragraphes 17, 26 b) et 39 des observations finales.",
    "es": "Recordará que el Comité pidió al Senegal que facilitara, en el plazo de dos años, información escrita sobre las medidas adoptadas para aplicar las recomendaciones que figuran en los párrafos 17, 26 b) y 39 de las observaciones finales.",
}  # fmt: skip
UNKNOWN = {
    "en": "The Committee asked the Government for written information on some of its recommendations.",
    "fr": "Le Comité avait souhaité recevoir des renseignements sur certaines recommandations.",
    "es": "El Comité solicitó información sobre algunas recomendaciones.",
}
REFS = ("17", "26 (b)", "39")
PRINTED = {
    "en": ["17", "26 (b)", "39"],
    "fr": ["17", "26 b)", "39"],
    "es": ["17", "26 b)", "39"],
}  # fmt: skip
ORDINALS = {
    "en": ["first", "second", "third"],
    "fr": ["première", "deuxième", "troisième"],
    "es": ["primera", "segunda", "tercera"],
}  # fmt: skip
TOPICS = {
    "en": ["Shelters", "Domestic work", "Consular fees"],
    "fr": ["Foyers", "Travail domestique", "Droits de chancellerie"],
    "es": ["Albergues", "Trabajo doméstico", "Derechos consulares"],
}  # fmt: skip
NOTES = {
    "en": ["the Committee notes the opening of four shelters for women and regrets that none is outside the capital", "the Committee welcomes the ratification of the domestic work convention but is concerned at the absence of inspections", "the Committee observes that the decree on consular fees was repealed in March 2021"],
    "fr": ["le Comité note l'ouverture de quatre foyers pour femmes et regrette qu'aucun ne se trouve hors de la capitale", "le Comité se félicite de la ratification de la convention sur le travail domestique mais s'inquiète de l'absence d'inspections", "le Comité constate que le décret relatif aux droits de chancellerie a été abrogé en mars 2021"],
    "es": ["el Comité observa la apertura de cuatro albergues para mujeres y lamenta que ninguno esté fuera de la capital", "el Comité celebra la ratificación del convenio sobre el trabajo doméstico, pero le preocupa la falta de inspecciones", "el Comité constata que el decreto sobre derechos consulares se derogó en marzo de 2021"],
}  # fmt: skip
GRADES = {
    "en": ["The Committee considers that the recommendation has been partially implemented.", "The Committee considers that the recommendation has not been implemented.", "The Committee considers that the recommendation has been implemented."],
    "fr": ["Le Comité considère que la recommandation a été partiellement mise en œuvre.", "Le Comité considère que la recommandation n'a pas été mise en œuvre.", "Le Comité considère que la recommandation a été mise en œuvre."],
    "es": ["El Comité considera que la recomendación se ha aplicado parcialmente.", "El Comité considera que la recomendación no se ha aplicado.", "El Comité considera que la recomendación se ha aplicado."],
}  # fmt: skip

LEADS = {
    "en": "With regard to paragraph {}, ",
    "fr": "En ce qui concerne le paragraphe {}, ",
    "es": "Con respecto al párrafo {}, ",
}


def rows(text: str) -> list[tuple[str, str]]:
    return [(row["paragraph"], row["text"]) for row in parse(text).as_dict()["assessments"]]


def passages(language: str, form: str, graded: bool) -> list[str]:
    """Three passages that all begin alike."""
    made = []
    for n, printed in enumerate(PRINTED[language]):
        note = NOTES[language][n]
        words = form.format(
            p=printed,
            b=note,
            B=note[0].upper() + note[1:],
            o=ORDINALS[language][n],
            t=TOPICS[language][n],
            n=n + 1,
        )
        made.append(words + (f" {GRADES[language][n]}" if graded else ""))
    return made


@pytest.mark.parametrize("graded", [True, False])
@pytest.mark.parametrize(
    ("language", "form"), [(code, form) for code, forms in FORMS.items() for form in forms]
)
def test_a_block_begins_the_passage_on_what_it_names_first(language: str, form: str, graded: bool) -> None:
    made = passages(language, form, graded)
    assert rows(letter(language, request=REQUESTS[language], passages=made)) == list(
        zip(REFS, made, strict=True)
    )


@pytest.mark.parametrize(
    ("language", "form"),
    # only the request tells that a paragraph named late is this block's
    [(code, form) for code, forms in FORMS.items() for form in forms if not form.startswith("{n}. {B}")],
)
def test_blocks_that_each_name_a_paragraph_are_a_series(language: str, form: str) -> None:
    made = passages(language, form, graded=True)
    assert rows(letter(language, request=UNKNOWN[language], passages=made)) == list(
        zip(REFS, made, strict=True)
    )


@pytest.mark.parametrize("graded", [True, False])
@pytest.mark.parametrize(
    ("language", "words"), [(code, words) for code, many in CLOSINGS.items() for words in many]
)
def test_a_closing_is_told_by_shape_and_by_what_it_speaks_of(language: str, words: str, graded: bool) -> None:
    made = [
        LEADS[language].format(printed) + f"{note}." + (f" {grade}" if graded else "")
        for printed, note, grade in zip(PRINTED[language], NOTES[language], GRADES[language], strict=True)
    ]
    read = rows(letter(language, request=REQUESTS[language], passages=made, closing=words))
    assert read == list(zip(REFS, made, strict=True))


OWN = [
    ("en", "The Committee also notes the decree of 4 May 2021 on identity papers, which now covers seasonal workers."),
    ("fr", "L'État partie ajoute que le budget des consulats a doublé en 2020."),
    ("es", "A juicio del Comité, los inspectores de trabajo necesitan poder entrar en domicilios particulares."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), OWN)
def test_a_longer_last_passage_is_kept_whole(language: str, words: str) -> None:
    made = [
        LEADS[language].format(p) + f"{n}." for p, n in zip(PRINTED[language], NOTES[language], strict=True)
    ]
    made[-1] += f"\n\n{words}"
    closing = CLOSINGS[language][0]
    read = rows(letter(language, request=REQUESTS[language], passages=made, closing=closing))
    assert read == list(zip(REFS, made, strict=True))


OTHERS = [
    ("en", "Although no information had been requested on paragraph 31, the State party supplied some. The Committee considers that the recommendation has been implemented.", "31"),
    ("fr", "Quoique le paragraphe 31 n'ait pas fait l'objet d'une demande, l'État partie a donné des renseignements. Le Comité considère que la recommandation a été mise en œuvre.", "31"),
    ("es", "Aunque no se había pedido información sobre el párrafo 31, el Estado parte la facilitó. El Comité considera que la recomendación se ha aplicado.", "31"),
    ("en", "Likewise on paragraph 26 (b), as regards rural areas, the Committee has seen no change. The Committee considers that the recommendation has not been implemented.", "26 (b)"),
    ("fr", "De même, pour ce qui est du paragraphe 26 b) et des zones rurales, le Comité ne voit aucun changement. Le Comité considère que la recommandation n'a pas été mise en œuvre.", "26 (b)"),
    ("es", "También en relación con el párrafo 26 b), en lo que atañe a las zonas rurales, el Comité no ve cambio alguno. El Comité considera que la recomendación no se ha aplicado.", "26 (b)"),
    ("en", "The Committee comes back to paragraph 17: nobody has yet been consulted on the forms of the ministry.", "17"),
    ("fr", "Le Comité revient au paragraphe 17 : personne n'a encore été consulté sur les formulaires du ministère.", "17"),
    ("es", "El Comité vuelve sobre el párrafo 17: nadie ha sido consultado todavía acerca de los formularios del ministerio.", "17"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "label"), OTHERS)
def test_a_passage_not_asked_for_or_a_second_one_is_one_of_its_own(
    language: str, words: str, label: str
) -> None:
    made = [f"{words} {grade}" for words, grade in zip(
        [LEADS[language].format(p) + f"{n}." for p, n in zip(PRINTED[language], NOTES[language], strict=True)],
        GRADES[language], strict=True)]  # fmt: skip
    read = rows(letter(language, request=REQUESTS[language], passages=[made[0], made[1], words, made[2]]))
    assert read == [("17", made[0]), ("26 (b)", made[1]), (label, words), ("39", made[2])]


CROSSING = [
    ("en", "The Committee draws attention, in this respect, to paragraph {} of the concluding observations, in which it had made a related recommendation."),
    ("fr", "Le Comité appelle l'attention, à cet égard, sur le paragraphe {} des observations finales, dans lequel figure une recommandation voisine."),
    ("es", "El Comité señala a la atención, a este respecto, el párrafo {} de las observaciones finales, en el que figura una recomendación conexa."),
]  # fmt: skip


@pytest.mark.parametrize("number", ["17", "31", "39"])
@pytest.mark.parametrize(("language", "words"), CROSSING)
def test_a_block_on_another_paragraph_stays_where_it_stands(language: str, words: str, number: str) -> None:
    made = [
        LEADS[language].format(p) + f"{n}." for p, n in zip(PRINTED[language], NOTES[language], strict=True)
    ]
    made[1] += "\n\n" + words.format(number)
    assert rows(letter(language, request=REQUESTS[language], passages=made)) == list(
        zip(REFS, made, strict=True)
    )


@pytest.mark.parametrize("cut", ["CMW – {}\n2", "- 2 -\n\nSenegal / CMW", "address"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_sheet_that_ends_in_a_sentence_cuts_nothing(language: str, cut: str) -> None:
    made = [
        LEADS[language].format(p) + f"{n}." for p, n in zip(PRINTED[language], NOTES[language], strict=True)
    ]
    between = ADDRESS[language] if cut == "address" else cut.format(language.upper())
    middle = made[1].index(" ", len(made[1]) // 2)
    torn = [made[0], f"{made[1][:middle]}\n\n{between}\n\n{made[1][middle + 1 :]}", made[2]]
    read = rows(letter(language, request=REQUESTS[language], passages=torn, address_at=None))
    assert read == list(zip(REFS, made, strict=True))


def test_a_heading_at_a_sheet_s_end_is_no_running_head() -> None:
    made = [f"Paragraph {p}\n\n- {n} -\n\n{NOTES['en'][n][0].upper()}{NOTES['en'][n][1:]}." for n, p in enumerate(PRINTED["en"])]  # fmt: skip
    read = rows(letter("en", request=REQUESTS["en"], passages=made, address_at=None))
    assert [label for label, _ in read] == list(REFS)
    assert all(text.startswith(f"Paragraph {label}\n\nThe Committee") for label, text in read)


LATE = [
    [
        "Detention\n\nTwo centres were closed.\n\nThe Committee considers that the recommendation in paragraph 17 has been partially implemented.",
        "Remittances\n\nFees remain high.\n\nThe Committee considers that the recommendation in paragraph 26 (b) has not been implemented.",
        "Schooling\n\nAll schools admit migrant children.\n\nThe Committee considers that the recommendation in paragraph 39 has been implemented.",
    ],
    [
        "The Committee notes that two centres were closed. It considers that the recommendation in paragraph 17 has been partially implemented.",
        "The Committee regrets that fees remain high. It considers that the recommendation in paragraph 26 (b) has not been implemented.",
        "All schools admit migrant children. The Committee considers that the recommendation in paragraph 39 has been implemented.",
    ],
    [
        "1. The Committee notes that two centres were closed. It considers that the recommendation in paragraph 17 has been partially implemented.",
        "2. As to paragraph 26 (b), fees remain high.",
        "3. All schools admit migrant children. The Committee considers that the recommendation in paragraph 39 has been implemented.",
    ],
]  # fmt: skip


@pytest.mark.parametrize("made", LATE)
def test_a_paragraph_may_be_named_by_its_grade_only(made: list[str]) -> None:
    text = letter("en", request=REQUESTS["en"], passages=made, address_at=None)
    assert rows(text) == list(zip(REFS, made, strict=True))
    for n, label in enumerate(("17", "26 (b)", "39")):
        places = parse(text).as_dict()["spans"][f"assessments[{n}].paragraph"]
        assert " ".join(text[start:end] for start, end in places) == label
