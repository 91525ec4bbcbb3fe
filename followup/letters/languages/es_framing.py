"""Spanish: what frames the passages."""

from __future__ import annotations

from ..wording import Phrase
from .framing import Framing

SPANISH_FRAMING = Framing(
    other_reports=(
        Phrase("(informe|informes) (periódico|periódicos|inicial|iniciales|nacional|anual|alternativo|alternativos|paralelo|paralelos|sombra)", "El tercer informe periódico se recibió el 5 de enero de 2022."),
        Phrase("(documento básico común|documento básico|lista de cuestiones|respuestas a la lista de cuestiones|contribuciones)", "El documento básico común se recibió el 3 de mayo de 2020."),
        Phrase("(observaciones finales|recordatorio|recordatorios|invitación)", "Las observaciones finales se transmitieron el 30 de abril de 2019."),
        Phrase("(carta|cartas|nota verbal)", "El 3 de mayo de 2020 se envió una carta a su Gobierno."),
        Phrase("(comentarios|observaciones|contribución)", "Presentó sus observaciones el 2 de junio de 2022."),
    ),
    other_senders=(
        Phrase("(sociedad civil|organizaciones no gubernamentales|organización no gubernamental|ONG|sindicatos|sindicato)", "información recibida de la sociedad civil el 3 de mayo de 2021"),
        Phrase("(institución nacional|comisión nacional|comisión de derechos|procuraduría|defensoría|defensor del pueblo|defensora del pueblo|defensor de los|defensora de los|ombudsman)", "información recibida de la Defensoría del Pueblo"),
        Phrase("(otros|otras|diversas|diversos|varias|varios|terceras|terceros) (Estados|partes|interesados|fuentes|organizaciones|países|Gobiernos|instancias)", "información recibida de otras fuentes"),
        Phrase("(Naciones Unidas|relator especial|relatora especial|organización internacional|organizaciones internacionales|ACNUR|OIM|OIT|UNICEF)", "información recibida del equipo de las Naciones Unidas"),
        Phrase("(organización|organizaciones|asociación|asociaciones|coalición|red)", "información recibida de una asociación de migrantes"),
    ),
    earlier_reports=(
        Phrase("(primer|primero|primeros|anterior|anteriores|previo|previa|primera|primeras)", "el primer informe de seguimiento"),
        Phrase("(informe|informes) (provisional|provisionales|preliminar|parcial|intermedio|anterior|previo)", "un informe provisional"),
    ),
    examined_before=(
        Phrase("había (ya |anteriormente |previamente |)(examinado|evaluado|analizado|estudiado|considerado)", "El Comité había examinado un primer informe en su 33º período de sesiones."),
        Phrase("ya (examinó|evaluó|analizó|estudió|había|ha|fue)", "El Comité ya examinó un primer informe en su 33º período de sesiones."),
        Phrase("(examinó|evaluó|analizó|estudió) (ya|anteriormente|previamente|en su momento)", "El Comité examinó ya un primer informe en su 33º período de sesiones."),
    ),
    by_means=(
        Phrase("(con|mediante|por|por medio de|adjunto a|junto con|a través de) (una |la |su |)(nota verbal|carta|nota)", "remitido con nota verbal de fecha 11 de abril de 2023 y recibido el 14 de abril de 2023"),
    ),
    arrived=(Phrase("(recibido|recibida|recibidos|recibidas|recibió|recibieron|recepción|recibo|llegó|llegaron|recibiera|recibiese)", "presentado el 30 de septiembre de 2024 y recibido el 2 de octubre de 2024"),),
    reply_of_state=(
        Phrase("(el|la|los|las|su|sus|dicha|dicho|esa|ese) (respuesta|respuestas|informe de seguimiento|informe|información|comunicación) (de|del|presentada por|facilitada por|remitida por) (Estado parte|el Estado parte|su Gobierno|Gobierno|las autoridades|la Misión Permanente)",
               "El 4 de octubre de 2023, el Comité recibió la respuesta del Estado parte."),
        Phrase("(su|sus) (respuesta|respuestas|informe de seguimiento|informe|información|comunicación)", "El 4 de octubre de 2023, su Gobierno presentó su informe."),
    ),
    adopted=(Phrase("(aprobado|aprobada|aprobados|aprobadas|aprobó|aprobación|adoptado|adoptada|adoptadas|adoptó|formuló|formuladas)", "las observaciones finales aprobadas en su 30º período de sesiones"),),
    to_come=(
        Phrase("(próximo|próximos|futuro|futuros|siguiente|siguientes) … (informe|informes)", "en su próximo informe periódico"),
        Phrase("(informe|informes) (periódico|periódicos) … (deberá|deberán|debe|deben|debería|deberían|habrá|ha de|tendrá|está previsto|está prevista|vence|corresponde)", "El segundo informe periódico deberá presentarse el 1 de octubre de 2021."),
        Phrase("(deberá|deberán|debe|deben|debería|deberían) (también |asimismo |)(presentarse|presentar|remitirse|ser|incluir|incluirse|contener)", "El segundo informe periódico deberá presentarse el 1 de octubre de 2021."),
        Phrase("(en|con) (su|el|los|sus) (segundo|tercer|cuarto|quinto|sexto|séptimo|informe combinado|informes combinados|informes periódicos segundo|informes periódicos tercero)", "que incluya esa información en su segundo informe periódico"),
        Phrase("(presentación|elaboración|preparación) (de su|del|de sus|de los)", "con ocasión de la presentación de su segundo informe periódico"),
        Phrase("(aguarda|espera|esperando) (con interés |)(recibir |)(el|los|su)", "El Comité aguarda con interés el tercer informe periódico."),
        Phrase("(presentará|presente|presentara|presenten|remita) (su|el|sus|los)", "que presente su segundo informe periódico"),
    ),
    expired=(
        Phrase("(plazo|fecha límite|término) … (venció|vencido|expiró|expirado|cumplido|transcurrido|finalizó|terminó|concluyó|pasado)", "El plazo venció el 9 de septiembre de 2018."),
        Phrase("(vencimiento|expiración|término) (del|de ese) plazo", "desde el vencimiento del plazo"),
    ),
    overdue=(
        Phrase("(debía|debían|debió|debieron|tenía que|tenían que|había de|habían de) (haberse |haber |ser |)(presentar|presentarse|presentado|recibir|recibirse|recibido|remitir|remitirse|remitido|facilitar|facilitarse|llegar|enviar|enviarse|entregado)", "El informe de seguimiento debía presentarse a más tardar el 9 de septiembre de 2018."),
        Phrase("(se esperaba|se esperaban|era esperado|estaba previsto|estaba prevista|estaban previstos|debería haberse|deberían haberse|debería haber)", "El informe de seguimiento se esperaba para el 1 de mayo de 2021."),
        Phrase("(sigue|siguen|está|están|continúa|permanece|se encuentra|queda|quedan) (aún |todavía |)(pendiente|pendientes|atrasado|atrasada|retrasado|retrasada|vencido|a la espera|sin presentar|sin recibir|sin presentarse|sin recibirse)", "El informe de seguimiento está retrasado."),
        Phrase("(sigue|seguimos|continúa|está|estamos) (aún |todavía |)(esperando|aguardando|a la espera)", "El Comité está aún a la espera de la información solicitada."),
    ),
    missing=(
        Phrase("(no|ni|nunca|tampoco|sin que|sin|ningún|ninguna|nada) … (recibido|recibida|recibidos|recibidas|recibirse|recibir|reciba|recibiera|presentado|presentada|presentados|remitido|remitida|llegado|llegó|llega)",
               "El Comité lamenta que la información solicitada aún no haya sido recibida."),
        Phrase("(no|ni|nunca|tampoco|sin que|sin|ningún|ninguna|nada) … (facilitado|facilitada|enviado|enviada|transmitido|transmitida|respondido|contestado|proporcionado|proporcionada|respuesta)",
               "El Estado parte no ha facilitado la información solicitada."),
    ),
    silent=(
        Phrase("(Estado parte|Gobierno) (aún |todavía |)no (ha |había |)(respondido|contestado|reaccionado|respondió|contestó)", "El Estado parte aún no ha respondido."),
        Phrase("(falta|ausencia) de (respuesta|respuestas|contestación)", "El Comité lamenta la falta de respuesta."),
        Phrase("(sin respuesta|sin contestar|sin contestación)", "Los recordatorios quedaron sin respuesta."),
    ),
    conditions=(
        Phrase("(si|de no|en caso de|en caso contrario|a falta de|salvo que|a menos que)", "De no recibirse la información antes del 15 de marzo de 2025, el Comité …"),
        Phrase("(agradecería|agradecerá|agradeceré|agradecerá|ruega|ruego|le ruega|sírvase|invita|solicita|pide|insta|exhorta|espera|confía|desea|quisiera|le agradecería)",
               "El Comité agradecería su envío a más tardar el 31 de julio de 2023."),
    ),
    meetings=(
        Phrase("(reunirme|reunirse|reunión|reuniones|entrevista|entrevistarme|audiencia|encuentro|encontrarme)", "Quisiera invitarle a una reunión con el Comité."),
        Phrase("(concluir|concluido|poner fin|pone fin|cerrar|cerrado|suspender|finalizar) … seguimiento", "El Comité ha decidido poner fin al procedimiento de seguimiento."),
        Phrase("seguimiento … (concluido|cerrado|terminado|finalizado|suspendido)", "El procedimiento de seguimiento queda concluido."),
        Phrase("(precisar|aclarar|aclaración|aclaraciones|precisiones)", "Le agradecería que aclarara el alcance del decreto: una aclaración."),
    ),
    writer=(
        Phrase("(Deseo|Deseamos|Quisiera|Quisiéramos|Quiero|Queremos|Tengo|Agradezco|Agradecemos|Reitero|Reiteramos|Confío|Confiamos|Espero|Esperamos|Quedo|Quedamos|Aprovecho|Aprovechamos|Permítame|Hago|Estoy|Expreso|Manifiesto|Celebro)",
               "Deseo reiterar al Estado parte que el Comité está a su disposición."),
        Phrase("(Me|Nos|Le|Les) (complace|permito|permitimos|gustaría|agradezco|agradecemos|agradecería|agradeceré|reitero|recuerdo|recordamos|expreso|quedo|quedamos|saludo|aseguro)", "Me complace agradecer al Estado parte su colaboración."),
        Phrase("(Mi|Nuestro) (agradecimiento|reconocimiento|secretaría)", "Mi agradecimiento a las autoridades."),
    ),
    concluding=(
        Phrase("(Para concluir|En conclusión|Para terminar|Para finalizar|Por último|Finalmente|Una vez más)", "Para concluir, el Comité recuerda su disponibilidad."),
    ),
    takes_leave=(
        Phrase("(agradece|le agradece|desea agradecer|quiere agradecer|da las gracias|expresa su|reitera su|reitera al|reitera a las|renueva su|desea expresar|desea reiterar)", "El Comité agradece al Estado parte su cooperación."),
        Phrase("(confía|espera|aguarda|no duda|cuenta con|hace votos|tiene la certeza|tiene confianza|desea|aprecia|valora|concede|se complace|se congratula|se felicita|aprovecha)", "El Comité espera con interés continuar el diálogo."),
        Phrase("(queda|permanece|sigue|está|se mantiene|se pone) (muy |siempre |plenamente |)(a|agradecido|agradecida|dispuesto|dispuesta|disponible|convencido|seguro|listo|confiado)", "El Comité está a disposición de las autoridades."),
    ),
    leave_topics=(
        Phrase("(diálogo|cooperación|colaboración|intercambio|intercambios|asociación)", "continuar el diálogo"),
        Phrase("(sus|estos|esos|su|tales|dichos) (esfuerzos|compromiso|empeño)", "que el Estado parte prosiga sus esfuerzos"),
        Phrase("(a disposición|a la disposición|a su disposición|a su entera disposición|cualquier aclaración|cualquier consulta|cualquier pregunta|asistencia técnica|cooperación técnica|su disponibilidad|su plena disponibilidad|su entera disponibilidad)", "que el Comité está a su disposición"),
        Phrase("(ayudar|asistir|apoyar|prestar asistencia) … (autoridades|Estado parte|Gobierno)", "El Comité está dispuesto a ayudar a las autoridades."),
        Phrase("(su|sus|por su|por sus) (amable |valiosa |valioso |)(respuesta|respuestas|atención|apoyo|interés|comprensión|disposición|diligencia|informe|asistencia|ayuda)", "agradecer su respuesta"),
        Phrase("(agradece|agradecer) (al|a las|a su) (Estado parte|Gobierno|autoridades)", "El Comité agradece al Estado parte."),
        Phrase("(todas|la totalidad de|el conjunto de) (sus|las|estas|esas) (recomendaciones|observaciones finales)", "dar efecto a todas sus recomendaciones"),
    ),
    asks=(
        Phrase("(invita|alienta|pide|solicita|recuerda|recomienda|exhorta|agradecería|desearía|quisiera|publicará|tiene|propone|toma nota|insta|ha decidido|decide)", "El Comité invita al Estado parte a difundir ampliamente la presente carta."),
    ),
    letter_topics=(
        Phrase("(próximo|segundo|tercer|cuarto|quinto|sexto) informe periódico … (debe|deberá|debería|ha de|está previsto|vence|tendrá)", "que el tercer informe periódico debe presentarse el 1 de mayo de 2024"),
        Phrase("(recibir|examinar) (su|el) (próximo|segundo|tercer|cuarto|quinto|sexto) informe", "Espera recibir su tercer informe periódico a tiempo."),
        Phrase("procedimiento de seguimiento", "que el procedimiento de seguimiento ha concluido"),
        Phrase("(la presente|esta) (carta|comunicación)", "a difundir ampliamente la presente carta"),
        Phrase("(su secretaría|nuestra secretaría|secretaría del Comité|sitio web|página web)", "ponerse en contacto con su secretaría"),
        Phrase("(diálogo|cooperación|colaboración) con (el Comité|este|él)", "a continuar el diálogo con el Comité"),
    ),
    specifying=(
        Phrase("(con|de|entre|prestada por|brindada por|por) (el |la |las |los |su |)(Comité|él|autoridades|Estado parte|Estado Parte|Gobierno|Misión|delegación|República|Reino|ambos)", "el diálogo con las autoridades de Xlandia"),
        Phrase("(del|al) (Comité|Gobierno|Estado parte|Estado Parte|Reino)", "la cooperación del Estado parte"),
        Phrase("(a|en|para|sobre|por|con miras a) (este respecto|ese sentido|este sentido|esta esfera|la aplicación de la Convención|aplicar la Convención|aplicar sus|dar efecto|dar cumplimiento|promover|el futuro|el marco|estas cuestiones)", "sus esfuerzos a este respecto"),
    ),
    generic=(
        Phrase("(esta|esa|dicha|estas|esas|estos|esos|todas las|otras|más|las) (información|informaciones|cuestiones|asuntos|puntos|aclaraciones|datos|preocupaciones) (en|con ocasión|pendiente|pendientes|adicional|adicionales|solicitada|mencionadas|faltante|actualizada)", "que incluya esta información en su próximo informe"),
        Phrase("información (adicional|complementaria|actualizada|pendiente|faltante|suplementaria) en", "información adicional en su próximo informe"),
    ),
    next_reports=(
        Phrase("(en|con|con ocasión de) … (próximo|próximos|segundo|tercer|cuarto|quinto|sexto)", "en su próximo informe periódico"),
    ),
    legends=(
        Phrase("(escala|leyenda|clave|notas|escala de calificación|escala de evaluación|abreviaturas|significado|sistema de calificación|baremo)", "Escala: «aplicada»; «parcialmente aplicada»."),
    ),
    table_intros=(
        Phrase("(cuadro|tabla|lista) (siguiente|que figura a continuación|a continuación|adjunto|adjunta|anexo|anexa|infra|que sigue)", "La evaluación se resume en el cuadro siguiente."),
        Phrase("siguiente (cuadro|tabla)", "Las calificaciones figuran en el siguiente cuadro."),
    ),
)  # fmt: skip
