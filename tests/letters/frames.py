"""Frames of letters in the words of many drafters, and what is read from each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """The frame of a letter, and what is read from it."""

    language: str
    reference: str
    date: str
    words: str
    kind: str
    paragraphs: list[str]
    months: int | None
    due: str | None
    observed: tuple[int | None, str | None]
    reports: list[int] | None
    assessed: tuple[int | None, str | None]
    received: str | None

    @property
    def text(self) -> str:
        """The letter; only an assessment has passages."""
        salutation, passage, farewell, signature = FORMS[self.language]
        passages = [passage.format(label) for label in self.paragraphs] if self.kind == "assessment" else []
        parts = [
            f"REFERENCE: {self.reference}",
            self.date,
            salutation,
            self.words,
            *passages,
            farewell,
            signature,
        ]
        return "\n\n".join(parts)


FORMS = {
    "en": (
        "Excellency,",
        "Regarding the recommendation contained in paragraph {}, the Committee takes note of the bill. "
        "It considers that the recommendation has been partially implemented.",
        "Please accept, Excellency, the assurances of my highest consideration.",
        "Ada Example\nChairperson\nCommittee on Migrant Workers",
    ),
    "fr": (
        "Excellence,",
        "S'agissant de la recommandation figurant au paragraphe {}, le Comité prend note du projet de loi. "
        "Il considère que la recommandation a été partiellement mise en œuvre.",
        "Veuillez agréer, Excellence, l'assurance de ma très haute considération.",
        "Ada Exemple\nPrésidente\nComité des travailleurs migrants",
    ),
    "es": (
        "Excelencia:",
        "En relación con la recomendación que figura en el párrafo {}, el Comité toma nota del proyecto de ley. "
        "Considera que la recomendación se ha aplicado parcialmente.",
        "Le ruego acepte, Excelencia, las seguridades de mi más alta consideración.",
        "Ada Ejemplo\nPresidenta\nComité de los Trabajadores Migratorios",
    ),
}

FRAMES = [
    Frame(
        "en",
        "CMW/FollowUp/35/ik",
        "5 October 2022",
        "Meeting in Geneva in September 2022 for its thirty-fifth session, the Committee on Migrant Workers "
        "turned to the steps that Tajikistan had taken since the adoption of concluding observations "
        "CMW/C/TJK/CO/2. Those observations, the fruit of the dialogue on its second periodic report, go back"
        " to the thirtieth session (April 2019); paragraphs 12, 35 (a) and 47 were marked for follow-up, and "
        "Tajikistan had two years to reply.  It replied on 3 May 2021 (CMW/C/TJK/FCO/2), for which the "
        "Committee is grateful.",
        kind="assessment",
        paragraphs=["12", "35 (a)", "47"],
        months=24,
        due=None,
        observed=(30, "2019-04"),
        reports=[2],
        assessed=(35, "2022-09"),
        received="2021-05-03",
    ),
    Frame(
        "en",
        "CMW/ack/39/kgz",
        "3 February 2025",
        "On behalf of the Committee on Migrant Workers I confirm that the report of Kyrgyzstan on what it has"
        " done about paragraphs 16, 24 and 48 of the concluding observations of the Committee "
        "(CMW/C/KGZ/CO/2) is now in our possession. It came on 28 January 2025 and will be published as "
        "CMW/C/KGZ/FCO/2.  The Committee expects to take it up at its fortieth session, in April 2025. The "
        "concluding observations, on the second periodic report, had been adopted at the thirty-eighth "
        "session, in June 2024, and allowed one year for the report.",
        kind="acknowledgement",
        paragraphs=["16", "24", "48"],
        months=12,
        due=None,
        observed=(38, "2024-06"),
        reports=[2],
        assessed=(None, None),
        received="2025-01-28",
    ),
    Frame(
        "en",
        "CMW/FollowUp/29/tgo",
        "14 September 2018",
        "The report with which Togo took up paragraphs 12, 20 and 34 of the concluding observations on its "
        "initial report (CMW/C/TGO/CO/1, adopted in April 2016, twenty-fourth session) lay before the "
        "Committee on Migrant Workers at its latest session, the twenty-ninth, in September 2018. As you "
        "know, these paragraphs had been chosen by the Committee for priority action in the space of two "
        "years. The report (CMW/C/TGO/CO/1/Add.1) was handed over by your Mission on 20 April 2018.",
        kind="assessment",
        paragraphs=["12", "20", "34"],
        months=24,
        due=None,
        observed=(24, "2016-04"),
        reports=[1],
        assessed=(29, "2018-09"),
        received="2018-04-20",
    ),
    Frame(
        "fr",
        "CMW/FollowUp/35/mg",
        "6 octobre 2022",
        "Lors de sa trente-cinquième session, en septembre 2022, le Comité des travailleurs migrants s'est "
        "prononcé sur la manière dont le Sénégal a donné effet aux paragraphes 13, 27 b) et 41 de ses "
        "observations finales du 12 avril 2019 (CMW/C/SEN/CO/2-3), relatives aux deuxième et troisième "
        "rapports périodiques et arrêtées à la trentième session. Deux années avaient été accordées à l'État "
        "partie.  Le document soumis à cet effet, le 30 avril 2021, porte la cote CMW/C/SEN/FCO/2-3.",
        kind="assessment",
        paragraphs=["13", "27 (b)", "41"],
        months=24,
        due=None,
        observed=(30, "2019-04"),
        reports=[2, 3],
        assessed=(35, "2022-09"),
        received="2021-04-30",
    ),
    Frame(
        "fr",
        "CMW/FollowUp/34/ne",
        "12 avril 2022",
        "Le Niger s'étant acquitté le 17 mars 2020 de l'obligation de faire rapport sur la suite donnée aux "
        "observations finales (CMW/C/NER/FCO/1), le Comité des travailleurs migrants a débattu de son rapport"
        " à sa trente-quatrième session, du 28 mars au 8 avril 2022. Je rappelle que ces observations "
        "(CMW/C/NER/CO/1) datent de la vingt-huitième session (9-20 avril 2018), qu'elles portent sur le "
        "rapport initial du Niger et qu'elles insistaient sur les paragraphes 17, 31 et 43, auxquels une "
        "réponse devait être apportée avant deux ans.",
        kind="assessment",
        paragraphs=["17", "31", "43"],
        months=24,
        due=None,
        observed=(28, "2018-04"),
        reports=[1],
        assessed=(34, "2022-03"),
        received="2020-03-17",
    ),
    Frame(
        "es",
        "CMW/FollowUp/38/ve",
        "21 de junio de 2024",
        "Cúmpleme comunicarle lo resuelto por el Comité de los Trabajadores Migratorios en su 38º período de "
        "sesiones (3 a 14 de junio de 2024) a propósito de Venezuela (República Bolivariana de). Habían "
        "quedado pendientes cuatro asuntos, los de los párrafos 19, 25, 33 a) y 57 de las observaciones "
        "finales sobre el informe inicial (CMW/C/VEN/CO/1), que vieron la luz en el 35º período de sesiones, "
        "en septiembre de 2022. El Comité esperaba noticias en un año. La contribución del Estado parte lleva"
        " la signatura CMW/C/VEN/FCO/1 y entró en la secretaría el 9 de noviembre de 2023.",
        kind="assessment",
        paragraphs=["19", "25", "33 (a)", "57"],
        months=12,
        due=None,
        observed=(35, "2022-09"),
        reports=[1],
        assessed=(38, "2024-06"),
        received="2023-11-09",
    ),
    Frame(
        "es",
        "CMW/acuse/40/arg",
        "5 de mayo de 2025",
        "Agradezco a la Argentina el documento CMW/C/ARG/FCO/2, llegado a la secretaría el 29 de abril de "
        "2025, sobre los párrafos 13, 35 y 49 de las observaciones finales CMW/C/ARG/CO/2. El Comité de los "
        "Trabajadores Migratorios, que las había aprobado en su 31er período de sesiones (septiembre de 2019)"
        " tras examinar el segundo informe periódico y había solicitado esos datos en el plazo de dos años, "
        "prevé ocuparse del documento en su 41er período de sesiones.",
        kind="acknowledgement",
        paragraphs=["13", "35", "49"],
        months=24,
        due=None,
        observed=(31, "2019-09"),
        reports=[2],
        assessed=(None, None),
        received="2025-04-29",
    ),
    Frame(
        "es",
        "CMW/FollowUp/39/co",
        "19 de diciembre de 2024",
        "Los párrafos 15, 27 a) y 43 de las observaciones finales CMW/C/COL/CO/4, sobre el cuarto informe "
        "periódico de Colombia, eran objeto de un encargo preciso: que en doce meses se explicara qué se "
        "había hecho. Colombia lo explicó el 20 de abril de 2024 (CMW/C/COL/FCO/4). El Comité de los "
        "Trabajadores Migratorios, que había aprobado las observaciones en su 36º período de sesiones (27 de "
        "marzo a 6 de abril de 2023), analizó la explicación en el 39º, en diciembre de 2024.",
        kind="assessment",
        paragraphs=["15", "27 (a)", "43"],
        months=12,
        due=None,
        observed=(36, "2023-03"),
        reports=[4],
        assessed=(39, "2024-12"),
        received="2024-04-20",
    ),
    Frame(
        "en",
        "CMW/FollowUp/36/mli",
        "11 April 2023",
        "1. The Committee on Migrant Workers has completed its work, begun at the thirty-fifth session "
        "(September 2022) and resumed at the thirty-sixth session (27 March to 6 April 2023), on the follow-"
        "up report of Mali (CMW/C/MLI/FCO/3).  2. That report, received on 30 June 2022, deals with "
        "paragraphs 10, 24 and 38 of the concluding observations on the third periodic report "
        "(CMW/C/MLI/CO/3), adopted at the thirty-first session, held in September 2019, where Mali was given "
        "two years.",
        kind="assessment",
        paragraphs=["10", "24", "38"],
        months=24,
        due=None,
        observed=(31, "2019-09"),
        reports=[3],
        assessed=(36, "2023-03"),
        received="2022-06-30",
    ),
    Frame(
        "en",
        "CMW/reminder2/40/hnd",
        "28 April 2025",
        "Your Excellency's Government was to let the Committee on Migrant Workers know, no later than 1 "
        "October 2023 and thus two years after the thirty-third session (September 2021), how it had acted on"
        " paragraphs 19, 31 and 47 of the concluding observations on the second periodic report of Honduras "
        "(CMW/C/HND/CO/2). A first reminder was sent on 15 January 2024. The Committee, at its fortieth "
        "session in April 2025, took note with concern of the continuing silence.  Kindly arrange for the "
        "information to be forwarded before 1 September 2025.",
        kind="reminder",
        paragraphs=["19", "31", "47"],
        months=24,
        due="2023-10-01",
        observed=(33, "2021-09"),
        reports=[2],
        assessed=(None, None),
        received=None,
    ),
    Frame(
        "fr",
        "CMW/FollowUp/35/tgo",
        "7 octobre 2022",
        "Suite à l'adoption, le 12 avril 2019, des observations finales du Comité des travailleurs migrants "
        "sur le rapport initial du Togo (CMW/C/TGO/CO/1, trentième session), le Gouvernement togolais avait "
        "jusqu'au 1er mai 2021, c'est-à-dire deux ans, pour revenir vers le Comité à propos des paragraphes "
        "13, 29 a) et 45.  Par une communication du 28 avril 2021, parvenue le 4 mai 2021 et rendue publique "
        "sous la cote CMW/C/TGO/FCO/1, il s'est acquitté de cette tâche. Le Comité en a délibéré en séance "
        "privée durant la trente-cinquième session, tenue du 19 au 30 septembre 2022.",
        kind="assessment",
        paragraphs=["13", "29 (a)", "45"],
        months=24,
        due="2021-05-01",
        observed=(30, "2019-04"),
        reports=[1],
        assessed=(35, "2022-09"),
        received="2021-05-04",
    ),
    Frame(
        "fr",
        "CMW/FollowUp/40/cog",
        "25 avril 2025",
        "Le Comité des travailleurs migrants a consacré une partie de sa quarantième session (Genève, 7-17 "
        "avril 2025) au suivi des observations finales qu'il a formulées en l'absence de rapport du Congo "
        "(CMW/C/COG/CO/1), en juin 2024, à sa trente-huitième session. Trois paragraphes, les 21, 37 et 51, "
        "appelaient un retour sous six mois.  Ce retour (CMW/C/COG/FCO/1) est daté du 3 décembre 2024 et a "
        "été enregistré le 10 décembre 2024.",
        kind="assessment",
        paragraphs=["21", "37", "51"],
        months=6,
        due=None,
        observed=(38, "2024-06"),
        reports=[],
        assessed=(40, "2025-04"),
        received="2024-12-10",
    ),
    Frame(
        "es",
        "CMW/FollowUp/37/ecu",
        "18 de diciembre de 2023",
        "Con esta carta el Comité de los Trabajadores Migratorios da respuesta a la comunicación del Ecuador "
        "de 2 de octubre de 2019 (CMW/C/ECU/FCO/3), recibida al día siguiente, 3 de octubre de 2019, que fue "
        "objeto de deliberación en el 37º período de sesiones (27 de noviembre a 8 de diciembre de 2023).  La"
        " comunicación obedece a una petición hecha en el párrafo 60 de las observaciones finales acerca del "
        "tercer informe periódico (CMW/C/ECU/CO/3), a saber, que en dos años se diera razón de los párrafos "
        "17, 27 a) y 39. Las observaciones finales son del 27º período de sesiones, septiembre de 2017.",
        kind="assessment",
        paragraphs=["17", "27 (a)", "39"],
        months=24,
        due=None,
        observed=(27, "2017-09"),
        reports=[3],
        assessed=(37, "2023-11"),
        received="2019-10-03",
    ),
    Frame(
        "es",
        "CMW/recordatorio/41/nic",
        "16 de diciembre de 2025",
        "El 1 de octubre de 2018 concluyó el plazo de dos años que el Comité de los Trabajadores Migratorios "
        "había otorgado a Nicaragua, en su 25º período de sesiones, celebrado del 29 de agosto al 7 de "
        "septiembre de 2016, para que le escribiera acerca de los párrafos 20, 34 y 42 de las observaciones "
        "finales sobre el informe inicial (CMW/C/NIC/CO/1). Pese a los recordatorios de 2019, 2021 y 2023, "
        "nada se ha sabido.  Ruego a Vuestra Excelencia que interceda para que el escrito obre en poder de la"
        " secretaría antes de que finalice marzo de 2026.",
        kind="reminder",
        paragraphs=["20", "34", "42"],
        months=24,
        due=None,
        observed=(25, "2016-08"),
        reports=[1],
        assessed=(None, None),
        received=None,
    ),
    Frame(
        "en",
        "CMW/FollowUp/40/jam",
        "25 April 2025",
        "As Chair of the Committee on Migrant Workers I have the honour to refer to the review of Jamaica, in"
        " the absence of a report, at the Committee's thirty-sixth session, held in March and April 2023, and"
        " to the concluding observations that followed (CMW/C/JAM/CO/1). Jamaica had been expected to reply "
        "within one year with respect to paragraphs 21, 33 and 49, and after reminders of 3 June 2024 and 9 "
        "October 2024 did so on 15 January 2025 (CMW/C/JAM/FCO/1).  The reply was examined at the fortieth "
        "session, held in April 2025. The Committee recalls that the initial report has been due since 1 "
        "January 2010 and will take up the matter again at its forty-second session.",
        kind="assessment",
        paragraphs=["21", "33", "49"],
        months=12,
        due=None,
        observed=(36, "2023-03"),
        reports=[],
        assessed=(40, "2025-04"),
        received="2025-01-15",
    ),
    Frame(
        "es",
        "CMW/recordatorio/39/gtm",
        "16 de diciembre de 2024",
        "El Comité de los Trabajadores Migratorios examinó el segundo informe periódico de Guatemala en su "
        "36º período de sesiones, celebrado del 27 de marzo al 6 de abril de 2023, y aprobó las observaciones"
        " finales CMW/C/GTM/CO/2. Guatemala debía responder a los párrafos 21, 35 y 49 a más tardar el 1 de "
        "mayo de 2024. Han pasado siete meses sin que la respuesta llegue a Ginebra.  El Comité examinará la "
        "situación en su 40º período de sesiones, en abril de 2025, y confía en contar para entonces con la "
        "respuesta.",
        kind="reminder",
        paragraphs=["21", "35", "49"],
        months=None,
        due="2024-05-01",
        observed=(36, "2023-03"),
        reports=[2],
        assessed=(None, None),
        received=None,
    ),
]
