"""French: how grades are dealt out, recalled and retold."""

from __future__ import annotations

from ..reading import Grade
from ..wording import Phrase, Wording
from .telling import LAST, NEARER, OTHER, Telling

FRENCH_TELLING = Telling(
    places={
        "(le|la|du|au) premier": 0, "(la|de la|à la) première": 0, "celle-là": 0, "celui-là": 0, "(celle-ci|celui-ci)": NEARER, "(le|du|au) deuxième": 1, "(la|de la|à la) deuxième": 1,
        "(le|du|au) second": 1, "(la|de la|à la) seconde": 1, "(le|du|au|la|de la|à la) troisième": 2, "(ce|le|du|au) dernier": LAST,
        "(cette|la|de la|à la) dernière": LAST, "(l'autre|les autres|des autres)": OTHER, "(le|du) reste": OTHER,
    },
    exceptions=(
        Phrase("(hormis|excepté|sauf|à part|hors)", "Toutes les recommandations ont été mises en œuvre, sauf celle du paragraphe 39."),
        Phrase("(à l'exception|à la seule exception|exception faite|en dehors|à la différence) (de|du|des)",
               "Toutes les recommandations ont été mises en œuvre, à l'exception de celle du paragraphe 39."),
    ),
    pointed=("a", "ont", "n'", "ne", "l'", "n'a", "l'a", "seulement", "de ces", "d'entre", "reste", "partiellement", "que", "étant"),
    everything=(
        Phrase("(toutes les|toutes ces|l'ensemble des|l'ensemble de ces|la totalité des|toutes ses) (autres |trois |quatre |)recommandations", "Toutes les recommandations ci-dessus ont été mises en œuvre."),
        Phrase("(les|ces|des) (autres|trois|quatre) recommandations", "Les autres recommandations ont été mises en œuvre."),
        Phrase("chacune (des|de ces) recommandations", "Chacune des recommandations ci-dessus a été mise en œuvre."),
    ),
    echoes=(
        Wording(Grade.NOT_IMPLEMENTED, "ne (l'a|l'ont|l'est|le sont) (toujours |)pas",
                "La recommandation du paragraphe 12 est mise en œuvre et celle du paragraphe 14 ne l'est pas.", "fr"),
        Wording(Grade.NOT_IMPLEMENTED, "ne (l'a|l'ont) (toujours |)pas (encore |toujours |)été",
                "La recommandation du paragraphe 12 a été mise en œuvre et celle du paragraphe 14 ne l'a pas été.", "fr"),
        Wording(Grade.PARTIALLY_IMPLEMENTED, "(seulement |)(partiellement|en partie)",
                "La recommandation du paragraphe 12 a été mise en œuvre et celle du paragraphe 14 en partie.", "fr"),
        Wording(Grade.PARTIALLY_IMPLEMENTED, "(l'a|l'ont|l'est|le sont) (été |)(seulement |)(partiellement|en partie)",
                "La recommandation du paragraphe 12 a été mise en œuvre et celle du paragraphe 14 l'a été en partie.", "fr"),
        Wording(Grade.PARTIALLY_IMPLEMENTED, "ne (l'a|l'ont|l'est|le sont) (été |)(que partiellement|qu'en partie)",
                "La recommandation du paragraphe 12 a été mise en œuvre et celle du paragraphe 14 ne l'a été qu'en partie.", "fr"),
    ),
    judged=(
        "a considéré", "considéra", "considérait", "a jugé", "jugea", "jugeait", "a estimé", "estima", "estimait", "a conclu", "conclut que", "concluait", "a trouvé",
        "a constaté", "constatait", "a décidé", "a qualifié", "a noté", "a relevé", "a évalué", "était d'avis", "a classé", "avons considéré", "a été d'avis", "est parvenu à la conclusion",
        "est arrivé à la conclusion", "a déclaré", "a fait savoir", "a été jugée", "a été considérée", "a été estimée", "a été évaluée", "ont été jugées", "ont été considérées",
    ),
    judged_before=("avait", "avaient", "avions", "était", "étaient", "ayant"),
    perfect=(),
    between=("précédemment", "déjà", "auparavant", "alors", "initialement", "seulement", "d'abord", "antérieurement", "ainsi", "été", "la", "l'", "les"),
    was=("avait", "avaient", "n'avait", "n'avaient", "était", "étaient", "n'était", "n'étaient"),
    has=("a", "ont", "est", "sont", "reste", "restent", "n'a", "n'ont", "n'est", "demeure", "demeurent", "ne sont"),
    was_before=("avait", "avaient", "n'avait", "n'avaient", "avait été", "avaient été", "l'avait été", "était restée", "étaient restées"),
    acts=(
        Phrase("(dans|par|en) (sa|la|une|cette) (lettre|communication|évaluation|appréciation)", "Dans sa lettre du 8 mai 2019, le Comité a considéré que …"),
        Phrase("(précédente|précédent|antérieure|antérieur|dernière|dernier|première|premier|initiale|deuxième|précédentes|précédents|antérieures) (lettre|évaluation|appréciation|communication|session|examen|rapport|analyse|cycle|étape)",
               "Dans sa précédente lettre, le Comité a considéré que …"),
        Phrase("(précédente|précédent|antérieure|antérieur|dernière|dernier|première|premier|initiale|deuxième) (correspondance|conclusion|fois|échange|occasion|phase)", "La dernière fois, le Comité a considéré que …"),
        Phrase("(lettre|évaluation|appréciation|communication|session|examen|rapport|analyse|cycle|étape|lettres|correspondance|conclusion|conclusions|échange) (précédente|précédent|antérieure|antérieur|précédentes|antérieures|initiale|initial)",
               "Dans sa lettre précédente, le Comité a considéré que …"),
        Phrase("lettre de suivi (précédente|antérieure)", "Dans sa lettre de suivi précédente, le Comité a considéré que …"),
    ),
    earlier=(
        Phrase("(rappelle|rappelant|rappelle également|rappelle aussi) (que|qu'|avoir|sa|son|ses)", "Le Comité rappelle qu'il a considéré …"),
        Phrase("(précédemment|auparavant|antérieurement|naguère|jadis|à l'époque|alors|initialement|à cette occasion|autrefois|dans le passé|par le passé|l'an dernier|l'année dernière|il y a)", "Le Comité a précédemment considéré que …"),
        Phrase("(à|lors de|au cours de|pendant) (sa|la) … session", "À sa trente et unième session, le Comité a considéré que …"),
    ),
    answers=(
        Phrase("(réponse|réponses|commentaires|renseignements|informations|observations|position|déclaration|explications|remarques|information) (de l'|de la |du |des )(État partie|Gouvernement|autorités|État|délégation|Mission permanente)",
               "Réponse de l'État partie : La recommandation a été mise en œuvre."),
        Phrase("(renseignements|informations|commentaires|explications) (fournis|fournies|reçus|reçues|communiqués|communiquées|présentés|présentées|transmis|transmises) (par|de) (l'|le |la |les )(État partie|Gouvernement|autorités|délégation)",
               "Renseignements fournis par l'État partie"),
        Phrase("(réponse|réponses|État partie|Gouvernement|renseignements reçus|informations reçues|renseignements fournis|informations fournies|autoévaluation|auto-évaluation|mesures signalées|mesures prises par l'État partie)",
               "Réponse : La recommandation a été mise en œuvre."),
        Phrase("(mesures prises|suite donnée|informations complémentaires|renseignements complémentaires|contexte|mesures adoptées)", "Mesures prises"),
        Phrase("(renseignements|informations|explications) (communiqués|communiquées|adressés|adressées|émanant) (par|de) (l'|le |la |les )(État partie|Gouvernement|autorités)", "Renseignements communiqués par l'État partie"),
        Phrase("résumé (de la|des) (réponse|réponses|renseignements|informations)", "Résumé de la réponse de l'État partie : …"),
    ),
    answered=(
        Phrase("(se résume|résumée|résumé|reproduite|exposée|citée) (comme suit|ainsi|ci-après|ci-dessous|en ces termes)", "La réponse se résume comme suit."),
        Phrase("(répondu|écrit|déclaré|indiqué|expliqué|informé le Comité|répond|déclare|indique|écrit) … (ce qui suit|comme suit|en ces termes|dans les termes suivants|de la manière suivante|de la façon suivante)", "L'État partie a répondu ce qui suit."),
        Phrase("(sa|la) réponse (de l'État partie |du Gouvernement |)(est la suivante|se lit comme suit|est ainsi libellée|était la suivante)", "Sa réponse est la suivante."),
    ),
    told=("réponse", "réponses", "exposé", "déclaration", "communication", "position", "explication", "explications", "affirmation", "commentaires", "avis", "point de vue", "autoévaluation", "auto-évaluation", "témoignage", "renseignements", "informations"),
    appraisals=(
        Phrase("(évaluation|appréciation|commentaires|commentaire|observations|conclusion|conclusions|avis|analyse|constatations|remarques|note) (du|par le) Comité", "Évaluation du Comité"),
        Phrase("(évaluation|appréciation|conclusion|conclusions|analyse|constatations|Comité|avis|note|mesures demandées)", "Évaluation"),
    ),
    disputes=(
        Phrase("(contrairement|nonobstant|malgré|en dépit|à la différence|à l'inverse|à l'opposé|contredisant) (à|au|aux|de|du|des|ce|les|la|le)", "Contrairement à ce qu'affirme l'État partie, la recommandation n'a pas été appliquée."),
        Phrase("(quoi qu'en|quoi que|n'en déplaise)", "Quoi qu'en dise l'État partie, la recommandation n'a pas été appliquée."),
    ),
    objects=("la", "les", "l'"),
    against=(
        "sont contraires", "est contraire", "vont", "va", "contreviennent", "contrevient", "constituent", "constitue", "demeurent contraires", "contredisent", "étaient contraires",
    ),
    each=("chacune d'elles", "chacune d'entre elles", "l'une et l'autre", "toutes deux", "toutes les deux", "toutes trois", "les deux"),
    verdicts=(
        Phrase("(lettre morte|loin d'être mise en œuvre|loin d'être appliquée)", "La recommandation est restée lettre morte."),
        Phrase("(aucune suite|aucun effet|aucune mesure) … (donnée|donné|prise) … (à|pour) … (la|cette|ces|aux) (recommandation|recommandations)", "Aucune suite n'a été donnée à la recommandation."),
        Phrase("(en deçà de|bien en deçà de) (la recommandation|ce qui était recommandé)", "Les mesures prises restent en deçà de la recommandation."),
    ),
    implementation=("mise en œuvre", "application", "exécution", "mise en application"),
    degrees={
        "partielle": Grade.PARTIALLY_IMPLEMENTED, "intégrale": Grade.IMPLEMENTED, "complète": Grade.IMPLEMENTED,
        "pleine": Grade.IMPLEMENTED, "totale": Grade.IMPLEMENTED, "substantielle": Grade.SUBSTANTIALLY_IMPLEMENTED,
        "incomplète": None, "limitée": None, "insuffisante": None, "inégale": None, "satisfaisante": None, "lacunaire": None,
    },
    undone=(
        "(non-|défaut d'|absence d'|absence totale d')(application|exécution)", "(défaut|absence|absence totale) de mise en œuvre",
        "(inapplication|inexécution)", "non-mise en œuvre",
    ),
    states=(
        "est", "sont", "il y a", "il y a eu", "s'agit d'", "s'agit là d'", "s'agit de", "constitue", "constituent", "équivaut à", "équivalent à",
        "correspond à", "traduit", "traduisent", "a fait l'objet d'", "fait l'objet d'", "reflète", "revient à", "témoigne d'", "témoignent d'",
    ),
    copulas=("est", "n'est", "demeure", "reste", "ne demeure", "ne reste", "a été", "n'a été", "apparaît", "s'avère"),
    articles=("une", "un", "la", "à la", "au", "à une", "à l'", "l'", "d'une", "qu'une", "que", "qu'", "donc", "ainsi", "encore", "toujours", "là"),
    indefinite=("une", "d'une", "qu'une", "des"),
    gradings=("mention", "note", "catégorie", "cote", "appréciation", "qualification", "notation"),
    shows=("connaît", "connaissent", "reçoit", "présente", "présentent"),
    only=("que", "qu'"),
    third=(
        "société civile", "organisations", "organisation", "ong", "institution", "médiateur", "défenseur", "sources", "parlement", "commission",
        "rapporteur", "cour", "syndicats", "hcr", "représentant", "bureau", "rapport parallèle", "rapport alternatif",
    ),
    concerned=("le comité", "au comité"),
    concerning=("(en ce qui concerne|pour ce qui concerne) le Comité", "(considère|estime|juge|conclut)(-t-il|) le Comité",),
    own_view=("à son", "son"),
    none=("ni", "aucune", "pas une des", "aucune d'elles"),
    refusals=(
        "pourrait", "pourra", "devrait", "saura", "saurait", "ne peut", "ne peut pas", "ne saurait", "ne pourrait", "ne puisse", "ne pouvait", "ne peut donc", "ne peut toutefois", "ne peut cependant", "ne peut encore", "pas en mesure de", "pas à même de", "impossible de", "pas possible de",
        "prématuré de", "trop tôt pour", "difficile de", "hésite à", "refuse de", "se garde de", "ne peut dès lors", "ne peut plus", "ne considère pas", "incapable de", "dans l'impossibilité de", "ne permet de", "ne permettent de",
    ),
    means=("par", "grâce", "au moyen", "avec l'adoption", "à travers", "via", "lors", "moyennant"),
)  # fmt: skip
