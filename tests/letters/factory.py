"""Letters made for tests: the fixed formulas of the procedure around whatever a test wants to see read.

Everything but the formulas is generic; people and missions are made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

LETTERHEAD = (
    "HAUT-COMMISSARIAT AUX DROITS DE L'HOMME • OFFICE OF THE HIGH COMMISSIONER FOR HUMAN RIGHTS\n"
    "PALAIS DES NATIONS • 1211 GENEVA 10, SWITZERLAND\n"
    "www.ohchr.org • TEL: +41 22 900 0000 • FAX: +41 22 900 0001 • E-MAIL: desk@example.org"
)

ADDRESS = {
    "en": "His Excellency\nMr. Anton Sample\nAmbassador Extraordinary and Plenipotentiary\n"
    "Permanent Representative of the Republic of Senegal\nto the United Nations Office\nGeneva, Switzerland\n\n"
    "Email: mission@example.org",
    "fr": "Son Excellence\nMonsieur Antoine Modèle\nAmbassadeur extraordinaire et plénipotentiaire\n"
    "Représentant permanent de la République du Sénégal\nauprès de l'Office des Nations Unies\nGenève, Suisse\n\n"
    "Courriel : mission@example.org",
    "es": "Excelentísimo Señor\nSr. Antonio Muestra\nEmbajador Extraordinario y Plenipotenciario\n"
    "Representante Permanente de la República del Senegal\nante la Oficina de las Naciones Unidas\nGinebra, Suiza\n\n"
    "Correo electrónico: mission@example.org",
}


@dataclass
class Letter:
    """The parts of a letter, in order; each may be replaced."""

    language: str = "en"
    letterhead: str = LETTERHEAD
    reference: str = ""
    date: str = ""
    salutation: str = ""
    examination: str = ""
    observations: str = ""
    request: str = ""
    report: str = ""
    bridge: str = ""
    passages: Sequence[str] = field(default_factory=tuple)
    closing: str = ""
    farewell: str = ""
    signature: str = ""
    address: str = ""
    address_at: int | None = 1  # before which passage; None: nowhere

    def __post_init__(self) -> None:
        for name, value in DEFAULTS[self.language].items():
            if not getattr(self, name):
                setattr(self, name, value)

    @property
    def text(self) -> str:
        """The letter."""
        passages = list(self.passages)
        if self.address_at is not None:
            passages.insert(self.address_at, self.address)
        first = " ".join(part for part in (self.examination, self.observations, self.request) if part != "-")
        second = " ".join(part for part in (self.report, self.bridge) if part != "-")
        parts = [self.letterhead, self.reference, self.date, self.salutation, first, second]
        parts += [*passages, self.closing, self.farewell, self.signature]
        return "\n\n".join(part for part in parts if part and part != "-") + "\n"


DEFAULTS: dict[str, dict[str, object]] = {
    "en": {
        "reference": "REFERENCE: CMW/followup/35/zz",
        "date": "5 October 2022",
        "salutation": "Excellency,",
        "examination": "In my capacity as Chairperson of the Committee on Migrant Workers (CMW), I have the honour to "
        "refer to the examination of the second periodic report of Senegal at the Committee's thirtieth session, held in "
        "April 2019.",
        "observations": "At the end of that session, the Committee issued its concluding observations "
        "(CMW/C/SEN/CO/2).",
        "request": "You may recall that the Committee requested Senegal to provide, within two years, written "
        "information on the steps undertaken to implement the recommendations contained in paragraphs 12 and 47 of "
        "the concluding observations.",
        "report": "At its thirty-fifth session, held in September 2022 in Geneva, the Committee examined the follow-up "
        "report of the State party (CMW/C/SEN/FCO/2). The Committee welcomes the follow-up report received in May "
        "2021 under the CMW follow-up procedure.",
        "bridge": "With respect to the follow-up report, the Committee notes the following:",
        "passages": (
            "Regarding the recommendation made in paragraph 12 of the concluding observations, the Committee welcomes "
            "the new law on recruitment agencies. The Committee considers that the recommendation contained in "
            "paragraph 12 has been implemented.",
            "With regard to the recommendation made in paragraph 47 of the concluding observations, the Committee "
            "regrets that no consular officers have been trained. The Committee considers that the recommendation "
            "contained in paragraph 47 has not been implemented.",
        ),
        "closing": "The Committee looks forward to pursuing its constructive dialogue with the authorities of Senegal on "
        "the implementation of the Convention.",
        "farewell": "Please accept, Excellency, the assurances of my highest consideration.",
        "signature": "Ada Example\nChairperson\nCommittee on the Protection of the Rights of All\n"
        "Migrant Workers and Members of Their Families",
        "address": ADDRESS["en"],
    },
    "fr": {
        "reference": "RÉFÉRENCE : CMW/FollowUp/35/zz",
        "date": "Genève, le 5 octobre 2022",
        "salutation": "Excellence,",
        "examination": "En ma qualité de Présidente du Comité des travailleurs migrants, j'ai l'honneur de me référer à "
        "l'examen du deuxième rapport périodique du Sénégal, lors de la trentième session du Comité, tenue en avril 2019.",
        "observations": "À l'issue de cette session, le Comité a adopté ses observations finales (CMW/C/SEN/CO/2).",
        "request": "Vous vous souviendrez que le Comité a demandé au Sénégal de lui fournir, dans un délai de deux ans, "
        "des renseignements écrits sur les mesures prises pour mettre en œuvre les recommandations figurant aux "
        "paragraphes 12 et 47 des observations finales.",
        "report": "À sa trente-cinquième session, tenue en septembre 2022 à Genève, le Comité a examiné le rapport de "
        "suivi de l'État partie (CMW/C/SEN/FCO/2). Le Comité accueille avec satisfaction le rapport de suivi reçu en "
        "mai 2021 au titre de la procédure de suivi.",
        "bridge": "En ce qui concerne le rapport de suivi, le Comité note ce qui suit :",
        "passages": (
            "S'agissant de la recommandation formulée au paragraphe 12 des observations finales, le Comité salue "
            "l'adoption d'une nouvelle loi. Le Comité considère que la recommandation figurant au paragraphe 12 a été "
            "mise en œuvre.",
            "En ce qui concerne la recommandation formulée au paragraphe 47 des observations finales, le Comité regrette "
            "qu'aucun agent consulaire n'ait été formé. Le Comité considère que la recommandation figurant au "
            "paragraphe 47 n'a pas été mise en œuvre.",
        ),
        "closing": "Le Comité se réjouit à la perspective de poursuivre un dialogue constructif avec les autorités "
        "sénégalaises sur l'application de la Convention.",
        "farewell": "Veuillez agréer, Excellence, l'assurance de ma très haute considération.",
        "signature": "Ada Exemple\nPrésidente\nComité pour la protection des droits de tous\n"
        "les travailleurs migrants et des membres de leur famille",
        "address": ADDRESS["fr"],
    },
    "es": {
        "reference": "REFERENCIA: CMW/FollowUp/35/zz",
        "date": "5 de octubre de 2022",
        "salutation": "Excelencia:",
        "examination": "En mi calidad de Presidenta del Comité de Protección de los Derechos de Todos los Trabajadores "
        "Migratorios y de sus Familiares, tengo el honor de referirme al examen del segundo informe periódico del Senegal "
        "en el 30º período de sesiones del Comité, celebrado en abril de 2019.",
        "observations": "Al término de ese período de sesiones, el Comité aprobó sus observaciones finales "
        "(CMW/C/SEN/CO/2).",
        "request": "Recordará que el Comité solicitó al Senegal que facilitara, en el plazo de dos años, información "
        "escrita sobre las medidas adoptadas para aplicar las recomendaciones que figuran en los párrafos 12 y 47 de "
        "las observaciones finales.",
        "report": "En su 35º período de sesiones, celebrado en septiembre de 2022 en Ginebra, el Comité examinó el "
        "informe de seguimiento del Estado parte (CMW/C/SEN/FCO/2). El Comité acoge con satisfacción el informe de "
        "seguimiento recibido en mayo de 2021 en el marco del procedimiento de seguimiento.",
        "bridge": "Con respecto al informe de seguimiento, el Comité observa lo siguiente:",
        "passages": (
            "Respecto de la recomendación formulada en el párrafo 12 de las observaciones finales, el Comité celebra "
            "la aprobación de una nueva ley. El Comité considera que la recomendación que figura en el párrafo 12 se "
            "ha aplicado.",
            "En relación con la recomendación formulada en el párrafo 47 de las observaciones finales, el Comité "
            "lamenta que no se haya formado a los funcionarios consulares. El Comité considera que la recomendación "
            "que figura en el párrafo 47 no se ha aplicado.",
        ),
        "closing": "El Comité espera continuar el diálogo constructivo con las autoridades del Senegal sobre la "
        "aplicación de la Convención.",
        "farewell": "Le ruego acepte, Excelencia, las seguridades de mi más alta consideración.",
        "signature": "Ada Ejemplo\nPresidenta\nComité de Protección de los Derechos de Todos\n"
        "los Trabajadores Migratorios y de sus Familiares",
        "address": ADDRESS["es"],
    },
}


def letter(language: str = "en", **parts: object) -> str:
    """The text of a clean letter in a language, with some parts replaced; "-" leaves a part out."""
    return Letter(language, **parts).text  # type: ignore[arg-type]
