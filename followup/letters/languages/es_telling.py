"""Spanish: how grades are dealt out, recalled and retold."""

from __future__ import annotations

from ..reading import Grade
from ..wording import Phrase, Wording
from .telling import LAST, NEARER, OTHER, Telling

SPANISH_TELLING = Telling(
    places={
        "(el|del|al) primero": 0, "(la|de la|a la) primera": 0, "(el|del|al) segundo": 1, "(la|de la|a la) segunda": 1, "(el|del|al) tercero": 2,
        "(la|de la|a la) tercera": 2, "(el|del|al) último": LAST, "(la|esta|de la|de esta|a la) última": LAST, "(este|de este) último": LAST,
        "aquella": 0, "aquel": 0, "aquél": 0, "aquélla": 0, "(esta|ésta|este|éste)": NEARER, "(la otra|las otras|el otro|del otro|las demás|los demás|el resto|las restantes)": OTHER,
    },
    exceptions=(
        Phrase("(excepto|salvo|exceptuando|exceptuada|menos)", "Todas las recomendaciones se han aplicado, salvo la del párrafo 39."),
        Phrase("(con excepción|con la excepción|con la única excepción|con la sola excepción|a excepción|aparte|fuera|con la salvedad|a diferencia) (de|del)",
               "Todas las recomendaciones se han aplicado, con excepción de la del párrafo 39."),
    ),
    pointed=("se", "ha", "han", "no", "lo", "solo", "sólo", "de ellas", "de estas", "de las", "sigue", "parcialmente", "únicamente", "que figura", "aún"),
    everything=(
        Phrase("(todas las|todas estas|todas esas|todas sus|la totalidad de las|el conjunto de las|el conjunto de estas) (demás |anteriores |otras |tres |cuatro |)recomendaciones", "Todas las recomendaciones anteriores se han aplicado."),
        Phrase("(las|estas) (demás|otras|restantes|tres|cuatro) recomendaciones", "Las demás recomendaciones se han aplicado."),
        Phrase("cada una de (las|estas|esas) (anteriores |)recomendaciones", "Cada una de estas recomendaciones se ha aplicado."),
    ),
    echoes=(
        Wording(Grade.NOT_IMPLEMENTED, "no (lo |la |las |los |se |)(ha|han)",
                "La recomendación del párrafo 12 se ha aplicado y la del párrafo 14 no lo ha.", "es"),
        Wording(Grade.NOT_IMPLEMENTED, "no (lo |la |las |los |)(ha|han) sido",
                "La recomendación del párrafo 12 ha sido aplicada y la del párrafo 14 no lo ha sido.", "es"),
        Wording(Grade.NOT_IMPLEMENTED, "no", "La recomendación del párrafo 12 se ha aplicado y la del párrafo 14 no.", "es"),
        Wording(Grade.PARTIALLY_IMPLEMENTED, "(solo |sólo |solamente |únicamente |)(parcialmente|en parte)",
                "La recomendación del párrafo 12 se ha aplicado y la del párrafo 14 solo en parte.", "es"),
        Wording(Grade.PARTIALLY_IMPLEMENTED, "(lo ha sido|lo han sido) (solo |sólo |solamente |únicamente |)(parcialmente|en parte)",
                "La recomendación del párrafo 12 se ha aplicado y la del párrafo 14 lo ha sido en parte.", "es"),
    ),
    judged=(
        "consideró", "consideraba", "estimó", "estimaba", "juzgó", "concluyó", "determinó", "decidió", "constató", "calificó", "observó", "señaló", "entendió", "evaluó", "opinó", "creyó", "valoró",
        "llegó a la conclusión", "era de la opinión", "fue considerada", "fue calificada", "fue evaluada", "fueron consideradas", "dio por", "tuvo por", "ha considerado", "ha estimado", "ha concluido", "fue valorada", "fueron calificadas",
    ),
    judged_before=("había", "habían", "habíamos", "hubo", "habiendo"),
    perfect=(),
    between=("ya", "anteriormente", "previamente", "entonces", "antes", "inicialmente", "solo", "así", "sido", "la", "las", "lo"),
    was=("había", "habían", "estaba", "estaban", "era", "eran", "fue", "fueron"),
    has=("ha", "han", "es", "son", "está", "están", "sigue", "siguen", "permanece", "permanecen"),
    was_before=("había", "habían", "se había", "se habían", "había sido", "habían sido"),
    acts=(
        Phrase("(en|por|mediante) (su|la|una|esa) (carta|comunicación|evaluación)", "En su carta de 8 de mayo de 2019, el Comité consideró que …"),
        Phrase("(anterior|anteriores|previa|previo|primera|primer|pasada|pasado|precedente|última|último|segunda|segundo) (carta|cartas|evaluación|comunicación|período de sesiones|examen|informe|análisis|ciclo|etapa|sesión)",
               "En su anterior carta, el Comité consideró que …"),
        Phrase("(anterior|previa|primera|pasada|precedente|última) (ocasión|valoración|conclusión|correspondencia|ronda|vez|fase)", "En la última ocasión, el Comité consideró que …"),
        Phrase("(carta|cartas|evaluación|evaluaciones|comunicación|período de sesiones|examen|informe|análisis|ciclo|etapa|sesión|ocasión) (anterior|anteriores|previa|previo|precedente|pasado|pasada|inicial)",
               "En su carta anterior, el Comité consideró que …"),
        Phrase("(valoración|conclusión|correspondencia|ronda|carta de seguimiento) (anterior|previa|precedente|pasada|inicial)", "En su valoración anterior, el Comité consideró que …"),
    ),
    earlier=(
        Phrase("(recuerda|recordando|recuerda asimismo) (que|haber|su|sus)", "El Comité recuerda que consideró …"),
        Phrase("(anteriormente|previamente|antes|entonces|en aquel momento|en su momento|en su día|inicialmente|en aquella ocasión|en esa ocasión|en el pasado|con anterioridad|el año pasado|hace)", "El Comité consideró anteriormente que …"),
        Phrase("(en|durante) (su|el) … (período de sesiones|sesión|reunión)", "En su 31º período de sesiones, el Comité consideró que …"),
    ),
    answers=(
        Phrase("(respuesta|respuestas|comentarios|información|observaciones|posición|declaración|explicaciones|informaciones) (de|del|de la|de las|de los) (Estado parte|Gobierno|autoridades|Estado|delegación|Misión Permanente)",
               "Respuesta del Estado parte: La recomendación se ha aplicado."),
        Phrase("(información|comentarios|explicaciones|respuesta) (facilitada|proporcionada|recibida|presentada|remitida|aportada|suministrada|facilitados|presentados) (por el|por la|por las|del|de las) (Estado parte|Gobierno|autoridades|delegación)",
               "Información facilitada por el Estado parte"),
        Phrase("(respuesta|respuestas|Estado parte|Gobierno|información recibida|información facilitada|información proporcionada|autoevaluación|medidas comunicadas|medidas adoptadas por el Estado parte)",
               "Respuesta: La recomendación se ha aplicado."),
        Phrase("(medidas adoptadas|medidas tomadas|seguimiento dado|información complementaria|información adicional|antecedentes)", "Medidas adoptadas"),
        Phrase("resumen de (la|las) (respuesta|respuestas|información)", "Resumen de la respuesta del Estado parte: …"),
    ),
    answered=(
        Phrase("(se resume|resumida|resumirse|reproducida|expuesta|citada) (así|como sigue|a continuación|de este modo|en estos términos)", "La respuesta se resume así."),
        Phrase("(respondió|contestó|ha respondido|ha contestado|responde|declaró|indicó|informó|explicó|escribió|manifestó) … (lo siguiente|lo que sigue|como sigue|en estos términos|en los siguientes términos|en los términos siguientes|de la siguiente manera|de la siguiente forma)", "El Estado parte respondió lo siguiente."),
        Phrase("(su|la) respuesta (del Estado parte |del Gobierno |)(es la siguiente|fue la siguiente|dice así|reza así)", "Su respuesta es la siguiente."),
    ),
    told=("respuesta", "respuestas", "exposición", "declaración", "comunicación", "posición", "explicación", "explicaciones", "afirmación", "comentarios", "opinión", "parecer", "autoevaluación", "testimonio", "información"),
    appraisals=(
        Phrase("(evaluación|valoración|comentarios|comentario|observaciones|conclusión|conclusiones|apreciación|análisis|calificación|opinión) del Comité", "Evaluación del Comité"),
        Phrase("(evaluación|valoración|conclusión|conclusiones|apreciación|análisis|Comité|calificación|medidas solicitadas)", "Evaluación"),
    ),
    disputes=(
        Phrase("(contrariamente|en contra|a diferencia|pese|a pesar|al contrario|frente|no obstante) (a|al|de|del|lo|la)", "Contrariamente a lo afirmado en el informe, la recomendación no se ha aplicado."),
        Phrase("(digan lo que digan|diga lo que diga)", "Diga lo que diga el Estado parte, la recomendación no se ha aplicado."),
    ),
    objects=("la", "las"),
    against=(
        "son contrarias", "es contraria", "son contrarios", "es contrario", "van", "va", "contravienen", "contraviene", "contradicen", "contradice", "constituyen", "constituye", "resultan contrarias", "resulta contraria", "eran contrarias",
    ),
    each=("cada una de ellas", "una y otra", "todas ellas", "ambas", "las dos", "las tres"),
    verdicts=(
        Phrase("(letra muerta|papel mojado|lejos de aplicarse|lejos de haberse aplicado)", "La recomendación ha quedado en letra muerta."),
        Phrase("no se (ha|han) (adoptado|tomado) (ninguna medida|medida alguna|medidas) … (la|esta|dicha|las) (recomendación|recomendaciones)", "No se ha adoptado ninguna medida para aplicar la recomendación."),
        Phrase("no se ha dado (curso|cumplimiento|efecto) a (la|esta|dicha|las) (recomendación|recomendaciones)", "No se ha dado curso a la recomendación."),
    ),
    implementation=("aplicación", "implementación", "cumplimiento", "ejecución"),
    degrees={
        "parcial": Grade.PARTIALLY_IMPLEMENTED, "plena": Grade.IMPLEMENTED, "pleno": Grade.IMPLEMENTED, "íntegra": Grade.IMPLEMENTED,
        "íntegro": Grade.IMPLEMENTED, "total": Grade.IMPLEMENTED, "completa": Grade.IMPLEMENTED, "completo": Grade.IMPLEMENTED,
        "sustancial": Grade.SUBSTANTIALLY_IMPLEMENTED, "incompleta": None, "incompleto": None, "limitada": None, "limitado": None,
        "insuficiente": None, "desigual": None, "satisfactoria": None, "satisfactorio": None, "escasa": None, "escaso": None,
    },
    undone=("(no|falta de|ausencia de|ausencia total de) (aplicación|implementación|cumplimiento|ejecución)", "(incumplimiento|inaplicación)"),
    states=(
        "es", "son", "hay", "ha habido", "existe", "se trata de", "constituye", "constituyen", "supone", "suponen", "equivale a", "equivalen a",
        "representa", "representan", "refleja", "reflejan", "ha sido objeto de", "corresponde a",
    ),
    copulas=("es", "ha sido", "sigue siendo", "permanece", "resulta", "continúa siendo"),
    articles=("una", "un", "la", "el", "por tanto", "pues", "a la", "al", "a una", "solo", "meramente", "a juicio del comité", "en opinión del comité"),
    indefinite=("una", "unas"),
    gradings=("calificación", "categoría", "nota", "mención", "clasificación", "valoración"),
    shows=("presenta", "presentan", "muestra", "muestran", "tiene", "tienen", "registra", "conoce"),
    only=("\x05",),
    third=(
        "sociedad civil", "organizaciones", "organización", "ong", "institución", "defensoría", "defensor", "fuentes", "parlamento", "comisión",
        "representante", "procuraduría", "relator", "tribunal", "informe alternativo",
    ),
    concerned=("al comité",),
    concerning=("(en lo que|por lo que) (respecta|se refiere) al Comité", "(considera|estima|concluye) el Comité", "según (constata|estima|considera) el Comité",),
    own_view=("a su", "en su"),
    none=("ni", "ninguna"),
    refusals=(
        "podría", "podrá", "debería", "mal", "difícilmente", "no puede", "no puede aún", "no puede todavía", "no podría", "no pudo", "no podrá", "no está en condiciones de", "no se encuentra en condiciones de", "no le es posible", "no es posible", "imposible", "prematuro", "demasiado pronto para",
        "difícil", "no cabe", "se abstiene de", "no está en situación de", "mal puede", "difícilmente puede", "no procede", "no considera", "no estima", "tampoco puede", "no se puede", "incapaz de", "duda en", "no le permite", "no le permiten", "no permiten", "no permite",
    ),
    means=("por", "mediante", "a través", "gracias", "con la adopción", "con la aprobación", "por medio"),
)  # fmt: skip
