"""A closing is known by who speaks, to do what, about what: in words that no table holds as a whole."""

from __future__ import annotations

import pytest

from .factory import letter
from .test_closing import last

# (language, a closing in words of no table)
LEAVES = [
("en","The Committee is grateful to Senegal for its cooperation."),
("en","The Committee thanks the Government of Senegal for its constructive engagement."),
("en","The Committee would appreciate receiving this information in the next periodic report, due on 1 May 2024."),
("en","The Committee would be grateful if further particulars could be included in the third periodic report."),
("en","The Committee stands ready to assist the authorities."),
("en","In closing, the Committee wishes to recall that the follow-up procedure is now concluded."),
("en","The Committee trusts that Senegal will pursue its efforts."),
("en","The Committee trusts that the dialogue will continue."),
("en","I wish to reiterate to the State party that the Committee remains at its disposal."),
("en","The Committee remains available for any technical assistance."),
("en","The Committee invites the State party to disseminate this letter widely."),
("en","I take this opportunity to recall that the third periodic report is due on 1 May 2024."),
("en","The Committee requests that outstanding information be included in the fourth periodic report, due on 1 May 2028."),
("en","10. The Committee remains at the disposal of the State party for any clarification."),
("en","5. The Committee thanks the State party for its cooperation."),
("en","Scale: “implemented”; “partially implemented”; “not implemented”."),
("en","We should like to assure the authorities of our continued interest in their work."),
("en","The Committee wishes to reiterate its appreciation for the reply of the State party."),
("en","The Committee values its exchange with the authorities of Senegal and hopes that it will continue."),
("en","My thanks go to the authorities of Senegal for their replies."),
("en","The Committee hopes that Senegal will continue its efforts to implement the Convention."),
("en","It looks forward to its continued dialogue with Senegal."),
("en","Once again, the Committee thanks Senegal for its report."),
("en","The Committee decided to make this letter public."),
("fr","Je tiens à redire à l'État partie que le Comité est à sa disposition."),
("fr","Le Comité invite l'État partie à traiter de ces questions dans son prochain rapport périodique, attendu le 1er juillet 2029."),
("fr","Le Comité est reconnaissant au Sénégal de sa coopération."),
("fr","Le Comité invite l'État partie à diffuser largement la présente lettre."),
("fr","Je saisis cette occasion pour rappeler que le deuxième rapport périodique est attendu le 1er mai 2026."),
("fr","Pour conclure, le Comité rappelle que la procédure de suivi est close."),
("fr","Le Comité ne doute pas que le Sénégal poursuivra ses efforts."),
("fr","Le Comité est prêt à aider les autorités."),
("fr","Le Comité forme le vœu que cet échange se poursuive."),
("fr","Échelle : « mise en œuvre » ; « partiellement mise en œuvre » ; « non mise en œuvre »."),
("fr","7. Le Comité remercie l'État partie de sa coopération."),
("fr","Nous assurons les autorités de notre entière disponibilité."),
("fr","Permettez-moi de remercier les autorités sénégalaises de leur réponse."),
("fr","Le Comité souhaite que les renseignements manquants figurent dans son troisième rapport périodique."),
("fr","Le Comité apprécie la coopération des autorités sénégalaises."),
("es","Deseo reiterar al Estado parte que el Comité está a su disposición."),
("es","El Comité espera con interés continuar el diálogo."),
("es","El Comité invita al Estado parte a difundir ampliamente la presente carta."),
("es","Aprovecho la ocasión para recordar que el tercer informe periódico debe presentarse el 1 de mayo de 2024."),
("es","La secretaría del Comité queda a su disposición para cualquier información adicional."),
("es","16. El Comité agradece al Estado parte su cooperación."),
("es","Quisiera reiterar la disponibilidad del Comité para ayudar a las autoridades."),
("es","El Comité confía en que el Senegal prosiga sus esfuerzos."),
("es","El Comité valora la colaboración de las autoridades del Senegal."),
("es","Me complace agradecer al Estado parte su respuesta."),
("es","Escala: «aplicada»; «parcialmente aplicada»; «no aplicada»."),
("es","El Comité pide que el Senegal incluya esta información en su próximo informe periódico."),
("es","Para concluir, el Comité recuerda que ha finalizado el procedimiento de seguimiento."),
("es","El Comité está dispuesto a prestar asistencia técnica."),
("es","Espera asimismo proseguir el diálogo con las autoridades."),
("es","Por último, el Comité agradece al Gobierno del Senegal el interés demostrado."),
]  # fmt: skip

# (language, what goes on with the passage, though it is worded alike)
GOES_ON = [
("en","The Committee thanks the State party for the statistics provided on returnees."),
("en","The Committee hopes that the training of consular officers will begin soon."),
("en","The Committee is confident that the new law will reduce the number of detentions."),
("en","The Committee encourages the State party to step up its cooperation with countries of destination."),
("en","It hopes that cooperation between the consulates will improve."),
("en","The Committee would appreciate receiving information on the training of officers in the next periodic report."),
("en","It trusts that the State party will allocate a budget to the secretariat for migration."),
("en","The Committee invites the State party to continue its efforts to train consular officers."),
("en","It also notes the efforts to combat trafficking in persons."),
("en","The Committee remains concerned at the number of migrants in detention."),
("en","It appreciates the efforts made to register births."),
("en","The Committee is ready to accept that the law is recent, but regrets the delay."),
("en","I regret that the law has not been adopted."),
("en","We recommend that the law be adopted."),
("en","I would like to encourage the State party to adopt it."),
("en","The Committee expects the bill to be adopted in 2023."),
("en","The Committee hopes that the social dialogue will resume."),
("en","It requests the State party to provide this information on detention in its next periodic report."),
("fr","Le Comité remercie l'État partie des statistiques fournies sur les personnes de retour.") ,
("fr","Le Comité espère que la formation des agents consulaires commencera bientôt."),
("fr","Le Comité encourage l'État partie à intensifier sa coopération avec les pays de destination."),
("fr","Il compte que l'État partie allouera un budget au secrétariat aux migrations."),
("fr","Il note aussi les efforts déployés pour lutter contre la traite."),
("fr","Le Comité demeure préoccupé par le nombre de migrants en détention."),
("fr","Je regrette que la loi n'ait pas été adoptée."),
("fr","Il apprécie les efforts consentis pour enregistrer les naissances."),
("fr","Le Comité souhaiterait recevoir des renseignements sur la formation dans le prochain rapport périodique."),
("fr","Il est prêt à admettre que la loi est récente, mais regrette le retard."),
("es","El Comité espera que la formación del personal consular comience pronto."),
("es","El Comité alienta al Estado parte a intensificar su cooperación con los países de destino."),
("es","Confía en que el Estado parte asigne un presupuesto a la secretaría de migraciones."),
("es","Observa también los esfuerzos realizados para combatir la trata."),
("es","El Comité sigue preocupado por el número de migrantes detenidos."),
("es","Valora los esfuerzos realizados para registrar los nacimientos."),
("es","El Comité agradece las estadísticas facilitadas sobre las personas retornadas."),
("es","Lamento que la ley no se haya aprobado."),
("es","Solicita que se incluya información sobre la formación en el próximo informe periódico."),
("es","El Comité está dispuesto a admitir que la ley es reciente, pero lamenta el retraso."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), LEAVES)
def test_what_takes_leave_is_no_part_of_the_last_passage(language: str, words: str) -> None:
    assert last(letter(language, closing=words)) == ""
    known = letter(language).split("\n\n")[-3]
    assert last(letter(language, closing=f"{words}\n\n{known}")) == ""


@pytest.mark.parametrize(("language", "words"), GOES_ON)
def test_what_is_on_the_matter_stays(language: str, words: str) -> None:
    known = letter(language).split("\n\n")[-3]
    assert last(letter(language, closing=f"{words}\n\n{known}")) == words
