"""Letters written from a record in the fixed formulas of the procedure, in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from followup.letters import DEFAULT

from .factory import letter

# a State's code, and its name as it stands behind "of" and "asked … to" in each language
STATES = {
    "SEN": {"en": "Senegal", "fr": ("du Sénégal", "au Sénégal"), "es": ("del Senegal", "al Senegal")},
    "MEX": {"en": "Mexico", "fr": ("du Mexique", "au Mexique"), "es": ("de México", "a México")},
    "KGZ": {"en": "Kyrgyzstan", "fr": ("du Kirghizistan", "au Kirghizistan"), "es": ("de Kirguistán", "a Kirguistán")},
    "ALB": {"en": "Albania", "fr": ("de l'Albanie", "à l'Albanie"), "es": ("de Albania", "a Albania")},
    "PRY": {"en": "Paraguay", "fr": ("du Paraguay", "au Paraguay"), "es": ("del Paraguay", "al Paraguay")},
}  # fmt: skip
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
REVIEWED = {
    (1,): {"en": "the initial report", "fr": "du rapport initial", "es": "del informe inicial"},
    (2,): {"en": "the second periodic report", "fr": "du deuxième rapport périodique", "es": "del segundo informe periódico"},
    (3,): {"en": "the third periodic report", "fr": "du troisième rapport périodique", "es": "del tercer informe periódico"},
    (2, 3): {
        "en": "the combined second and third periodic reports",
        "fr": "des deuxième et troisième rapports périodiques",
        "es": "de los informes periódicos segundo y tercero combinados",
    },
}  # fmt: skip
TIMES = {
    12: {"en": "one year", "fr": "un an", "es": "un año"},
    18: {"en": "18 months", "fr": "18 mois", "es": "18 meses"},
    24: {"en": "two years", "fr": "deux ans", "es": "dos años"},
}
# the grade, its words, and the sentence that states it of a paragraph
JUDGED = {
    "en": "The Committee considers that the recommendation contained in paragraph {paragraph} has {words}.",
    "fr": "Le Comité considère que la recommandation figurant au paragraphe {paragraph} {words}.",
    "es": "El Comité considera que la recomendación que figura en el párrafo {paragraph} {words}.",
}
GRADES = {
    "implemented": {"en": "been implemented", "fr": "a été mise en œuvre", "es": "se ha aplicado"},
    "substantially_implemented": {
        "en": "been substantially implemented",
        "fr": "a été substantiellement mise en œuvre",
        "es": "se ha aplicado sustancialmente",
    },
    "partially_implemented": {
        "en": "been partially implemented",
        "fr": "a été partiellement mise en œuvre",
        "es": "se ha aplicado parcialmente",
    },
    "not_implemented": {"en": "not been implemented", "fr": "n'a pas été mise en œuvre", "es": "no se ha aplicado"},
}  # fmt: skip
OTHERWISE = {
    "insufficient_information": {
        "en": "The Committee considers that it lacks sufficient information to assess whether the recommendation "
        "contained in paragraph {paragraph} has been implemented.",
        "fr": "Le Comité ne dispose pas de renseignements suffisants pour évaluer la mise en œuvre de la recommandation "
        "figurant au paragraphe {paragraph}.",
        "es": "El Comité carece de información suficiente para evaluar la aplicación de la recomendación que figura en el "
        "párrafo {paragraph}.",
    },
    "contrary": {
        "en": "The Committee considers that the measures taken are contrary to the recommendation contained in paragraph "
        "{paragraph}.",
        "fr": "Le Comité considère que les mesures prises sont contraires à la recommandation figurant au paragraphe "
        "{paragraph}.",
        "es": "El Comité considera que las medidas adoptadas son contrarias a la recomendación que figura en el párrafo "
        "{paragraph}.",
    },
}
OPENING = {
    "en": "Regarding the recommendation made in paragraph {paragraph} of the concluding observations, the Committee notes "
    "the training of labour inspectors in several provinces.",
    "fr": "S'agissant de la recommandation formulée au paragraphe {paragraph} des observations finales, le Comité prend "
    "note de la formation d'inspecteurs du travail dans plusieurs provinces.",
    "es": "Respecto de la recomendación formulada en el párrafo {paragraph} de las observaciones finales, el Comité observa "
    "la formación de inspectores del trabajo en varias provincias.",
}
FRAME = {
    "en": {
        "reference": "REFERENCE: {reference}",
        "examination": "In my capacity as Chairperson of the Committee on Migrant Workers (CMW), I have the honour to refer to "
        "the examination of {reviewed} of {state} at the Committee's {observed} session, held in {observed_held}.",
        "observations": "At the end of that session, the Committee issued its concluding observations ({symbol}).",
        "request": "You may recall that the Committee requested {state} to provide, within {time}, written information on the "
        "steps undertaken to implement the recommendations contained in {paragraphs} of the concluding observations.",
        "report": "At its {examined} session, held in {examined_held} in Geneva, the Committee examined the follow-up report of "
        "the State party ({report_symbol}). The Committee welcomes the follow-up report received in {received} under the CMW "
        "follow-up procedure.",
        "signature": "{signed}\nChairperson",
    },
    "fr": {
        "reference": "RÉFÉRENCE : {reference}",
        "examination": "En ma qualité de Présidente du Comité des travailleurs migrants, j'ai l'honneur de me référer à "
        "l'examen {reviewed} {of_state}, lors de la {observed} session du Comité, tenue en {observed_held}.",
        "observations": "À l'issue de cette session, le Comité a adopté ses observations finales ({symbol}).",
        "request": "Vous vous souviendrez que le Comité a demandé {to_state} de lui fournir, dans un délai de {time}, des "
        "renseignements écrits sur les mesures prises pour mettre en œuvre les recommandations figurant {paragraphs} des "
        "observations finales.",
        "report": "À sa {examined} session, tenue en {examined_held} à Genève, le Comité a examiné le rapport de suivi de "
        "l'État partie ({report_symbol}). Le Comité accueille avec satisfaction le rapport de suivi reçu en {received} au "
        "titre de la procédure de suivi.",
        "signature": "{signed}\nPrésidente",
    },
    "es": {
        "reference": "REFERENCIA: {reference}",
        "examination": "En mi calidad de Presidenta del Comité de Protección de los Derechos de Todos los Trabajadores "
        "Migratorios y de sus Familiares, tengo el honor de referirme al examen {reviewed} {of_state} en el {observed} "
        "período de sesiones del Comité, celebrado en {observed_held}.",
        "observations": "Al término de ese período de sesiones, el Comité aprobó sus observaciones finales ({symbol}).",
        "request": "Recordará que el Comité solicitó {to_state} que facilitara, en el plazo de {time}, información escrita "
        "sobre las medidas adoptadas para aplicar las recomendaciones que figuran en {paragraphs} de las observaciones "
        "finales.",
        "report": "En su {examined} período de sesiones, celebrado en {examined_held} en Ginebra, el Comité examinó el "
        "informe de seguimiento del Estado parte ({report_symbol}). El Comité acoge con satisfacción el informe de "
        "seguimiento recibido en {received} en el marco del procedimiento de seguimiento.",
        "signature": "{signed}\nPresidenta",
    },
}
ROLES = {"en": "Chairperson", "fr": "Présidente", "es": "Presidenta"}
LISTED = {"en": ("paragraph ", "paragraphs ", " and "), "fr": ("au paragraphe ", "aux paragraphes ", " et "), "es": ("el párrafo ", "los párrafos ", " y ")}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What a letter tells: all that the record of a clean letter holds."""

    language: str
    state: str
    number: int  # of the concluding observations
    reports: tuple[int, ...]
    sessions: tuple[int, int]
    months: int
    rows: tuple[tuple[str, str | None], ...]  # canonical paragraph and grade
    received: str  # YYYY-MM
    written: date
    signed: str

    @property
    def record(self) -> dict[str, Any]:
        """The letter record, but for texts, phrases, addressee, flags and places."""
        observed, examined = self.sessions
        return {
            "kind": "assessment",
            "language": self.language,
            "reference": f"CMW/followup/{examined}/zz",
            "date": self.written.isoformat(),
            "state": self.state,
            "concluding_observations": {
                "symbol": f"CMW/C/{self.state}/CO/{self.number}",
                "reports": list(self.reports),
                "session": observed,
                "session_held": held(observed),
            },
            "request": {"months": self.months, "due": None, "paragraphs": [row[0] for row in self.rows]},
            "follow_up_report": {
                "symbol": f"CMW/C/{self.state}/FCO/{self.number}",
                "received": self.received,
            },
            "assessed": {"session": examined, "session_held": held(examined)},
            "assessments": [{"paragraph": paragraph, "grade": grade} for paragraph, grade in self.rows],
            "signatory": {"name": self.signed, "role": ROLES[self.language]},
        }

    @property
    def text(self) -> str:
        """The letter."""
        code, record = self.language, self.record
        words = {
            **record,
            **_state(self.state, code),
            "reviewed": REVIEWED[self.reports][code],
            "observed": ordinal(self.sessions[0], code),
            "observed_held": month(held(self.sessions[0]), code),
            "examined": ordinal(self.sessions[1], code),
            "examined_held": month(held(self.sessions[1]), code),
            "symbol": record["concluding_observations"]["symbol"],
            "report_symbol": record["follow_up_report"]["symbol"],
            "time": TIMES[self.months][code],
            "paragraphs": listed([printed(paragraph, code) for paragraph, _ in self.rows], code),
            "received": month(self.received, code),
            "signed": self.signed,
        }
        parts = {name: formula.format(**words) for name, formula in FRAME[code].items()}
        passages = [passage(paragraph, grade, code) for paragraph, grade in self.rows]
        parts |= {"date": day(self.written, code), "closing": "-"}
        return letter(code, **parts, passages=passages, address_at=None)


def held(session: int) -> str:
    """The month a session began, by the table."""
    return DEFAULT.by_number[session].start.isoformat()[:7]


def month(value: str, code: str) -> str:
    """A month as printed: "May 2018", "mayo de 2018"."""
    name = MONTHS[code].split()[int(value[5:7]) - 1]
    return f"{name} de {value[:4]}" if code == "es" else f"{name} {value[:4]}"


def ordinal(number: int, code: str) -> str:
    """The number of a session as printed: 22nd, 22e, 22º."""
    english = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{english if code == 'en' else 'e' if code == 'fr' else 'º'}"


def day(value: date, code: str) -> str:
    """A date as printed at the head of a letter."""
    printed = f"{value.day}{'er' if code == 'fr' and value.day == 1 else ''}"
    return f"{printed}{' de ' if code == 'es' else ' '}{month(value.isoformat(), code)}"


def printed(paragraph: str, code: str) -> str:
    """A paragraph as a language prints it: 35 (a) in English, 35 a) in French and Spanish."""
    return paragraph if code == "en" else paragraph.replace("(", "")


def listed(paragraphs: list[str], code: str) -> str:
    """A list of paragraphs with the word for them: "paragraphs 12, 35 (a) and 47"."""
    one, many, and_ = LISTED[code]
    if len(paragraphs) == 1:
        return one + paragraphs[0]
    return many + ", ".join(paragraphs[:-1]) + and_ + paragraphs[-1]


def passage(paragraph: str, grade: str | None, code: str) -> str:
    """The Committee's words on a paragraph."""
    sentences = [OPENING[code]]
    if grade in GRADES:
        sentences.append(JUDGED[code].replace("{words}", GRADES[grade][code]))
    elif grade:
        sentences.append(OTHERWISE[grade][code])
    return " ".join(sentences).format(paragraph=printed(paragraph, code))


def _state(state: str, code: str) -> dict[str, str]:
    names = STATES[state][code]
    return {"state": names} if isinstance(names, str) else {"of_state": names[0], "to_state": names[1]}
