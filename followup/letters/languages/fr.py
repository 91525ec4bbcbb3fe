"""French: the words the parser knows. A new wording of a grade is one row of `wordings`."""

from __future__ import annotations

from ..reading import Grade
from ..wording import Phrase, Wording
from .fr_framing import FRENCH_FRAMING
from .fr_speech import FRENCH_SPEECH
from .fr_telling import FRENCH_TELLING
from .shape import Language

_UNITS = {
    "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4,
    "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11,
    "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16, "dix-septième": 17,
    "dix-huitième": 18, "dix-neuvième": 19,
}  # fmt: skip
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_ORDINALS = {
    **_UNITS,
    "vingtième": 20, "trentième": 30, "quarantième": 40, "cinquantième": 50, "soixantième": 60,
    **{f"{ten}-et-unième": n + 1 for ten, n in _TENS.items()},
    **{f"{ten}-{unit}": n + _UNITS[unit] for ten, n in _TENS.items() for unit in _UNITS if 2 <= _UNITS[unit] <= 9},
    **{f"soixante-{unit}": 60 + n for unit, n in _UNITS.items() if n >= 10},
}  # fmt: skip
_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "dix-huit": 18, "vingt-quatre": 24, "trente-six": 36,
}  # fmt: skip

_HAS_NOT = "(n'a|n'ait|n'aient|n'ayant|n'avoir|n'ont|n'est|ne sont|n'avait|n'avaient|n'était|n'étaient|ne soit|ne soient)"
_TO_ASSESS = (
    "(évaluer|évaluation|apprécier|appréciation|déterminer|se prononcer|mesurer|établir|juger|conclure|conclusion|avis|opinion|dire si|"
    "savoir si|vérifier|prononcer)"
)
_INFORMATION = "(renseignements|informations|éléments|données|précisions)"

_WORDINGS = (
    Wording(Grade.IMPLEMENTED, "mise en œuvre",
            "Le Comité considère que la recommandation figurant au paragraphe 12 a été mise en œuvre.", "fr"),
    Wording(Grade.IMPLEMENTED, "(pleinement|intégralement|entièrement|totalement|complètement) mise en œuvre",
            "Le Comité considère que la recommandation figurant au paragraphe 12 a été intégralement mise en œuvre.",
            "fr"),
    Wording(Grade.IMPLEMENTED,
            "mise en œuvre (pleinement|intégralement|entièrement|totalement|complètement|dans son intégralité|"
            "dans leur intégralité|en totalité)",
            "Le Comité considère que la recommandation figurant au paragraphe 12 a été mise en œuvre intégralement.",
            "fr"),
    Wording(Grade.SUBSTANTIALLY_IMPLEMENTED, "(substantiellement|pour l'essentiel|pour l'essentiel,) mise en œuvre",
            "Le Comité considère que la recommandation figurant au paragraphe 12 a été substantiellement mise en œuvre.",
            "fr"),
    Wording(Grade.SUBSTANTIALLY_IMPLEMENTED, "mise en œuvre (pour l'essentiel|, pour l'essentiel|substantiellement)",
            "Le Comité considère que la recommandation figurant au paragraphe 12 a été mise en œuvre pour l'essentiel.",
            "fr"),
    Wording(Grade.PARTIALLY_IMPLEMENTED, "(partiellement|en partie) mise en œuvre",
            "Le Comité considère que la recommandation figurant au paragraphe 12 a été partiellement mise en œuvre.",
            "fr"),
    Wording(Grade.PARTIALLY_IMPLEMENTED,
            "mise en œuvre (partiellement|en partie|qu'en partie|que partiellement|de manière partielle|de façon partielle)",
            "Le Comité considère que la recommandation figurant au paragraphe 12 a été mise en œuvre en partie.",
            "fr"),
    Wording(Grade.PARTIALLY_IMPLEMENTED, "(que partiellement|qu'en partie) mise en œuvre",
            "Le Comité considère que la recommandation figurant au paragraphe 12 n'a été que partiellement appliquée.",
            "fr"),
    Wording(Grade.NOT_IMPLEMENTED, f"{_HAS_NOT} (pas|jamais|nullement|aucunement|point) mise en œuvre",
            "Le Comité considère que la recommandation figurant au paragraphe 12 n'a pas encore été mise en œuvre.",
            "fr"),
    Wording(Grade.NOT_IMPLEMENTED, "(non|pas) mise en œuvre",
            "Le Comité considère comme non appliquée la recommandation figurant au paragraphe 12.", "fr"),
    Wording(Grade.NOT_IMPLEMENTED, "(inappliquée|inappliquées|inappliqué|inexécutée|inexécutées)",
            "Le Comité considère que la recommandation figurant au paragraphe 12 reste inappliquée.", "fr"),
    Wording(Grade.NOT_IMPLEMENTED, "(reste|restent|demeure|demeurent) à (mettre en œuvre|appliquer)",
            "Le Comité considère que la recommandation figurant au paragraphe 12 reste à mettre en œuvre.", "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            f"{_INFORMATION} … (insuffisants|insuffisantes|pas suffisants|pas suffisantes) … {_TO_ASSESS}",
            "Le Comité considère que les renseignements fournis sont insuffisants pour évaluer la mise en œuvre de la "
            "recommandation figurant au paragraphe 12.", "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            f"(pas|jamais) … (suffisamment de|suffisamment d'|assez de|assez d') ?{_INFORMATION} … {_TO_ASSESS}".replace(" ?", "(| )"),
            "Le Comité n'a pas reçu suffisamment de renseignements pour évaluer la mise en œuvre de la recommandation "
            "figurant au paragraphe 12.", "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            f"(pas|manque|absence|faute|défaut|manquent) … {_INFORMATION} (suffisants|suffisantes|nécessaires) … {_TO_ASSESS}",
            "Le Comité ne dispose pas de renseignements suffisants pour évaluer la mise en œuvre de la recommandation "
            "figurant au paragraphe 12.", "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            f"(pas en mesure|pas pu|pas possible|impossible|pas à même) … {_TO_ASSESS} … (faute|manque|absence|défaut) … {_INFORMATION}",
            "Le Comité n'est pas en mesure d'évaluer la mise en œuvre de la recommandation figurant au paragraphe 12, "
            "faute de renseignements suffisants.", "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            f"(manque|absence|insuffisance) (de |d'|des ){_INFORMATION} … {_TO_ASSESS}",
            "Le Comité constate une insuffisance de renseignements pour évaluer la mise en œuvre de la recommandation.",
            "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            "(pas en mesure|pas à même|pas pu|pas possible|impossible|permettent pas|permet pas) … "
            "(évaluer|évaluation|apprécier|déterminer|se prononcer|mesurer|établir|dire si|savoir si|juger si|conclure si)",
            "Le Comité n'est pas en mesure d'évaluer la mise en œuvre de la recommandation figurant au paragraphe 12.", "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            "ne (peut|saurait) … (évaluer|apprécier|déterminer|se prononcer|mesurer|établir)",
            "Le Comité ne peut déterminer si la recommandation figurant au paragraphe 12 a été mise en œuvre.", "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION, f"{_INFORMATION} … (ne suffisent pas|ne suffit pas|ne sauraient suffire|ne suffisent guère) … {_TO_ASSESS}",
            "Les renseignements fournis ne suffisent pas pour évaluer la mise en œuvre de la recommandation.", "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION, f"trop peu (de |d'){_INFORMATION} … {_TO_ASSESS}",
            "Le Comité dispose de trop peu de renseignements pour évaluer la mise en œuvre de la recommandation.", "fr"),
    Wording(Grade.INSUFFICIENT_INFORMATION, "(renseignements|informations|éléments|données) (insuffisants|insuffisantes)",
            "Paragraphe 12 : renseignements insuffisants.", "fr"),
    Wording(Grade.CONTRARY, "(contraires|contraire) (à|aux) (la|cette|sa|ces|ses|) (recommandation|recommandations)",
            "Le Comité considère que les mesures prises sont contraires à la recommandation figurant au paragraphe 12.",
            "fr"),
    Wording(Grade.CONTRARY,
            "(mesures|mesure) (contraires|contraire) (à|aux) (la|cette|sa|ces|ses|) (recommandation|recommandations)",
            "Paragraphe 12 : mesures contraires à la recommandation.", "fr"),
    Wording(Grade.CONTRARY, "à l'encontre (de|des) (la|cette|sa|ces|ses|) (recommandation|recommandations)",
            "Le Comité considère que les mesures prises vont à l'encontre de la recommandation figurant au paragraphe 12.",
            "fr"),
    Wording(Grade.CONTRARY, "(contreviennent|contrevient) (à|aux) (la|cette|sa|ces|ses|) (recommandation|recommandations)",
            "Le Comité considère que les mesures prises contreviennent à la recommandation figurant au paragraphe 12.", "fr"),
    Wording(Grade.CONTRARY, "(rejette|rejeté|rejet de) (la|cette|sa) (recommandation|recommandations)",
            "Le Comité considère que l'État partie a rejeté la recommandation figurant au paragraphe 12.", "fr"),
)  # fmt: skip

_FULLY = (
    "(pleinement|intégralement|entièrement|totalement|complètement|suffisamment|substantiellement|"
    "convenablement|correctement|effectivement|réellement|dûment)"
)
_NEITHER = (
    Phrase(f"{_HAS_NOT} pas {_FULLY} mise en œuvre",
            "Le Comité considère que la recommandation n'a pas encore été pleinement mise en œuvre."),
    Phrase(
            f"{_HAS_NOT} pas mise en œuvre (pleinement|intégralement|entièrement|dans son intégralité|complètement|totalement|suffisamment)",
            "Le Comité considère que la recommandation n'a pas été mise en œuvre intégralement."),
    Phrase(
            "(reste|restent|demeure|demeurent) à (mettre pleinement|mettre intégralement|appliquer pleinement|appliquer intégralement)",
            "Le Comité considère que la recommandation reste à appliquer pleinement."),
    Phrase("(largement|en grande partie|dans une large mesure|presque|quasiment|suffisamment|insuffisamment|"
            "effectivement|convenablement|peu|à peine|essentiellement|globalement) mise en œuvre",
            "Le Comité considère que la recommandation a été largement mise en œuvre."),
    Phrase("mise en œuvre (dans une large mesure|en grande partie|de manière satisfaisante|de façon satisfaisante|"
            "dans une certaine mesure|de manière insuffisante)",
            "Le Comité considère que la recommandation a été mise en œuvre dans une large mesure."),
    Phrase("en (cours|voie) (de mise en œuvre|d'application|d'exécution)",
            "Le Comité considère que la recommandation est en cours de mise en œuvre."),
)  # fmt: skip

FRENCH = Language(
    code="fr",
    name="French",
    honour=(
        Phrase("j'ai l'honneur", "En ma qualité de Présidente du Comité, j'ai l'honneur de me référer à …"),
        Phrase("a l'honneur de", "Le Comité a l'honneur de se référer à …"),
        Phrase("je vous écris", "Je vous écris au sujet de …"),
        Phrase("présente ses compliments", "Le Comité présente ses compliments à la Mission permanente …"),
        Phrase("Au nom du Comité", "Au nom du Comité, je tiens à …"),
    ),
    markers=(
        "le comité", "état partie", "états parties", "observations finales", "recommandation", "recommandations",
        "rapport de suivi", "ce qui suit", "haute considération", "excellence", "paragraphe", "paragraphes", "l'honneur",
        "a été", "présidente", "président", "la convention", "ainsi que", "travailleurs migrants",
    ),
    salutations=(
        Phrase("(Votre |)Excellence", "Excellence,"),
        Phrase("(Monsieur|Madame) (l'Ambassadeur|l'Ambassadrice|le Représentant|la Représentante|le Chargé|la Chargée)", "Monsieur l'Ambassadeur,"),
        Phrase("(Monsieur|Madame)", "Madame,"),
    ),
    months=(
        ("janvier", "janv"), ("février", "févr", "fév"), ("mars",), ("avril", "avr"), ("mai",), ("juin",),
        ("juillet", "juil"), ("août",), ("septembre", "sept"), ("octobre", "oct"), ("novembre", "nov"),
        ("décembre", "déc"),
    ),
    ordinals=_ORDINALS,
    numbers=_NUMBERS,
    session=("session", "sessions"),
    held=(
        "tenue", "tenues", "tenu", "s'est", "qui", "en", "du", "au", "aux", "à", "de", "d'", "le", "la", "les", "des", "mois", "lors", "au cours",
        "cours", "entre", "genève", "suisse", "ligne", "distance", "virtuellement", "format", "hybride", "s", "est", "et", "sa", "l", "d", "travailleurs", "migrants",
        "comité", "nations", "unies", "palais", "wilson", "eu", "lieu", "a", "ayant", "organisée", "dans", "par", "visioconférence",
    ),
    took_place=("tenue", "tenues", "s'est tenue", "s'est déroulée", "déroulée", "a eu lieu", "organisée", "ayant eu lieu", "se tenant", "réunie"),
    initial=("rapport initial", "rapports initial et", "initial et", "rapport unique valant rapport initial", "initial"),
    periodic=("rapport périodique", "rapports périodiques", "périodique", "périodiques", "rapport", "rapports"),
    report_links=("et", "à", "au", "a", "le", "la", "les", "de", "du", "des", "rapport", "rapports", "périodique", "périodiques", "valant", "unique", "initial", "combinés", "combines", "soumis", "en", "un", "seul", "document"),
    absence=(
        Phrase("en l'absence (de|d'un|du|de tout|d'un tel|de son) (rapport|rapport initial|rapport périodique|deuxième rapport périodique|troisième rapport périodique)",
            "l'examen de la situation en Xlande, en l'absence de rapport, à sa trentième session", ),
            Phrase("en l'absence de rapports", "l'examen de la situation en l'absence de rapports"),
            Phrase("(sans|faute de|faute d'un|à défaut de|à défaut d'un|sans disposer d'un|sans disposer de|sans qu'un) (rapport|rapport initial|rapport périodique|tout rapport)", "l'examen de la situation sans rapport")),
    observations=("observations finales", "conclusions finales", "observations de conclusion"),
    examined=(
        "examiné", "examinés", "évalué", "étudié", "analysé", "considéré", "examen", "évaluation", "analyse", "étude",
        "apprécié", "passé en revue", "adopté", "examinés", "examinées", "examinée",
        "étudiés", "étudiées", "étudiée", "analysés", "analysées", "analysée", "évalués", "évaluées", "évaluée", "passés en revue",
    ),
    upcoming=("sera", "seront", "examinera", "sera examiné", "étudiera", "serait", "évaluera"),
    follow_up=(
        "rapport de suivi", "rapport sur le suivi", "rapport sur la suite", "renseignements reçus au titre du suivi",
        "informations reçues au titre du suivi", "renseignements fournis au titre du suivi", "rapport intérimaire",
        "informations fournies au titre du suivi", "renseignements sur le suivi", "informations sur le suivi",
        "renseignements communiqués au titre du suivi", "informations communiquées au titre du suivi",
        "réponse de suivi", "réponses de suivi", "renseignements concernant le suivi", "informations concernant le suivi",
        "rapport de l'état partie sur le suivi", "renseignements fournis par l'état partie", "informations fournies par l'état partie",
        "suite donnée aux", "suites données aux", "rapport sur la mise en œuvre", "rapport sur les mesures",
        "renseignements relatifs au suivi", "informations relatives au suivi", "rapport relatif au suivi", "rapport au titre du suivi", "suivi des observations finales",
    ),
    replies=("rapport", "renseignements", "informations", "réponse", "réponses", "rappel", "information", "renseignement", "communication"),
    received=(
        "réception", "soumission", "envoi", "dépôt", "parvenue", "reçurent", "déposés", "remise", "adressés", "adressées", "transmission",
        "reçu", "reçue", "reçus", "reçues", "soumis", "soumise", "soumises", "présenté", "présentés", "transmis", "transmise", "transmises",
        "communiqué", "communiqués", "communiquées", "parvenu", "parvenus", "parvenues", "adressé", "remis", "fourni", "fournis", "fournies", "envoyé", "déposé",
    ),
    owed=("aurait dû", "auraient dû", "devait", "devaient", "doit", "doivent", "devra", "devront", "devrait", "sera", "seront", "soit", "soient", "serait"),
    late=(Phrase("n'(a|ont) été (soumis|reçu|reçus|transmis|présenté|communiqués|fournis|adressé) que", "Le rapport n'a été soumis que le 3 mars 2025."),),
    not_the_report=(
        "annexe", "annexes", "renseignements complémentaires", "informations complémentaires", "complémentaires", "complément",
        "renseignements supplémentaires", "informations supplémentaires", "additif", "rectificatif", "rappel",
        "rappels", "précisions", "supplémentaires", "additionnels", "additionnelles", "note verbale", "mise à jour",
    ),
    requested=(
        "demandé", "demande", "prié", "prie", "invité", "invite", "recommandé", "engagé", "sollicité", "souhaité",
        "fournir", "signalé", "demandait", "priait", "invitait", "avait demandé", "souhaitait", "recommandait", "appelé l'attention",
    ),
    within=(
        Phrase("dans (un délai de |un délai d'|le délai de |les |une période de |un délai maximum de |un délai maximal de |)", "dans un délai de deux ans"),
        Phrase("(d'ici à|d'ici|sous|sous un délai de|délai de)", "sous deux ans"),
        Phrase("au cours des", "au cours des deux prochaines années"),
        Phrase("délai (ne dépassant pas|n'excédant pas|de|maximal de|maximum de)", "un délai ne dépassant pas deux ans"),
        Phrase("au plus tard", "au plus tard deux ans après leur adoption"),
    ),
    one_year=(Phrase("dans l'année (suivant|qui suit|qui suivait|qui a suivi|de)", "dans l'année suivant leur adoption"),),
    after=("après", "suivant", "à compter", "à partir", "qui suivent", "qui ont suivi"),
    years=("an", "ans", "année", "années", "prochaines années", "prochains ans"),
    months_unit=("mois", "prochains mois"),
    due=(
        Phrase("(au plus tard|pas plus tard que|pas après|au plus loin) (le|en|au)", "au plus tard le 1er mai 2021"),
        Phrase("avant (le|la fin de|)", "avant le 1er mai 2021"),
        Phrase("(d'ici au|d'ici le|d'ici à|pour le|jusqu'au|jusqu'en)", "d'ici au 1er mai 2021"),
        Phrase("(soit le|soit avant le|soit au plus tard le|c'est-à-dire le|à savoir le|soit d'ici au)", "soit le 1er mai 2021 au plus tard"),
    ),
    paragraph=("paragraphes", "paragraphe", "par.", "paras.", "para.", "§", "alinéa", "alinéas"),
    subparagraph=("alinéa", "alinéas", "sous-alinéa", "sous-alinéas", "al.", "point", "points", "lettre", "lettres"),
    same_paragraph=("du même paragraphe", "de ce paragraphe", "de ce même paragraphe", "dudit paragraphe"),
    recommendation=("recommandation", "recommandations"),
    lead_ins=(
        Phrase("En ce qui (concerne|touche|a trait à)", "En ce qui concerne la recommandation formulée au paragraphe 12 …"),
        Phrase("S'agissant (de|du|des)", "S'agissant de la recommandation formulée au paragraphe 12 …"),
        Phrase("(Concernant|Touchant|Relativement à|Relativement au|Relativement aux)", "Concernant le paragraphe 12 …"),
        Phrase("Pour ce qui (est|concerne) (de|du|des|)", "Pour ce qui est de la recommandation figurant au paragraphe 12 …"),
        Phrase("Quant (à|au|aux)", "Quant à la recommandation figurant au paragraphe 12 …"),
        Phrase("Au (sujet|regard|titre) (de|du|des)", "Au sujet de la recommandation figurant au paragraphe 12 …"),
        Phrase("(À propos|À l'égard|En rapport avec|En relation avec|Eu égard|Par rapport|En réponse|Suite) (de|du|des|à|au|aux|la|le|les)", "À propos du paragraphe 12 …"),
        Phrase("(À propos|À l'égard) (de|du|des)", "À l'égard du paragraphe 12 …"),
        Phrase("(En rapport|En relation|En lien) avec", "En relation avec le paragraphe 12 …"),
        Phrase("(Sur|Sous|Dans) (le paragraphe|les paragraphes|la recommandation|les recommandations)", "Sur la recommandation figurant au paragraphe 12 …"),
        Phrase("(Se référant|Rappelant|Revenant|Passant) (à|au|aux|sa|la|ses|les|sur)", "Se référant à la recommandation figurant au paragraphe 12 …"),
        Phrase("Au paragraphe", "Au paragraphe 12, …"),
        Phrase("(Suivi|Suite donnée|Mise en œuvre) (de|du|des|à|au|aux)", "Suivi du paragraphe 12 : le Comité …"),
    ),
    cross_references=(
        Phrase("(voir|cf.)( aussi| également|)", "voir aussi le paragraphe 29"),
        Phrase("(recommandé|demandé|noté|indiqué|mentionné|énoncé|visé|évoqué) (au|aux|dans le)", "comme indiqué au paragraphe 29"),
        Phrase("(conjointement|conformément|parallèlement|ensemble) (avec|à|au|aux)", "lu conjointement avec le paragraphe 29"),
        Phrase("(observation générale|article|articles|art.) … ", "article 22, paragraphe 2"),
        Phrase("(liée|liées|lié|liés|relative|semblable) (à|au|aux)", "liée au paragraphe 29"),
    ),
    closings=(
        Phrase("(Le Comité|Il|Je) (se réjouit|se félicite|me réjouis) (à la perspective|à l'idée|d'avance|par avance|de la perspective|de poursuivre|de pouvoir) … (dialogue|coopération|collaboration|échanges|rapport périodique)",
               "Le Comité se réjouit à la perspective de poursuivre un dialogue constructif avec les autorités du pays."),
        Phrase("(Le Comité|Il|Je) (espère|souhaite|entend|compte|attend avec|forme le vœu|veut croire|ne doute pas) … dialogue (constructif|fructueux|engagé|avec les autorités|avec l'État partie|avec votre|avec le Gouvernement|qu'il)",
               "Le Comité espère poursuivre le dialogue avec les autorités."),
        Phrase("(Le Comité|Il) (encourage|invite) … dialogue avec (le Comité|lui)", "Le Comité encourage le Xland à poursuivre le dialogue avec le Comité."),
        Phrase("(Le Comité|Il|Je) (exprime|tient à exprimer|souhaite exprimer|exprime également) (sa gratitude|ses remerciements|sa reconnaissance)", "Le Comité exprime sa gratitude au Gouvernement."),
        Phrase("Le Comité … (conclut|clôt|met fin|clôture|interrompre|suspendre|considère) … procédure de suivi", "Le Comité met fin à la procédure de suivi."),
        Phrase("La procédure de suivi … (close|terminée|achevée|clôturée)", "La procédure de suivi est désormais close."),
        Phrase("(Le Comité|Il|Je) (espère|souhaite|compte sur|encourage|invite) … (coopération de l'État partie|coopération avec le Comité)",
               "Le Comité compte sur la coopération de l'État partie."),
        Phrase("(Le Comité|Il) (espère|souhaite|compte|forme le vœu|veut croire|ne doute pas|a bon espoir|est convaincu|escompte) … (l'ensemble de ses|l'ensemble des|toutes ses|toutes les|toutes ces|la totalité de ses|ses) (recommandations|observations finales)",
               "Le Comité espère que l'ensemble de ses recommandations auront été mises en œuvre lors de l'examen du prochain rapport."),
        Phrase("(Le Comité|Il|Je) (vous remercie|vous sait gré|tient à vous remercier)", "Le Comité vous remercie de votre coopération."),
        Phrase("(Le Comité|Il|Je) (reste|demeure|se tient|me tiens) (à la disposition|à votre disposition|à votre entière disposition)", "Le Comité reste à la disposition de l'État partie."),
        Phrase("(Le Comité|Il) (apprécie|attache du prix|attache de l'importance|attache une grande importance|se félicite) … (dialogue constructif|dialogue engagé|dialogue fructueux|dialogue avec le Comité|coopération de l'État partie|sa coopération|sa collaboration)",
               "Le Comité attache du prix au dialogue constructif avec les autorités."),
        Phrase("(Le Comité|Il|Je) attend (avec intérêt |)(de recevoir |d'examiner |)(le|les) … (rapport périodique|rapports périodiques)", "Le Comité attend avec intérêt le troisième rapport périodique du Xland."),
        Phrase("Le (prochain|deuxième|troisième|quatrième|cinquième) rapport périodique … (attendu|présenté|soumis)", "Le prochain rapport périodique est attendu le 1er mai 2024."),
        Phrase("(Le Comité|Il|Je) (rappelle|rappelle également|rappelle aussi|vous rappelle) … rapport périodique … (attendu|présenté|soumis|présenter|soumettre)", "Le Comité rappelle que le prochain rapport périodique doit être soumis le 1er mai 2024."),
        Phrase("(Le Comité|Il) (invite|prie|encourage|demande) … (complément d'information|informations complémentaires|renseignements complémentaires|informations actualisées|renseignements actualisés|ces informations|ces renseignements) dans (son|le)",
               "Le Comité invite le Xland à lui fournir un complément d'information dans son prochain rapport périodique."),
        Phrase("Le secrétariat (du Comité |)(reste|demeure|se tient|est)", "Le secrétariat reste à votre disposition."),
    ),
    this_letter=("la présente lettre", "cette lettre", "de la présente", "la présente communication"),
    reader=("vous", "votre", "vos", "je vous", "je reste", "je demeure", "je me tiens", "je saisis", "je remercie", "je tiens à remercier", "j'ai l'honneur", "j'adresse", "j'exprime"),
    farewells=(
        Phrase("(Veuillez|Je vous prie|Je vous prie de bien vouloir|Nous vous prions|Je vous saurais gré) (agréer|d'agréer|recevoir|de recevoir|accepter|d'accepter|croire|de croire)",
               "Veuillez agréer, Excellence, l'assurance de ma très haute considération."),
        Phrase("(Agréez|Recevez|Acceptez|Croyez|Daignez agréer), … (considération|salutations|sentiments|respect)", "Agréez, Excellence, les assurances de ma considération distinguée."),
    ),
    assurances=(
        Phrase("(l'assurance|les assurances|l'expression) (renouvelée |réitérée |)de (ma|sa|notre) (très |plus |)(haute|profonde|considération|parfaite)", "… les assurances de sa très haute considération."),
        Phrase("(saisit|saisis) cette occasion pour (renouveler|réitérer|exprimer|vous|lui)", "Le Comité saisit cette occasion pour renouveler à la Mission permanente sa considération."),
    ),
    valedictions=("Cordialement", "Avec mes", "Avec nos", "Avec toute", "Salutations", "Respectueusement", "Bien cordialement", "Bien à vous", "Sincèrement", "Sincères salutations", "Meilleures salutations"),
    speech=FRENCH_SPEECH,
    telling=FRENCH_TELLING,
    framing=FRENCH_FRAMING,
    committee=("le comité", "comité", "il", "je", "nous", "la présidente", "le président"),
    auxiliaries=("a", "ont", "est", "sont", "avait", "avaient", "était", "étaient", "été", "reste", "restent", "demeure", "demeurent", "comme", "être", "n'a", "n'ont", "n'est", "pour", "restée", "avoir", "ayant", "restées", "soit", "soient", "ne"),
    fillers=(
        "été", "encore", "toujours", "à ce jour", "jusqu'à présent", "désormais", "aussi", "également", "donc", "ainsi",
        "par conséquent", "déjà", "du tout", "ce jour", "jusqu'ici", "maintenant", "comme", "étant", "bien", "être", "avoir", "à l'heure actuelle", "actuellement", "à présent", "dès lors", "seulement", "tout", "considérée", "considérées", "toutes", "là", "respectivement",
    ),
    done=(
        "mise en œuvre", "mises en œuvre", "mis en œuvre", "appliquée", "appliquées", "appliqué", "appliqués", "exécutée", "exécutées",
        "suivie d'effet", "suivies d'effet", "suivie d'effets", "suivies d'effets", "réalisée", "réalisées", "respectée", "respectées", "mise en application", "mises en application", "mise en pratique",
    ),
    nouns=("la", "sa", "une", "cette", "leur", "toute", "de", "d'une", "en", "pour", "bonne", "pleine", "cette", "notre", "dont la"),
    wordings=_WORDINGS,
    neither=_NEITHER,
    limits=(
        "dans", "en", "à", "pour", "sauf", "excepté", "hormis", "que", "qu'en", "que partiellement", "avec", "de manière", "de façon", "au", "aux", "chez",
        "suffisamment", "largement", "insuffisamment", "convenablement", "seulement", "uniquement", "partiellement", "sous", "lorsque", "si", "correctement",
        "effectivement", "sans", "de", "mais seulement", "mais uniquement", "mais pas", "d'une manière", "formellement",
    ),
    no_verdicts=(
        "pertinente", "valable", "valables", "importante", "essentielle", "d'actualité", "d'une importance", "capitale", "de la plus",
        "prioritaire", "liée", "formulée", "formulées", "figurant", "toujours valable", "toujours d'actualité", "applicable", "nécessaire", "urgente", "fondée", "adressée", "énoncée", "contenue",
    ),
    labels=(
        "évaluation", "appréciation", "note", "conclusion", "état de mise en œuvre", "degré de mise en œuvre", "niveau de mise en œuvre",
        "évaluation du comité", "appréciation du comité", "conclusion du comité", "statut", "état d'application", "degré d'application", "état de la mise en œuvre", "résultat", "recommandation", "mise en œuvre",
    ),
    respectively=("respectivement",),
    urges=(
        "encourage", "recommande", "invite", "engage", "prie", "exhorte", "demande", "se félicite", "prend note", "note",
        "regrette", "salue", "accueille", "est préoccupé", "réitère", "rappelle", "apprécie",
    ),
    reminders=(
        Phrase("(n'a|n'ont|n'est|ne lui a|ne sont) (pas|toujours pas|pas encore|à ce jour pas) (encore |)(été |)(reçu|parvenu|parvenus|soumis|présenté|transmis|fourni|communiqué|reçus|reçue|communiqués)",
               "À ce jour, le Comité n'a pas reçu le rapport de suivi."),
        Phrase("n'a … (pas|encore|jamais|aucun|aucune) … (reçu|reçus|parvenu|soumis|transmis|présenté)", "Le Comité n'a à ce jour reçu aucun rapport de suivi : il n'a encore rien reçu."),
        Phrase("(aucun rapport|aucune information|aucun renseignement|aucune réponse) … (reçu|reçue|parvenu|parvenue|soumis|transmis|transmise)", "Aucun rapport de suivi n'a été reçu."),
        Phrase("(lettre de |)rappel", "La présente lettre constitue un rappel."),
        Phrase("(attend|attendait) toujours", "Le Comité attend toujours le rapport de suivi."),
        Phrase("en retard", "Le rapport de suivi est en retard."),
        Phrase("aurait dû (être|lui)", "Le rapport de suivi aurait dû être soumis le 1er mai 2021."),
        Phrase("(est|sont|reste|demeure) (toujours|encore) (attendu|attendus|attendue|attendues|en attente)", "Le rapport de suivi est toujours attendu."),
    ),
    acknowledgements=(
        Phrase("(a|avons|ai) (bien |)reçu (le|la|les|votre|vos|ce|ces|son) (rapport|renseignements|informations|réponse|réponses)", "Le Comité a bien reçu le rapport de suivi."),
        Phrase("(accuser|accuse|accusons|accusant) (bonne |)réception", "J'ai l'honneur d'accuser réception du rapport de suivi."),
        Phrase("(remercie|remercier|remercions) … (rapport de suivi|renseignements|informations|rapport) … (reçu|reçus|reçues|soumis|transmis)",
               "Je remercie votre Gouvernement du rapport de suivi reçu le 14 mai 2021."),
    ),
    honorifics=("son excellence", "s.e.", "s. e.", "s.e", "s.e.m.", "à son excellence", "s. exc."),
    titles=("Monsieur", "Madame", "Mme", "Mme.", "M.", "M", "Mlle", "Mr", "Dr", "Dr.", "MM.", "Mesdames", "Messieurs"),
    address=(
        Phrase("(Ambassadeur|Ambassadrice) …", "Ambassadeur extraordinaire et plénipotentiaire"),
        Phrase("(Représentant|Représentante) (permanent|permanente) …", "Représentant permanent de la République du Xland"),
        Phrase("Mission permanente …", "Mission permanente de la République du Xland"),
        Phrase("(Ministre|Conseiller|Conseillère|Premier Secrétaire|Première Secrétaire) …", "Ministre conseiller"),
        Phrase("(Chargé|Chargée) d'affaires …", "Chargé d'affaires par intérim"),
        Phrase("(auprès|près) (de|des|du|l') …", "auprès de l'Office des Nations Unies"),
        Phrase("et (des |aux |auprès des |)(autres |)organisations internationales …", "et des autres organisations internationales à Genève"),
        Phrase("(à |)Genève … Suisse", "Genève, Suisse"),
        Phrase("(à |)Genève", "Genève"),
        Phrase("(en |)Suisse", "Suisse"),
        Phrase("(à |)(Bruxelles|Berne|Vienne|Londres|Rome|La Haye)", "Bruxelles"),
        Phrase("(à |)(Bruxelles|Berne|Vienne|Londres|Rome|La Haye), …", "Bruxelles, Belgique"),
    ),
    contacts=("courriel", "courrier électronique", "mél", "e-mail", "email", "tél", "tél.", "téléphone", "télécopie", "fax", "télécopieur", "adresse électronique"),
    roles=("Vice-Présidente", "Vice-Président", "Présidente", "Président", "Rapporteuse", "Rapporteur", "Rapporteure", "Secrétaire"),
    signed=("signé", "signature"),
    reference_labels=("référence", "réf", "réf.", "n/réf", "n/réf.", "nos réf", "nos réf.", "notre référence", "références", "n/référence"),
    place_names=("genève",),
    abbreviations=("m", "mm", "mme", "mlle", "par", "art", "no", "nos", "cf", "p", "pp", "al", "n", "s.e", "ibid", "vol", "chap", "add", "c.-à-d", "dr", "réf", "rév", "corr"),
    dangling=("le", "la", "les", "de", "du", "des", "et", "à", "au", "aux", "un", "une", "par", "pour", "avec", "dans", "sur", "en", "ou", "que", "qui", "sa", "son", "ses", "leur", "leurs", "d'", "l'", "a", "été", "ont", "est", "paragraphe", "paragraphes", "l'état", "notamment", "y", "compris"),
)  # fmt: skip
