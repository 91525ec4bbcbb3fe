"""Spanish: the words the parser knows. A new wording of a grade is one row of `wordings`."""

from __future__ import annotations

from ..reading import Grade
from ..wording import Phrase, Wording
from .es_framing import SPANISH_FRAMING
from .es_speech import SPANISH_SPEECH
from .es_telling import SPANISH_TELLING
from .shape import Language

_UNITS = {
    "primer": 1, "primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercer": 3, "tercero": 3, "tercera": 3,
    "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5, "sexto": 6, "sexta": 6, "séptimo": 7, "séptima": 7,
    "octavo": 8, "octava": 8, "noveno": 9, "novena": 9, "décimo": 10, "décima": 10, "undécimo": 11,
    "undécima": 11, "duodécimo": 12, "duodécima": 12,
}  # fmt: skip
_TENS = {
    "décimo": 10, "décima": 10, "vigésimo": 20, "vigésima": 20, "trigésimo": 30, "trigésima": 30,
    "cuadragésimo": 40, "cuadragésima": 40, "quincuagésimo": 50, "quincuagésima": 50,
}  # fmt: skip
_ORDINALS = {
    **_TENS,
    **_UNITS,
    **{f"{ten}-{unit}": n + _UNITS[unit] for ten, n in _TENS.items() for unit in _UNITS if _UNITS[unit] <= 9},
    **{f"{ten}{unit}": n + _UNITS[unit] for ten, n in _TENS.items() for unit in _UNITS if _UNITS[unit] <= 9},
    **{
        f"{ten[:-1]}o{unit}": n + _UNITS[unit]
        for ten, n in _TENS.items()
        for unit in _UNITS
        if _UNITS[unit] <= 9
    },
}
_NUMBERS = {
    "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9, "diez": 10, "once": 11, "doce": 12, "dieciocho": 18, "veinticuatro": 24, "treinta-y-seis": 36,
}  # fmt: skip

_TO_ASSESS = (
    "(evaluar|evaluación|determinar|valorar|valoración|pronunciarse|apreciar|establecer|juzgar|concluir|conclusión|opinión|decir si|saber si|"
    "verificar|medir)"
)
_INFORMATION = "(información|informaciones|datos|elementos)"

_WORDINGS = (
    Wording(Grade.IMPLEMENTED, "aplicada",
            "El Comité considera que la recomendación que figura en el párrafo 12 se ha aplicado.", "es"),
    Wording(Grade.IMPLEMENTED,
            "(plenamente|íntegramente|totalmente|completamente|enteramente|cabalmente|por completo) aplicada",
            "El Comité considera que la recomendación que figura en el párrafo 12 ha sido plenamente aplicada.",
            "es"),
    Wording(Grade.IMPLEMENTED,
            "aplicada (plenamente|íntegramente|totalmente|completamente|por completo|en su totalidad|cabalmente|enteramente)",
            "El Comité considera que la recomendación que figura en el párrafo 12 se ha aplicado plenamente.", "es"),
    Wording(Grade.SUBSTANTIALLY_IMPLEMENTED, "(sustancialmente|en lo esencial|en lo sustancial) aplicada",
            "El Comité considera que la recomendación que figura en el párrafo 12 ha sido sustancialmente aplicada.",
            "es"),
    Wording(Grade.SUBSTANTIALLY_IMPLEMENTED,
            "aplicada (sustancialmente|en lo esencial|, en lo esencial|en lo sustancial)",
            "El Comité considera que la recomendación que figura en el párrafo 12 se ha aplicado en lo esencial.",
            "es"),
    Wording(Grade.PARTIALLY_IMPLEMENTED,
            "aplicada (parcialmente|en parte|de manera parcial|de forma parcial|solo parcialmente|sólo parcialmente|solo en parte|sólo en parte)",
            "El Comité considera que la recomendación que figura en el párrafo 12 se ha aplicado parcialmente.",
            "es"),
    Wording(Grade.PARTIALLY_IMPLEMENTED, "(parcialmente|en parte) aplicada",
            "El Comité considera que la recomendación que figura en el párrafo 12 ha sido parcialmente implementada.",
            "es"),
    Wording(Grade.NOT_IMPLEMENTED, "no aplicada",
            "El Comité considera que la recomendación que figura en el párrafo 12 aún no se ha aplicado.", "es"),
    Wording(Grade.NOT_IMPLEMENTED,
            "sin (aplicarse|aplicar|implementarse|implementar|cumplirse|cumplir|ser aplicada|ser implementada|ejecutar|ejecutarse)",
            "El Comité considera que la recomendación que figura en el párrafo 12 sigue sin aplicarse.", "es"),
    Wording(Grade.NOT_IMPLEMENTED, "(pendiente|pendientes) de (aplicación|implementación|cumplimiento|ejecución|aplicar|cumplir)",
            "El Comité considera que la recomendación que figura en el párrafo 12 sigue pendiente de aplicación.", "es"),
    Wording(Grade.NOT_IMPLEMENTED, "(incumplida|incumplidas|inaplicada|inaplicadas)",
            "El Comité considera que la recomendación que figura en el párrafo 12 permanece incumplida.", "es"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            f"{_INFORMATION} … (insuficiente|insuficientes|no suficiente|no es suficiente|no son suficientes) … {_TO_ASSESS}",
            "El Comité considera que la información proporcionada es insuficiente para evaluar la aplicación de la "
            "recomendación que figura en el párrafo 12.", "es"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            f"(no|falta|carece|ausencia|faltan) … ((suficiente|bastante) {_INFORMATION}|{_INFORMATION} suficiente) … {_TO_ASSESS}"
            .replace(f"((suficiente|bastante) {_INFORMATION}|{_INFORMATION} suficiente)", "(información suficiente|suficiente información|datos suficientes|suficientes datos|la información necesaria|elementos suficientes|suficientes elementos|elementos de juicio suficientes|suficientes elementos de juicio|elementos de juicio)"),
            "El Comité no ha recibido información suficiente para evaluar la aplicación de la recomendación que figura "
            "en el párrafo 12.", "es"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            f"(no puede|no ha podido|no le es posible|imposible|no está en condiciones) … {_TO_ASSESS} … (falta|ausencia|carencia|insuficiencia|por no) … {_INFORMATION}",
            "El Comité no puede evaluar la aplicación de la recomendación que figura en el párrafo 12 por falta de información suficiente.",
            "es"),
    Wording(Grade.INSUFFICIENT_INFORMATION, f"{_INFORMATION} … (no bastan|no basta|no son bastantes) … {_TO_ASSESS}",
            "Los datos facilitados no bastan para evaluar la aplicación de la recomendación.", "es"),
    Wording(Grade.INSUFFICIENT_INFORMATION, f"(falta|ausencia|insuficiencia) de {_INFORMATION} … {_TO_ASSESS}",
            "El Comité constata la insuficiencia de información para evaluar la aplicación de la recomendación.",
            "es"),
    Wording(Grade.INSUFFICIENT_INFORMATION, f"(información insuficiente|datos insuficientes|insuficiente información) … {_TO_ASSESS}",
            "Recomendación del párrafo 12: información insuficiente para efectuar una evaluación.", "es"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            "(no puede|no ha podido|no le es posible|no es posible|no le ha sido posible|imposible|no está en condiciones) … (evaluar|evaluación|determinar|valorar|apreciar|pronunciarse|establecer|decir si|saber si|concluir si)",
            "El Comité no está en condiciones de evaluar la aplicación de la recomendación que figura en el párrafo 12.", "es"),
    Wording(Grade.INSUFFICIENT_INFORMATION,
            "no (le permite|le permiten|permite al Comité|permiten al Comité) … (evaluar|determinar|valorar|apreciar|pronunciarse|establecer)",
            "La información recibida no permite al Comité evaluar la aplicación de la recomendación que figura en el párrafo 12.", "es"),
    Wording(Grade.INSUFFICIENT_INFORMATION, "(información insuficiente|datos insuficientes|insuficiente información|falta de información suficiente|falta de información)",
            "Párrafo 12: información insuficiente.", "es"),
    Wording(Grade.CONTRARY,
            "(contrarias|contrario|contraria|contrarios) a (la|esta|esa|dicha|las|estas|su) (recomendación|recomendaciones)",
            "El Comité considera que las medidas adoptadas son contrarias a la recomendación que figura en el párrafo 12.",
            "es"),
    Wording(Grade.CONTRARY, "(contrarias|contrario|contraria|contrarios) a lo (recomendado|que recomendó|que había recomendado)",
            "El Comité considera que las medidas adoptadas son contrarias a lo recomendado en el párrafo 12.", "es"),
    Wording(Grade.CONTRARY,
            "(medidas|medida) (contrarias|contraria) a (la|esta|esa|dicha|las|estas|su) (recomendación|recomendaciones)",
            "Párrafo 12: medidas contrarias a la recomendación.", "es"),
    Wording(Grade.CONTRARY, "(rechazado|rechaza|rechazo de) (la|esta|esa|dicha|su) (recomendación|recomendaciones)",
            "El Comité considera que el Estado parte ha rechazado la recomendación que figura en el párrafo 12.",
            "es"),
    Wording(Grade.CONTRARY, "(contravienen|contraviene|contradicen|contradice) (la|esta|esa|dicha|las|estas|su) (recomendación|recomendaciones)",
            "El Comité considera que las medidas adoptadas contravienen la recomendación que figura en el párrafo 12.", "es"),
    Wording(Grade.CONTRARY, "en contra de (la|esta|esa|dicha) (recomendación|recomendaciones)",
            "El Comité considera que las medidas adoptadas van en contra de la recomendación que figura en el párrafo 12.",
            "es"),
)  # fmt: skip

_FULLY = (
    "(plenamente|íntegramente|totalmente|completamente|suficientemente|adecuadamente|por completo|"
    "satisfactoriamente|debidamente|efectivamente|sustancialmente|en su totalidad|enteramente|cabalmente)"
)
_NEITHER = (
    Phrase(f"no {_FULLY} aplicada", "El Comité considera que la recomendación no ha sido aún plenamente aplicada."),
    Phrase(f"no aplicada {_FULLY}", "El Comité considera que la recomendación todavía no se ha aplicado plenamente."),
    Phrase("aplicada (en gran medida|en gran parte|en buena medida|satisfactoriamente|adecuadamente|suficientemente|"
            "insuficientemente|en cierta medida|casi totalmente|mayormente|efectivamente|debidamente)",
            "El Comité considera que la recomendación se ha aplicado en gran medida."),
    Phrase(
            "(ampliamente|casi|satisfactoriamente|adecuadamente|suficientemente|insuficientemente|apenas|mayormente) aplicada",
            "El Comité considera que la recomendación ha sido ampliamente aplicada."),
    Phrase("en (curso|vías|proceso|fase) de (aplicación|implementación|cumplimiento|ejecución)",
            "El Comité considera que la recomendación está en curso de aplicación."),
    Phrase(
            "sin (aplicarse|aplicar|cumplirse|implementarse) (plenamente|íntegramente|totalmente|por completo|en su totalidad)",
            "El Comité considera que la recomendación sigue sin aplicarse plenamente."),
)  # fmt: skip

SPANISH = Language(
    code="es",
    name="Spanish",
    honour=(
        Phrase("tengo el honor", "En mi calidad de Presidente del Comité, tengo el honor de referirme a …"),
        Phrase("tiene el honor", "El Comité tiene el honor de referirse a …"),
        Phrase("me dirijo a (usted|Vuestra Excelencia|su Excelencia)", "Me dirijo a usted en relación con …"),
        Phrase("tengo a bien", "Tengo a bien referirme a …"),
        Phrase("(saluda|presenta sus saludos|presenta sus cumplidos)", "El Comité saluda atentamente a la Misión Permanente …"),
        Phrase("En nombre del Comité", "En nombre del Comité, deseo …"),
    ),
    markers=(
        "el comité", "estado parte", "estados partes", "observaciones finales", "recomendación", "recomendaciones",
        "informe de seguimiento", "período de sesiones", "más alta consideración", "excelencia", "párrafo", "párrafos",
        "ha sido", "presidenta", "presidente", "la convención", "así como", "trabajadores migratorios", "se ha",
    ),
    salutations=(
        Phrase("(Su |Vuestra |)(Excelencia|Excelentísimo Señor|Excelentísima Señora|Excelentísimo Sr.|Excelentísima Sra.)", "Excelencia:"),
        Phrase("(Señor|Señora|Estimado Señor|Estimada Señora|Distinguido Señor|Distinguida Señora) (Embajador|Embajadora|Representante)", "Señor Embajador:"),
        Phrase("(Estimado|Estimada|Distinguido|Distinguida) (Embajador|Embajadora|Señor|Señora|Sr.|Sra.)", "Distinguida Señora:"),
        Phrase("(Señor|Señora)", "Señor:"),
    ),
    months=(
        ("enero", "ene"), ("febrero", "feb"), ("marzo", "mar"), ("abril", "abr"), ("mayo",), ("junio", "jun"),
        ("julio", "jul"), ("agosto", "ago"), ("septiembre", "setiembre", "sept", "set"), ("octubre", "oct"),
        ("noviembre", "nov"), ("diciembre", "dic"),
    ),
    ordinals=_ORDINALS,
    numbers=_NUMBERS,
    session=("período de sesiones", "períodos de sesiones", "sesión", "sesiones", "reunión"),
    held=(
        "celebrado", "celebrada", "celebró", "que", "se", "en", "del", "de", "al", "a", "el", "la", "los", "mes", "entre", "durante",
        "ginebra", "suiza", "línea", "virtual", "virtualmente", "modalidad", "formato", "híbrido", "tuvo", "lugar", "y", "su", "comité",
        "desde", "hasta", "forma", "manera", "telemática", "celebrados", "trabajadores", "migratorios", "realizado", "naciones", "unidas", "palacio", "las",
    ),
    took_place=("celebrado", "celebrada", "celebrados", "se celebró", "celebró", "tuvo lugar", "se desarrolló", "desarrollado", "realizado", "se realizó", "se llevó a cabo"),
    initial=("informe inicial", "informes inicial y", "inicial y", "inicial"),
    periodic=("informe periódico", "informes periódicos", "periódico", "periódicos", "informe", "informes"),
    report_links=("y", "e", "a", "al", "el", "la", "los", "las", "de", "del", "informe", "informes", "periódico", "periódicos", "inicial", "combinado", "combinados", "en", "un", "documento"),
    absence=(
        Phrase("en (ausencia de|defecto de|ausencia del|ausencia de un|ausencia de su|defecto de un) (informe|informe inicial|informe periódico|segundo informe periódico|tercer informe periódico)",
            "el examen de la situación en Xlandia, en ausencia de un informe, en su 30º período de sesiones", ),
            Phrase("(a falta de|por falta de|a falta del|en defecto de|sin|sin mediar|sin disponer de|sin contar con) (un |su |ningún |el |)(informe|informe inicial|informe periódico)", "el examen de la situación a falta de informe")),
    observations=("observaciones finales", "conclusiones finales"),
    examined=(
        "examinó", "examinado", "evaluó", "evaluado", "analizó", "analizado", "estudió", "consideró", "examen", "evaluación",
        "análisis", "estudio", "ha examinado", "ha evaluado", "aprobó", "revisó",
        "examinada", "examinadas", "examinados", "evaluada", "analizada", "analizados", "estudiado", "estudiada", "estudiados", "revisada", "abordó",
    ),
    upcoming=("será", "serán", "examinará", "evaluará", "será examinado", "estudiará", "sería"),
    follow_up=(
        "informe de seguimiento", "informe sobre el seguimiento", "información recibida en el marco del seguimiento",
        "información de seguimiento", "información sobre el seguimiento", "información relativa al seguimiento",
        "informe sobre las medidas", "informe provisional", "respuesta de seguimiento", "respuestas de seguimiento",
        "información proporcionada por el estado parte", "información facilitada por el estado parte",
        "información recibida sobre el seguimiento", "información facilitada en el marco del seguimiento",
        "seguimiento de las observaciones finales", "informe relativo al seguimiento", "informe sobre la aplicación",
        "información presentada en el marco del seguimiento", "información presentada por el estado parte", "seguimiento dado a", "información recibida con arreglo al procedimiento de seguimiento",
    ),
    replies=("informe", "información", "respuesta", "respuestas", "recordatorio", "datos", "comunicación"),
    received=(
        "recepción", "recibo", "presentación", "envío", "presentara", "presentase", "recibiera", "recibiese", "remitiera", "llegó", "transmisión", "remisión",
        "recibido", "recibida", "recibió", "recibidos", "presentado", "presentada", "presentó", "remitido", "remitida", "remitió", "transmitido", "transmitida",
        "transmitió", "enviado", "enviada", "envió", "entregado", "comunicado", "comunicada", "facilitado", "facilitada", "proporcionada", "sometido",
    ),
    owed=("debía", "debían", "debería", "deberá", "deberán", "debe", "deben", "tenía que", "será", "serán", "sea", "sean", "sería", "habría de"),
    late=(Phrase("no se (presentara|presentase|presentó|recibiera|recibiese|recibió|remitiera|remitió|transmitió|transmitiera) hasta", "Lamenta que el informe no se presentara hasta el 3 de marzo de 2025."),),
    not_the_report=(
        "anexo", "anexos", "información complementaria", "información adicional", "adicional", "complementaria", "adición",
        "corrección", "recordatorio", "recordatorios", "aclaraciones", "suplementaria", "información actualizada", "nota verbal",
    ),
    requested=(
        "solicitó", "solicita", "pidió", "pide", "invitó", "invita", "recomendó", "instó", "rogó", "solicitado", "pedido",
        "facilitara", "proporcionara", "presentara", "solicitaba", "pedía", "invitaba", "había solicitado", "había pedido", "señaló a la atención", "requirió",
    ),
    within=(
        Phrase("(en|dentro de|dentro del|en el|en un) (el plazo de |un plazo de |plazo de |los |un período de |plazo máximo de |el plazo máximo de |un plazo máximo de |)", "en el plazo de dos años"),
        Phrase("(plazo|período) (de|máximo de|no superior a|no mayor de|que no exceda de)", "un plazo de dos años"),
        Phrase("a más tardar", "a más tardar dos años después de su aprobación"),
        Phrase("en los próximos", "en los próximos dos años"),
    ),
    one_year=(Phrase("(en el|dentro del|durante el) año (siguiente|posterior|que siguió|que sigue)", "en el año siguiente a su aprobación"),),
    after=("después", "siguientes", "posteriores", "a partir", "tras", "a contar"),
    years=("año", "años", "próximos años"),
    months_unit=("mes", "meses"),
    due=(
        Phrase("(a más tardar|no más tarde del|no más tarde de|no después del|no más allá del|como máximo) (el|en|)", "a más tardar el 1 de mayo de 2021"),
        Phrase("antes (del|de)", "antes del 1 de mayo de 2021"),
        Phrase("(es decir, el|esto es, el|es decir,|o sea, el|a saber, el)", "es decir, el 1 de mayo de 2021"),
        Phrase("(hasta el|para el)", "hasta el 1 de mayo de 2021"),
    ),
    paragraph=("párrafos", "párrafo", "párrs.", "párr.", "parr", "parrs", "apartado", "apartados"),
    subparagraph=("apartado", "apartados", "inciso", "incisos", "subpárrafo", "subpárrafos", "literal", "literales", "letra", "letras", "punto", "puntos"),
    same_paragraph=("del mismo párrafo", "de ese párrafo", "de este párrafo", "de ese mismo párrafo", "de dicho párrafo"),
    recommendation=("recomendación", "recomendaciones"),
    lead_ins=(
        Phrase("En (relación|conexión) (con|a)", "En relación con la recomendación formulada en el párrafo 12 …"),
        Phrase("(Con|Por) (respecto|relación) (a|al|de|del)", "Con respecto a la recomendación formulada en el párrafo 12 …"),
        Phrase("(Respecto|Acerca|A propósito|Con referencia) (de|del|a|al)", "Respecto de la recomendación formulada en el párrafo 12 …"),
        Phrase("En lo (que respecta|que se refiere|que concierne|que atañe|relativo|tocante|concerniente|referente) (a|al)", "En lo que respecta al párrafo 12 …"),
        Phrase("(En|Por) lo que (concierne|toca|hace|atañe) (a|al)", "En lo que concierne al párrafo 12 …"),
        Phrase("(En cuanto|Por lo que respecta|Por lo que se refiere|Por cuanto se refiere) (a|al)", "En cuanto al párrafo 12 …"),
        Phrase("Sobre (la|el|las|los)", "Sobre la recomendación que figura en el párrafo 12 …"),
        Phrase("(Tocante|Referente|Relativo|Pasando|Refiriéndose|Concerniente) (a|al)", "Referente al párrafo 12 …"),
        Phrase("(Recordando|Reiterando|Considerando|Bajo|Para) (la|el|su|las|los)", "Recordando la recomendación del párrafo 12 …"),
        Phrase("(En el|En los) (párrafo|párrafos)", "En el párrafo 12 …"),
        Phrase("(Seguimiento|Aplicación) (de|del|al)", "Seguimiento del párrafo 12: el Comité …"),
    ),
    cross_references=(
        Phrase("(véase|véanse|ver|cf.)( también| asimismo|)", "véase también el párrafo 29"),
        Phrase("(recomendado|solicitado|señalado|indicado|mencionado|dispuesto|referido) en", "como se ha señalado en el párrafo 29"),
        Phrase("(leída |leído |)(conjuntamente|junto|en conjunción) con", "leída conjuntamente con el párrafo 29"),
        Phrase("(de conformidad|en consonancia|de acuerdo) con", "de conformidad con el párrafo 29"),
        Phrase("(observación general|artículo|artículos|art.) … ", "artículo 22, párrafo 2"),
        Phrase("(vinculada|relacionada|ligada) (con|a|al)", "relacionada con el párrafo 29"),
    ),
    closings=(
        Phrase("(El Comité|Este Comité) (espera|confía|aguarda|desea|se congratula|se complace) … diálogo (constructivo|fructífero|con las autoridades|con el Estado parte|con el Gobierno|con su|que|entablado|iniciado)",
               "El Comité espera continuar el diálogo constructivo con las autoridades."),
        Phrase("(El Comité|Este Comité) (alienta|invita) … diálogo con el Comité", "El Comité alienta a Xlandia a continuar el diálogo con el Comité."),
        Phrase("(El Comité|Este Comité) (expresa|desea expresar|quiere expresar|manifiesta) su (agradecimiento|gratitud|reconocimiento)", "El Comité desea expresar su agradecimiento al Gobierno."),
        Phrase("El Comité … (concluye|concluido|pone fin|cierra|suspender|finaliza) … procedimiento de seguimiento", "El Comité da por concluido el procedimiento de seguimiento."),
        Phrase("El procedimiento de seguimiento … (concluido|cerrado|terminado|finalizado)", "El procedimiento de seguimiento queda concluido."),
        Phrase("(El Comité|Este Comité) (espera|confía en|cuenta con|alienta|invita) … (cooperación del Estado parte|cooperación con el Comité|colaboración con el Comité)",
               "El Comité confía en la cooperación del Estado parte."),
        Phrase("(El Comité|Este Comité) (espera|confía|desea|hace votos|no duda|tiene la esperanza) … (todas sus|todas las|la totalidad de sus|la totalidad de las|el conjunto de sus|el conjunto de las|sus) (recomendaciones|observaciones finales)",
               "El Comité confía en que todas las recomendaciones habrán sido aplicadas antes del examen del próximo informe."),
        Phrase("(El Comité|Este Comité) (agradece|le agradece|desea agradecer|quiere agradecer|desea agradecerle) (al Estado|a la|al Gobierno|a las autoridades|su|la cooperación|la colaboración)", "El Comité agradece al Estado parte su cooperación."),
        Phrase("(El Comité|Este Comité) (queda|permanece|sigue|está|se mantiene) (a disposición|a la disposición|a su disposición)", "El Comité queda a disposición del Estado parte."),
        Phrase("(El Comité|Este Comité) (aprecia|valora|acoge) … (diálogo constructivo|diálogo con el Comité|cooperación del Estado parte|su cooperación)", "El Comité valora el diálogo constructivo con las autoridades."),
        Phrase("(El Comité|Este Comité) (aguarda|espera) (con interés |)(recibir |examinar |)(el|los) … (informe periódico|informes periódicos)", "El Comité aguarda con interés el tercer informe periódico de Xlandia."),
        Phrase("El (próximo|segundo|tercer|cuarto) informe periódico … (presentarse|presentado|deberá)", "El próximo informe periódico deberá presentarse el 1 de mayo de 2024."),
        Phrase("(El Comité|Este Comité) recuerda … informe periódico … (presentarse|presentado|presentar|deberá)", "El Comité recuerda que el próximo informe periódico deberá presentarse el 1 de mayo de 2024."),
        Phrase("(El Comité|Este Comité) (invita|solicita|pide|alienta) … (información adicional|información complementaria|más información|información actualizada|esa información|esta información) en (su|el)",
               "El Comité invita a Xlandia a que facilite información adicional en su próximo informe periódico."),
        Phrase("La secretaría (del Comité |)(queda|permanece|está|sigue)", "La secretaría queda a su disposición."),
    ),
    this_letter=("la presente carta", "esta carta", "la presente comunicación", "de la presente"),
    reader=("usted", "ustedes", "Vuestra Excelencia", "su distinguido Gobierno", "le agradezco", "le agradecería", "le agradeceré", "quisiera agradecer", "quisiera aprovechar", "quisiera expresar", "quisiera reiterar", "me complace agradecer", "quedo a", "quedamos a", "le saludo", "le saluda"),
    farewells=(
        Phrase("(Le ruego|Le ruego que|Sírvase|Rogamos|Ruego a usted|Le rogamos|Ruego) (acepte|aceptar|reciba|recibir)", "Le ruego acepte, Excelencia, las seguridades …"),
        Phrase("(Reciba|Acepte|Sírvase recibir|Sírvase aceptar|Quiera aceptar|Tenga a bien aceptar) … (consideración|estima|respeto|saludo|saludos|aprecio)", "Reciba usted, Señor Embajador, un atento saludo."),
        Phrase("(Hago propicia|Me valgo de|Hacemos propicia|Se vale de|Hace propicia|Válgome de|Aprovecho|Aprovechamos) (la|esta) (ocasión|oportunidad)", "Hago propicia la ocasión para reiterarle mi más alta consideración."),
    ),
    assurances=(
        Phrase("(las seguridades|la seguridad|el testimonio|la expresión|las expresiones|las muestras|los sentimientos) de (mi|su|nuestra|nuestro) (más |)(alta|distinguida|consideración|mayor|estima|aprecio|profundo|profunda|sincera)", "… las seguridades de mi más alta consideración."),
        Phrase("(aprovecha|aprovecho|se vale de|hace propicia) (esta|la) (oportunidad|ocasión) para (reiterar|reiterarle|renovar|renovarle|expresar|expresarle|saludar|saludarle)", "El Comité aprovecha esta oportunidad para reiterar a la Misión Permanente su consideración."),
    ),
    valedictions=("Atentamente", "Muy atentamente", "Cordialmente", "Respetuosamente", "Saludos", "Un cordial", "Un atento", "Con mis", "Con el testimonio", "Con atentos", "Le saluda", "Lo saluda", "Suyo", "Suya"),
    speech=SPANISH_SPEECH,
    telling=SPANISH_TELLING,
    framing=SPANISH_FRAMING,
    committee=("el comité", "comité", "este comité", "la presidenta", "el presidente", "yo", "nosotros"),
    auxiliaries=("ha", "han", "había", "es", "está", "están", "fue", "fueron", "sido", "sigue", "siguen", "permanece", "como", "ser", "son", "se", "haber", "por", "continúa", "queda", "haya", "estar", "habría", "habían"),
    fillers=(
        "se", "ha", "han", "sido", "aún", "todavía", "hasta la fecha", "hasta ahora", "ya", "también", "fue", "fueron", "está", "están",
        "asimismo", "por tanto", "por consiguiente", "como", "es", "son", "había", "solo", "sólo", "haya", "hayan", "siquiera", "en absoluto", "por lo tanto", "así", "únicamente", "ser", "hasta el momento", "actualmente", "solamente", "estar", "considerada", "considerarse", "respectivamente",
    ),
    done=(
        "aplicada", "aplicado", "aplicadas", "aplicados", "implementada", "implementado", "implementadas", "implementados", "cumplida",
        "cumplido", "cumplidas", "cumplidos", "ejecutada", "ejecutado", "ejecutadas", "puesta en práctica", "puesto en práctica", "puestas en práctica", "llevada a la práctica",
        "llevado a la práctica", "llevadas a la práctica", "llevada a cabo", "llevadas a cabo", "llevado a cabo",
    ),
    nouns=(),
    wordings=_WORDINGS,
    neither=_NEITHER,
    limits=(
        "en", "solo", "sólo", "parcialmente", "excepto", "salvo", "de manera", "de forma", "con", "para", "únicamente", "adecuadamente", "satisfactoriamente",
        "suficientemente", "insuficientemente", "a nivel", "cuando", "si", "bajo", "sin", "debidamente", "efectivamente", "de modo", "a", "formalmente", "solamente", "entre",
    ),
    no_verdicts=(
        "pertinente", "válida", "vigente", "importante", "esencial", "de actualidad", "de suma", "prioritaria", "relacionada",
        "formulada", "formuladas", "que figura", "aplicable", "necesaria", "urgente", "dirigida", "basada", "de gran", "contenida", "fundamental",
    ),
    labels=(
        "evaluación", "calificación", "conclusión", "valoración", "estado de aplicación", "grado de aplicación", "nivel de aplicación",
        "evaluación del comité", "conclusión del comité", "estado de cumplimiento", "grado de cumplimiento", "nivel de cumplimiento", "grado de implementación", "resultado", "recomendación", "aplicación", "valoración del comité",
    ),
    respectively=("respectivamente",),
    urges=(
        "alienta", "recomienda", "insta", "invita", "exhorta", "pide", "solicita", "acoge", "toma nota", "observa", "lamenta",
        "celebra", "expresa", "reitera", "valora", "se congratula", "anima", "saluda",
    ),
    reminders=(
        Phrase("(no|todavía no|aún no) (ha|han|se ha|se han) (recibido|presentado|remitido|facilitado|enviado|transmitido)", "El Comité aún no ha recibido el informe de seguimiento."),
        Phrase("no ha sido (recibido|presentado|remitido|transmitido)", "El informe de seguimiento no ha sido recibido."),
        Phrase("(ningún informe|ninguna información|ninguna respuesta) … (recibido|recibida|presentado|llegado)", "Ningún informe de seguimiento ha sido recibido."),
        Phrase("recordatorio", "La presente carta constituye un segundo recordatorio."),
        Phrase("sigue (esperando|a la espera)", "El Comité sigue a la espera del informe de seguimiento."),
        Phrase("(está|se encuentra|sigue|continúa|permanece) (atrasado|retrasado|pendiente|vencido)", "El informe de seguimiento está atrasado."),
        Phrase("(debía|debería) haberse (presentado|recibido|remitido)", "El informe de seguimiento debía haberse presentado el 1 de mayo de 2021."),
    ),
    acknowledgements=(
        Phrase("(ha|hemos|he) recibido (el|la|las|los|su|dicho|dicha) (informe|información|respuesta|respuestas)", "El Comité ha recibido el informe de seguimiento."),
        Phrase("(acusar|acuso|acusa|acusamos) recibo", "Tengo el honor de acusar recibo del informe de seguimiento."),
        Phrase("(agradezco|agradecer|agradece|agradecerle) … (informe de seguimiento|información|informe) … (recibido|recibida|presentado|presentada|remitido|transmitido)",
               "Agradezco a su Gobierno el informe de seguimiento recibido el 14 de mayo de 2021."),
    ),
    honorifics=(
        "excelentísimo señor", "excelentísima señora", "excelentísimo sr.", "excelentísima sra.", "excmo.", "excma.", "excmo", "excma", "su excelencia", "s.e.",
        "a su excelencia", "excelentísimo", "excelentísima", "al excelentísimo señor", "a la excelentísima señora", "excmo. señor", "excma. señora",
    ),
    titles=("Sr.", "Sra.", "Sr", "Sra", "Srta.", "Señor", "Señora", "Don", "Doña", "D.", "Dr.", "Dra.", "Lic."),
    address=(
        Phrase("(Embajador|Embajadora) …", "Embajador Extraordinario y Plenipotenciario"),
        Phrase("Representante (Permanente|Alterno|Alterna|Permanente Alterno) …", "Representante Permanente de la República de Xlandia"),
        Phrase("Misión Permanente …", "Misión Permanente de la República de Xlandia"),
        Phrase("(Ministro|Ministra|Consejero|Consejera|Primer Secretario|Primera Secretaria) …", "Ministro Consejero"),
        Phrase("(Encargado|Encargada) de Negocios …", "Encargado de Negocios a.i."),
        Phrase("ante (la|las|los|el) …", "ante la Oficina de las Naciones Unidas"),
        Phrase("y (otros|otras|ante otros|ante otras|los demás|demás) (organismos|organizaciones) internacionales …", "y otros organismos internacionales en Ginebra"),
        Phrase("(en |)Ginebra … Suiza", "Ginebra, Suiza"),
        Phrase("(en |)Ginebra", "Ginebra"),
        Phrase("Suiza", "Suiza"),
        Phrase("(en |)(Nueva York|Bruselas|Berna|Viena|Londres|París|Roma|La Haya)", "Nueva York"),
        Phrase("(en |)(Nueva York|Bruselas|Berna|Viena|Londres|París|Roma|La Haya), …", "Bruselas, Bélgica"),
    ),
    contacts=("correo electrónico", "correo", "correo-e", "e-mail", "email", "tel", "tel.", "teléfono", "fax"),
    roles=("Vicepresidenta", "Vicepresidente", "Presidenta", "Presidente", "Relatora", "Relator", "Secretaria", "Secretario"),
    signed=("firmado", "firma"),
    reference_labels=("referencia", "ref", "ref.", "nuestra referencia", "nuestra ref", "nuestra ref.", "n/ref", "n/ref.", "referencias"),
    place_names=("ginebra",),
    abbreviations=("sr", "sra", "srta", "srs", "sres", "d", "dr", "dra", "lic", "art", "arts", "párr", "párrs", "parr", "parrs", "núm", "núms", "num", "nums", "excmo", "excma", "pág", "págs", "ref", "p.ej", "etc", "cf", "ee", "uu", "add", "corr", "n"),
    dangling=("el", "la", "los", "las", "de", "del", "y", "e", "a", "al", "un", "una", "por", "para", "con", "en", "o", "que", "su", "sus", "sobre", "se", "ha", "han", "sido", "párrafo", "párrafos", "estado", "como"),
)  # fmt: skip
