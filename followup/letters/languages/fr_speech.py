"""French: the words by which a verdict of the Committee is told from anything else."""

from __future__ import annotations

from ..wording import Phrase
from .speech import Speech

FRENCH_SPEECH = Speech(
    speakers=(
        "le comité", "notre comité", "le présent comité", "le comité des travailleurs migrants", "ce comité",
        "le comité pour la protection des droits de tous les travailleurs migrants et des membres de leur famille",
        "je", "nous", "j'",
    ),
    pronouns=("il", "celui-ci", "ce dernier"),
    drops_pronouns=False,
    considers=(
        Phrase("(considère|a considéré|juge|a jugé|estime|a estimé|trouve|évalue|conclut|a conclu|constate|a constaté|en conclut|en déduit)", "Le Comité estime que …"),
        Phrase("(considérer|juger|estimer|conclure|constater|considérons|considéré|jugé|estimé|conclu)", "Le Comité ne peut conclure que …"),
        Phrase("(réitère|réaffirme|maintient|confirme) (que|qu'|sa conclusion que|son avis que|sa conclusion selon laquelle|son appréciation selon laquelle)", "Le Comité réitère que …"),
        Phrase("continue (de|à) (considérer|estimer|juger|penser)", "Le Comité continue de considérer que …"),
        Phrase("(est|était) (donc |ainsi |)d'avis", "Le Comité est d'avis que …"),
        Phrase("(décide|a décidé|qualifie|tient|tient pour|regarde|classe|apprécie|pense|arrive à la conclusion|parvient à la conclusion|parvenu à la conclusion|arrivé à la conclusion)", "Le Comité tient la recommandation pour partiellement appliquée."),
    ),
    impersonal=(
        Phrase("(il est|il a été|il peut être|il convient de) (donc |ainsi |)(considéré|estimé|conclu|jugé|considérer|conclure)", "Il est donc considéré que …"),
        Phrase("(on|l'on) (considère|estime|peut considérer|peut conclure|conclut)", "On peut considérer que …"),
        Phrase("(de l'avis|selon l'avis|aux yeux|selon l'appréciation|selon l'évaluation|de l'opinion) du comité", "De l'avis du Comité, …"),
        Phrase("(pour|selon|d'après) le comité", "Pour le Comité, …"),
        Phrase("à son avis", "À son avis, …"),
        Phrase("force est (donc |ainsi |dès lors |)(de|d') (constater|conclure|considérer|relever|admettre)", "Force est de constater que …"),
        Phrase("il y a (donc |ainsi |dès lors |)lieu de (considérer|conclure|constater)", "Il y a lieu de considérer que …"),
        Phrase("il (s'ensuit|en résulte|en découle) (donc |ainsi |)(que|qu')", "Il s'ensuit que …"),
        Phrase("il apparaît au comité", "Il apparaît au Comité que …"),
        Phrase("son (avis|appréciation) est", "Son avis est que …"),
        Phrase("(l'avis|la conclusion|l'appréciation|l'évaluation) du comité", "L'avis du Comité est que …"),
    ),
    judged=(
        "considérée", "considérées", "jugée", "jugées", "réputée", "réputées", "tenue", "tenues", "estimée", "estimées", "regardée", "regardées",
        "évaluée", "évaluées", "qualifiée", "qualifiées", "classée", "classées",
    ),
    modals=("peut", "peuvent", "doit"),
    passive=("est", "été", "être", "sont"),  # before a verb of judging: its subject is not who judges
    by=("par",),
    notes=(
        Phrase("(note|a noté|relève|observe|prend note|prend acte|reconnaît|souligne|rappelle|met en évidence|fait observer)", "Le Comité note que …"),
        Phrase("(regrette|se félicite|déplore|se réjouit|est préoccupé|reste préoccupé|demeure préoccupé|s'inquiète|salue|accueille|félicite|remercie)", "Le Comité regrette que …"),
        Phrase("(est conscient|n'ignore pas|a appris|se dit|exprime sa|exprime son)", "Le Comité a appris que …"),
    ),
    says=(
        "indique", "a indiqué", "indiqué", "déclare", "a déclaré", "déclaré", "affirme", "a affirmé", "affirmé", "soutient", "a soutenu",
        "fait valoir", "a fait valoir", "selon", "d'après", "signale", "a signalé", "signalé", "rapporte", "a rapporté", "informe", "a informé", "informé",
        "prétend", "assure", "a assuré", "déclaration", "affirmation", "indication", "fait savoir", "a fait savoir",
        "explique", "expliqué", "annonce", "annoncé", "l'information selon laquelle", "les informations selon lesquelles", "les renseignements selon lesquels", "précise", "précisé",
        "confirme", "confirmé", "laquelle", "lesquelles", "lesquels", "lequel", "aux dires", "de l'avis de l'état partie", "dit", "dire",
    ),
    hopes=(
        Phrase("(espère|espérons|souhaite|souhaiterait|escompte|compte que|compte bien|compte sur|s'attend|forme le vœu|veut croire|ose croire|attend)", "Le Comité espère que …"),
        Phrase("(ne doute pas|ne doute point|a confiance|est confiant|a bon espoir|a l'espoir|est convaincu|est persuadé)", "Le Comité ne doute pas que …"),
    ),
    others=(
        "état partie", "l'état partie", "états parties", "gouvernement", "délégation", "autorités", "ministère", "ministre",
        "société civile", "organisations", "organisation", "ong", "institution", "médiateur", "défenseur", "rapport",
        "sources", "mission", "parlement", "commission", "office", "état", "représentant", "représentante", "réponses",
    ),
    attributions=(
        Phrase("pour (le|la|les|l'|amnesty|human)", "Pour la Ligue des droits de l'homme, la recommandation n'a pas été appliquée."),
        Phrase("(selon|d'après|suivant)", "Selon le Médiateur, la recommandation n'a pas été appliquée."),
        Phrase("(de l'avis|aux yeux|de l'opinion|du point de vue|aux dires|à en croire|si l'on en croit)", "De l'avis du Médiateur, la recommandation n'a pas été appliquée."),
    ),
    no_opinions=("pour l'essentiel", "pour la plupart", "pour la majeure partie", "pour le moment", "pour la première fois", "pour le surplus", "pour le reste"),
    adverbs=(
        "donc", "désormais", "maintenant", "aujourd'hui", "à présent", "actuellement", "toutefois", "cependant", "néanmoins", "également", "ainsi", "aussi", "en conséquence", "par conséquent", "par ailleurs", "en outre",
        "toujours", "quant à lui", "pour sa part", "ne", "n'", "a", "en", "dès lors", "est", "lui", "la", "les", "peut", "pas", "n'est", "n'a", "ne lui", "finalement",
        "est amené à", "est contraint de", "est conduit à", "se voit contraint de", "se voit obligé de", "doit", "ne peut que", "que",
        "dans l'ensemble", "l'", "y", "tout de même", "de ce fait", "ne peut", "ne saurait", "saurait",
    ),
    openers=(
        Phrase("(donc|toutefois|cependant|néanmoins|ainsi|aussi|enfin|en conséquence|par conséquent|dès lors|de ce fait|en définitive|en conclusion|en somme|au total|finalement|globalement)", "Par conséquent, la recommandation n'a pas été appliquée."),
        Phrase("(à ce jour|jusqu'à présent|à l'heure actuelle|actuellement|pour l'heure|pour l'instant|à ce stade|dans l'ensemble)", "À ce jour, la recommandation n'a pas été appliquée."),
        Phrase("(au vu|compte tenu|eu égard|à la lumière|au regard|en raison|du fait|vu|étant donné|sur la base|à cet égard|pour ces raisons|pour ces motifs|pour cette raison|en ce qui concerne|s'agissant|concernant|quant|touchant)", "Compte tenu de ce qui précède, la recommandation n'a pas été appliquée."),
        Phrase("(malgré|en dépit|nonobstant|ayant|considérant|après|bien que|bien qu'|quoique|alors que|si|tandis que|tout en|faute|en l'absence|à défaut|puisque|comme)", "Malgré les efforts consentis, la recommandation n'a pas été appliquée."),
        Phrase("(dans|sur|à|en|lors de|pour) (ce|cet|cette|ces|sa|son|ses|leur|leurs) ", "Dans ces conditions, la recommandation n'a pas été appliquée."),
        Phrase("(lue|lues|lu|prise|prises|conjointement|ainsi que|rappelant|réitérant|en l'espèce|en l'état|là encore)", "La recommandation, lue conjointement avec le paragraphe 15, n'a pas été appliquée."),
    ),
    governs=("à", "de", "du", "par", "avec", "au", "pour", "devant", "auprès", "sur", "contre", "et", "ou", "que", "informé", "saisi", "comme", "selon"),
    of=("de", "du", "des", "d'"),
    determiners=(
        "la", "les", "cette", "ces", "sa", "ses", "toutes", "toute", "l'ensemble", "de", "des", "dite", "dites", "ladite", "lesdites", "présente", "présentes",
        "deux", "trois", "quatre", "cinq", "chacune", "première", "seconde", "deuxième", "troisième", "dernière", "susmentionnée", "même", "mêmes", "le", "l'",
    ),
    stand_ins=("celle", "celles", "cette dernière", "celle-ci", "celles-ci", "ces dernières"),
    referring=("elle", "elles", "celle-ci", "celles-ci", "cette dernière", "ces dernières"),
    contained=(
        "figurant", "contenue", "contenues", "formulée", "formulées", "faite", "faites", "énoncée", "énoncées", "adressée", "adressées", "visée", "visées",
        "mentionnée", "mentionnées", "indiquée", "indiquées", "émise", "émises", "exprimée", "exprimées", "reprise", "adoptée", "adoptées", "susmentionnée", "susmentionnées",
        "qui figure", "qui figurent", "qui y figure", "qui y figurent", "qui y est", "qui y sont", "qui y a été", "qui y ont été", "qu'il contient", "y énoncée", "y formulée", "qui a été", "qui ont été", "relative à", "relatives à", "relative aux", "concernant", "portant sur", "ayant trait", "du paragraphe", "des paragraphes", "au paragraphe", "aux paragraphes", "de l'alinéa", "y figurant",
    ),
    attached=(
        "qui est", "qui sont", "qu'il a", "que le comité", "qu'il", "visant", "tendant", "relative", "relatives",
        "concernant", "portant", "ayant trait", "sur", "de", "du", "des", "d'", "à", "au", "aux", "dans", "en", "par",
        "pour", "en question", "la", "le", "les", "l'", "ses", "sa", "ce", "cette", "paragraphe", "paragraphes", "par.",
        "alinéa", "alinéas", "observations finales", "état partie", "comité", "et", "ou", "no", "elle-même",
        "précédente", "précédentes", "même", "ci-dessus", "qui précèdent", "susvisée", "susvisées",
    ),
    relatives=("qui", "que", "qu'", "dont", "laquelle", "lesquelles", "lequel", "lesquels", "où"),
    that=("que", "qu'"),
    conjunctions=("et", "mais", "tandis que", "alors que", "ou", "ni", "bien que", "bien qu'", "car", "puisque", "or", "et que", "mais que", "et qu'", "mais qu'", "de sorte que", "si bien que", "de sorte qu'", "si bien qu'"),
    finite=("ont", "est", "sont", "était", "étaient", "avait", "avaient", "n'a", "n'ont", "n'est", "reste", "restent", "demeure", "demeurent", "a été", "a pas"),
    verbs=("a conduit", "a permis", "exige", "suppose"),
    nonfinite=("été", "être", "avoir", "ayant", "restée", "restées", "comme", "pour", "ne"),
    links=("comme", "pour", "comme étant", "comme ayant été", "avoir été", "être"),
    open_questions=(
        "si", "commencé à", "commence à", "jusqu'à", "à moins", "dans quelle mesure", "devrait", "devraient", "doit", "doivent", "sera", "seront", "serait", "seraient", "aura", "auront", "aurait", "auraient",
        "pourrait", "afin", "pour que", "veiller", "veille", "faire en sorte", "nécessaire que", "important que", "essentiel que",
        "encourage", "invite", "engage", "prie", "recommande", "exhorte", "demande", "avant que", "lorsque", "une fois", "espère", "tant que", "soit", "soient",
        "de prendre", "en vue",
    ),
    negations=(
        "pas", "non", "ni", "jamais", "guère", "aucun", "aucune", "nullement", "point", "sans", "loin", "presque",
        "quasiment", "à peine", "plutôt que", "au lieu",
    ),
    parts=(
        Phrase(
            "(partie|parties|élément|éléments|aspect|aspects|volet|volets|certains|certaines|plupart|majorité|moitié|"
            "plusieurs|une|points) (de|des|d'une) (la|cette|ces|sa|ses|) (recommandation|recommandations)",
            "Le Comité considère qu'une partie de la recommandation a été mise en œuvre.",
        ),
        Phrase("(partie|parties|éléments|aspects|volet|volets|certains points|la plupart) (de|des) (la recommandation|cette recommandation|recommandations|ces recommandations)",
               "La plupart des recommandations ont été mises en œuvre."),
        Phrase("(première|seconde|deuxième|dernière|premier|second|deuxième|dernier) (partie|volet|élément|aspect|moitié)", "la première partie de la recommandation"),
        Phrase("certaines recommandations", "Certaines recommandations ont été mises en œuvre."),
    ),
    curbs=("du moins", "au moins", "sur le papier", "en théorie", "en droit", "formellement", "en principe", "seulement", "uniquement", "partiellement", "en partie", "qu'en partie", "que partiellement", "sauf", "hormis", "excepté", "exception", "fût-ce", "quoique", "dans une certaine mesure", "dans une mesure limitée", "exclusivement", "à moitié"),
    contrasts=("mais", "quoique", "bien que", "et"),
    rejects=("rejette", "rejeté", "rejet"),
    state=("état partie", "gouvernement", "autorités", "état"),
    inability=("pas en mesure", "pas à même", "pas pu", "pas possible", "impossible", "permettent pas", "permet pas", "peut", "saurait", "permettaient pas", "permettait pas", "incapable"),
    lacks=("dispose", "disposait", "reçu", "manque", "possède"),
    objects=("lui", "le comité", "au comité", "nous"),
    assessed=(
        "si", "dans", "quelle", "mesure", "en", "mise en œuvre", "suite donnée", "à", "au", "aux", "l'application", "application", "l'état", "degré", "niveau", "le", "la", "les", "l'", "d'", "du", "de", "une", "un", "et",
        "évaluation", "appréciation", "progrès", "accomplis", "réalisés", "pleinement", "correctement", "l'exécution", "exécution", "effective", "sur", "mise en application", "figurant", "paragraphe", "paragraphes", "état", "dans quelle mesure", "réelle", "pour", "évaluer", "apprécier", "déterminer", "se prononcer", "permettre", "concernant", "relative", "quant", "propos", "mesures", "prises", "adoptées", "titre", "depuis", "lors", "vertu", "procéder", "porter", "jugement", "question",
    ),
)  # fmt: skip
