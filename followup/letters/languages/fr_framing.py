"""French: what frames the passages."""

from __future__ import annotations

from ..wording import Phrase
from .framing import Framing

FRENCH_FRAMING = Framing(
    other_reports=(
        Phrase("(rapport|rapports) (périodique|périodiques|initial|initiaux|national|annuel|alternatif|alternatifs|parallèle|parallèles)", "Le troisième rapport périodique a été reçu le 5 janvier 2022."),
        Phrase("(document de base commun|document de base|liste de points|réponses à la liste de points|contre-rapport|contre-rapports|contributions)", "Le document de base commun a été reçu le 3 mai 2020."),
        Phrase("(observations finales|rappel|rappels|invitation)", "Les observations finales ont été transmises le 30 avril 2019."),
        Phrase("(lettre|lettres|note verbale)", "Une lettre a été envoyée à votre Gouvernement le 3 mai 2020."),
        Phrase("(commentaires|observations|contribution)", "Elle a présenté ses observations le 2 juin 2022."),
    ),
    other_senders=(
        Phrase("(société civile|organisations non gouvernementales|organisation non gouvernementale|ONG|syndicats|syndicat)", "informations reçues de la société civile le 3 mai 2021"),
        Phrase("(institution nationale|commission nationale|commission des droits|conseil national des droits|médiateur|médiatrice|défenseur des droits|défenseure des droits|protecteur du citoyen|ombudsman)", "renseignements reçus de l'institution nationale des droits de l'homme"),
        Phrase("(autres|d'autres|tierces|diverses|plusieurs) (États|parties|parties prenantes|sources|organisations|pays|Gouvernements)", "renseignements reçus d'autres sources"),
        Phrase("(Nations Unies|rapporteur spécial|rapporteuse spéciale|organisation internationale|organisations internationales|HCR|OIM|OIT|UNICEF)", "renseignements reçus de l'équipe des Nations Unies"),
        Phrase("(organisation|organisations|association|associations|coalition|réseau)", "renseignements reçus d'une association de migrants"),
    ),
    earlier_reports=(
        Phrase("(premier|premiers|précédent|précédents|précédente|ancien|première|premières|précédentes)", "le premier rapport de suivi"),
        Phrase("(rapport|rapports) (intérimaire|intérimaires|provisoire|préliminaire|d'étape|antérieur|précédent)", "un rapport intérimaire"),
    ),
    examined_before=(
        Phrase("avait (déjà |précédemment |antérieurement |)(examiné|étudié|évalué|analysé|considéré)", "Le Comité avait examiné un premier rapport à sa trente-troisième session."),
        Phrase("a (déjà|précédemment|antérieurement) (examiné|étudié|évalué|analysé|considéré)", "Le Comité a déjà examiné un premier rapport à sa trente-troisième session."),
    ),
    by_means=(
        Phrase("(avec|par|sous couvert de|sous couvert d'|au moyen d'|joint à|accompagné d'|accompagnant) (une |la |sa |votre |)(note verbale|lettre)", "transmis par une note verbale du 11 avril 2023 et reçu le 14 avril 2023"),
    ),
    arrived=(Phrase("(reçu|reçue|reçus|reçues|réception|parvenu|parvenue|parvenus|parvenues)", "soumis le 30 septembre 2024 et reçu le 2 octobre 2024"),),
    reply_of_state=(
        Phrase("(le|la|les|sa|son|ses|votre|vos|cette|ce|ces) (réponse|réponses|rapport de suivi|rapport|renseignements|informations|communication) (de|du|des|fournis par|communiqués par|transmis par) (l'État partie|votre Gouvernement|Gouvernement|votre|autorités|la Mission permanente)",
               "Le 4 octobre 2023, le Comité a reçu la réponse de l'État partie."),
        Phrase("(votre|vos|sa|son|ses) (réponse|réponses|rapport de suivi|rapport|renseignements|informations|communication)", "Le 4 octobre 2023, votre Gouvernement a soumis son rapport."),
    ),
    adopted=(Phrase("(adopté|adoptés|adoptée|adoptées|adoption|formulé|formulées)", "les observations finales adoptées à sa trentième session"),),
    to_come=(
        Phrase("(prochain|prochains|futur|futurs) … (rapport|rapports)", "dans son prochain rapport périodique"),
        Phrase("(attendu|attendus) (le|au|pour|en|avant|d'ici)", "Le deuxième rapport périodique est attendu le 1er mai 2022."),
        Phrase("(doit|doivent|devra|devront|devrait|devraient|peut|peuvent|pourra|pourront|pourrait|pourraient|est à|sont à) (également |aussi |donc |)(être |lui être |)(soumis|présenté|présentés|soumettre|présenter|remis|examiné|adressé|inclus|incluses|figurer|traités|fournis|contenir|comporter)", "Le deuxième rapport périodique doit être soumis le 1er mai 2022."),
        Phrase("dans (son|le|leur|votre) (deuxième|troisième|quatrième|cinquième|sixième|septième|rapport unique)", "faire figurer ces renseignements dans son deuxième rapport périodique"),
        Phrase("(attend|attendra) avec", "Le Comité attend avec intérêt le troisième rapport périodique."),
        Phrase("(présentera|soumettra|remettra|présenter|soumettre) (son|le|leur)", "à soumettre son deuxième rapport périodique"),
        Phrase("(élaboration|établissement|soumission) (de son|du|de leur)", "lors de l'élaboration de son troisième rapport périodique"),
    ),
    expired=(
        Phrase("(délai|échéance|date limite|terme) … (expiré|échu|échue|dépassé|dépassée|passé|passée|écoulé|arrivé|arrivée)", "Le délai a expiré le 1er juin 2025."),
        Phrase("(expiration|échéance|terme) (du|de ce) délai", "depuis l'expiration du délai"),
    ),
    overdue=(
        Phrase("(était|étaient|avait été|avaient été) (attendu|attendus|attendue|attendues|dû|dus|due|dues|à présenter|à soumettre|exigible)", "Je souhaite rappeler que le rapport de suivi était attendu pour le 1er juin 2025."),
        Phrase("(devait|devaient|aurait dû|auraient dû) (lui |vous |)(être |parvenir|présenter|soumettre|fournir|communiquer|arriver)", "Le rapport de suivi devait parvenir au Comité le 1er mai 2021."),
        Phrase("(est|sont|reste|restent|demeure|demeurent) (toujours |encore |)(attendu|attendus|attendue|attendues|en attente|en souffrance|dû|dus)", "Les renseignements demandés sont encore attendus."),
        Phrase("(attend|attendait|attendons|attends) (toujours|encore)", "Le Comité attend encore les renseignements demandés."),
    ),
    missing=(
        Phrase("(n'a|n'ait|n'ont|n'aient|n'est|n'avait|n'avaient|n'ai|n'avons) … (reçu|reçus|reçue|reçues|parvenu|parvenus|parvenue|parvenues|soumis|soumise|présenté|présentés|présentées|transmis|transmise|fourni|fournis|fournies|communiqué|communiqués|adressé|remis|répondu)",
               "Le Comité regrette que les renseignements demandés n'aient pas encore été reçus."),
        Phrase("ne (lui |nous |)(sont|soit|soient|est|a|ont|seraient|serait) … (reçu|reçus|reçue|reçues|parvenu|parvenus|parvenue|parvenues|soumis|présenté|transmis|communiqués|adressés|fournis)",
               "Les renseignements demandés ne lui sont pas parvenus."),
        Phrase("(aucun|aucune|sans|ni) … (reçu|reçus|reçue|reçues|parvenu|parvenus|parvenue|soumis|présenté|transmis|fourni|communiqué|adressé|remis|réponse)", "Aucun renseignement n'est encore parvenu au secrétariat."),
        Phrase("(ne pas|n'avoir) … (reçu|reçus|reçue|reçues)", "Le Comité regrette de ne pas avoir reçu les renseignements demandés."),
    ),
    silent=(
        Phrase("(État partie|Gouvernement) n'(a|avait) (pas|toujours pas|pas encore|jamais) (répondu|réagi|donné suite)", "L'État partie n'a pas encore répondu."),
        Phrase("(absence|défaut) de (réponse|réponses)", "Le Comité regrette l'absence de réponse."),
        Phrase("(sans réponse|restée sans suite|restés sans suite|restées sans suite|restés lettre morte)", "Ces rappels sont restés sans réponse."),
    ),
    conditions=(
        Phrase("(si|s'il|s'ils|faute de|faute d'|à défaut|en l'absence de|en l'absence d'|au cas où|sauf)", "Si les renseignements ne sont pas reçus avant le 30 juin 2025, le Comité …"),
        Phrase("(saurait gré|saurais gré|serait reconnaissant|serais reconnaissant|serais reconnaissante|veuillez|prie|invite|invitent|engage|demande|exhorte|espère|souhaite|souhaiterait|souhaiterais)",
               "Le Comité vous saurait gré de soumettre le rapport avant le 30 septembre 2025."),
    ),
    meetings=(
        Phrase("(rencontrer|rencontre|réunion|réunions|entretien|entrevue|audience|inviter à|m'entretenir|s'entretenir)", "Je souhaiterais vous rencontrer."),
        Phrase("(mettre fin|met fin|clore|clôturer|suspendre|interrompre|mis fin|clos) … suivi", "Le Comité a décidé de mettre fin à la procédure de suivi."),
        Phrase("suivi … (close|terminée|achevée|clôturée|suspendue|interrompue)", "La procédure de suivi est désormais close."),
        Phrase("(préciser|précision|précisions|éclaircissement|éclaircissements)", "Je vous serais reconnaissante de préciser la portée du décret."),
    ),
    writer=(
        Phrase("(Je|Nous) (tiens|tenons|assurons|assure|souhaite|souhaitons|voudrais|voudrions|vous|saisis|saisissons|reste|restons|demeure|demeurons|me|nous|suis|remercie|forme|formule|ne|compte|espère|réitère|renouvelle|profite|veux|peux|dois)",
               "Je tiens à redire à l'État partie que le Comité est à sa disposition."),
        Phrase("(J'adresse|J'espère|J'exprime|J'aimerais|J'ai|J'assure|J'attends|J'invite)", "J'aimerais remercier les autorités."),
        Phrase("(Permettez-moi|Qu'il me soit permis|Mes remerciements|Notre secrétariat)", "Permettez-moi de remercier les autorités."),
    ),
    concluding=(
        Phrase("(Pour conclure|En conclusion|Pour terminer|En terminant|Pour finir|Enfin|Une nouvelle fois)", "Pour conclure, le Comité rappelle sa disponibilité."),
    ),
    takes_leave=(
        Phrase("(remercie|vous remercie|tient à remercier|souhaite remercier|sait gré|vous sait gré|exprime sa|exprime ses|renouvelle|réitère sa|réitère ses|réitère à|réitère aux|réaffirme sa|assure|tient à assurer)", "Le Comité remercie l'État partie de sa coopération."),
        Phrase("(espère|ne doute pas|compte|forme le vœu|veut croire|escompte|fait confiance|a confiance|a bon espoir|se réjouit|se félicite|attend|apprécie|attache|saisit cette occasion|souhaite)", "Le Comité ne doute pas que le dialogue se poursuivra."),
        Phrase("(est|reste|demeure|se tient|serait) (très |vivement |toujours |)(reconnaissant|reconnaissante|prêt|disposé|disponible|convaincu|persuadé|confiant|à)", "Le Comité est prêt à aider les autorités."),
    ),
    leave_topics=(
        Phrase("(dialogue|coopération|collaboration|échange|échanges|partenariat)", "de sa coopération"),
        Phrase("(ses|leurs|ces|vos|son) (efforts|engagement)", "que l'État partie poursuivra ses efforts"),
        Phrase("(à la disposition|à sa disposition|à votre disposition|à votre entière disposition|à leur disposition|toute précision|toute question|assistance technique|coopération technique|sa disponibilité|sa pleine disponibilité|son entière disponibilité)", "que le Comité est à sa disposition"),
        Phrase("(aider|assister|appuyer|soutenir) … (autorités|État partie|Gouvernement)", "Le Comité est prêt à aider les autorités."),
        Phrase("(de|pour) (son|sa|ses|leur|leurs|votre|vos) (aimable |précieux |précieuse |)(rapport|rapports|réponse|réponses|attention|appui|soutien|intérêt|compréhension|concours|assistance|aide|diligence|disponibilité)", "de sa réponse"),
        Phrase("(remercie|remercier) (l'|le |votre |les )(État partie|Gouvernement|autorités)", "Le Comité remercie l'État partie."),
        Phrase("(toutes|l'ensemble de|l'ensemble des|la totalité de) (ses|ces|les|) (recommandations|observations finales)", "donner suite à toutes ses recommandations"),
    ),
    asks=(
        Phrase("(invite|encourage|prie|demande|rappelle|engage|recommande|souhaiterait|aimerait|saurait gré|serait reconnaissant|entend|note|accueille|propose|publiera|a décidé|décide|souhaite)", "Le Comité invite l'État partie à traiter de ces questions dans son prochain rapport périodique."),
    ),
    letter_topics=(
        Phrase("(prochain|deuxième|troisième|quatrième|cinquième|sixième) rapport périodique … (est attendu|doit être|devra être|est à|devait être|sera)", "que le deuxième rapport périodique est attendu le 1er mai 2026"),
        Phrase("(recevoir|examiner) (son|le|votre) (prochain|deuxième|troisième|quatrième|cinquième|sixième) rapport", "Il espère recevoir son deuxième rapport périodique dans les délais."),
        Phrase("procédure de suivi", "que la procédure de suivi est close"),
        Phrase("(la présente|cette) (lettre|communication)", "à diffuser largement la présente lettre"),
        Phrase("(son secrétariat|notre secrétariat|secrétariat du Comité|site Web|page Web)", "prendre contact avec son secrétariat"),
        Phrase("(dialogue|coopération|collaboration) avec (le Comité|lui)", "à poursuivre le dialogue avec le Comité"),
    ),
    specifying=(
        Phrase("(avec|de|entre|apportée par|prêtée par) (le |la |l'|les |votre |ses |)(Comité|lui|autorités|État partie|État Partie|Gouvernement|Mission|délégation|République|Royaume|deux)", "le dialogue avec les autorités du Xland"),
        Phrase("(du|des) (Comité|Gouvernement|autorités|Royaume)", "la coopération des autorités"),
        Phrase("(à|en|dans|sur|pour|au|aux fins) (cet égard|ce sens|ce domaine|la mise en œuvre de la Convention|l'application de la Convention|mettre en œuvre la Convention|appliquer la Convention|mettre en œuvre ses|donner effet|donner suite|promouvoir|l'avenir|le cadre|ce sujet|ces questions)", "ses efforts à cet égard"),
    ),
    generic=(
        Phrase("(ces|cette|ce|tous les|toutes les|d'autres|autres|les) (informations|renseignements|questions|points|précisions|éléments|sujets|préoccupations|information) (dans|lors|à l'occasion|manquants|manquantes|complémentaires|supplémentaires|demandés|demandées|ci-dessus|actualisés|actualisées)", "à traiter de ces questions dans son prochain rapport"),
        Phrase("(informations|renseignements|précisions|éléments) (complémentaires|supplémentaires|actualisés|actualisées|manquants|manquantes) dans", "des renseignements complémentaires dans son prochain rapport"),
        Phrase("complément d'information", "un complément d'information dans son prochain rapport"),
    ),
    next_reports=(
        Phrase("(dans|lors de|à l'occasion de|au moyen de) … (prochain|deuxième|troisième|quatrième|cinquième|sixième)", "dans son prochain rapport périodique"),
    ),
    legends=(
        Phrase("(échelle|légende|clé|notes|grille|échelle d'évaluation|échelle de notation|signification|abréviations|barème|système de notation)", "Échelle : « mise en œuvre » ; « partiellement mise en œuvre »."),
    ),
    table_intros=(
        Phrase("(tableau|grille|liste) (ci-dessous|ci-après|suivant|suivante|annexé|joint|qui suit|figurant)", "L'évaluation est résumée dans le tableau ci-dessous."),
    ),
)  # fmt: skip
