"""Spanish: the words by which a verdict of the Committee is told from anything else."""

from __future__ import annotations

from ..wording import Phrase
from .speech import Speech

SPANISH_SPEECH = Speech(
    speakers=(
        "el comité", "este comité", "nuestro comité", "el comité de los trabajadores migratorios", "el comité de trabajadores migratorios",
        "el comité de protección de los derechos de todos los trabajadores migratorios y de sus familiares", "yo", "nosotros",
    ),
    pronouns=("este", "éste"),
    drops_pronouns=True,
    considers=(
        Phrase("(considera|ha considerado|consideró|estima|ha estimado|juzga|concluye|ha concluido|concluyó|opina|evalúa|constata|entiende|cree|califica|declara)", "El Comité considera que …"),
        Phrase("(considerar|concluir|estimar|constatar|declarar|consideramos|considero|constató|estimó)", "El Comité no puede concluir que …"),
        Phrase("(reitera|reafirma|mantiene|confirma) (que|su opinión de que|su conclusión de que|su valoración de que)", "El Comité reitera que …"),
        Phrase("(sigue|continúa) (considerando|estimando|opinando|entendiendo)", "El Comité sigue considerando que …"),
        Phrase("(es|era) (por tanto |por lo tanto |)de la opinión", "El Comité es de la opinión de que …"),
        Phrase("(decide|decidió|determina|determinó|da por|tiene por|llega a la conclusión|llegó a la conclusión|llegado a la conclusión)", "El Comité llega a la conclusión de que …"),
    ),
    impersonal=(
        Phrase("se (considera|estima|concluye|entiende|constata|puede considerar|puede concluir) (por tanto |por lo tanto |)que", "Se considera que …"),
        Phrase("(cabe|es posible|procede|corresponde|hay que|debe)(, pues,| pues|, por tanto,| por tanto|, entonces,|) (considerar|concluir|constatar|estimar) que", "Cabe considerar que …"),
        Phrase("(cabe|puede) (considerarse|concluirse) que", "Puede considerarse que …"),
        Phrase("(a juicio|en opinión|a criterio|en la opinión|según el parecer|a ojos) (de este|del) comité", "A juicio del Comité, …"),
        Phrase("(para|según) el comité", "Para el Comité, …"),
        Phrase("(a su juicio|en su opinión|a su parecer)", "A su juicio, …"),
        Phrase("la (opinión|conclusión|valoración|evaluación) del comité", "La conclusión del Comité es que …"),
    ),
    judged=(
        "considerada", "consideradas", "considerarse", "se considera", "se consideran", "estimarse", "estimada", "estimadas", "juzgada", "juzgadas", "calificada",
        "calificadas", "evaluada", "evaluadas", "valorada", "valoradas", "darse por", "se da por", "se dan por", "tenida por", "tenerse por", "se tiene por", "se estima", "se estiman",
    ),
    modals=("puede", "pueden", "cabe", "debe"),
    passive=("se", "ser", "sido"),  # before a verb of judging: its subject is not who judges
    by=("por",),
    notes=(
        Phrase("(observa|toma nota|señala|nota|reconoce|advierte|subraya|destaca|recuerda|hace notar|pone de relieve|es consciente|tiene conocimiento)", "El Comité observa que …"),
        Phrase("(lamenta|acoge|celebra|se congratula|le preocupa|sigue preocupado|está preocupado|valora|felicita|agradece|se felicita|deplora)", "El Comité lamenta que …"),
        Phrase("(expresa su|manifiesta su|ha sabido|supo|se complace)", "El Comité expresa su preocupación por que …"),
    ),
    says=(
        "informa", "informó", "ha informado", "indica", "indicó", "ha indicado", "afirma", "afirmó", "ha afirmado", "sostiene",
        "sostuvo", "según", "señala que el estado parte", "declara", "declaró", "ha declarado", "asegura", "aseguró",
        "manifiesta", "manifestó", "alega", "alegó", "declaración", "afirmación", "a juicio del estado parte", "en opinión del estado parte",
        "de acuerdo con", "de que el estado parte", "explica", "explicó", "anuncia", "anunció", "comunica", "comunicó", "la información de que", "reporta", "reportó",
        "confirma", "confirmó", "señaló", "ha señalado", "dice", "dijo", "expresa", "expresó", "indicación",
    ),
    hopes=(
        Phrase("(espera|esperamos|confía|desea|aguarda|anhela|cuenta con que)", "El Comité confía en que …"),
        Phrase("(no duda|no le cabe duda|tiene la esperanza|está seguro|está convencido|tiene confianza|abriga la esperanza)", "El Comité no duda de que …"),
    ),
    others=(
        "estado parte", "el estado parte", "estados partes", "gobierno", "delegación", "autoridades", "ministerio", "ministro",
        "sociedad civil", "organizaciones", "organización", "ong", "institución", "defensoría", "defensor", "informe",
        "fuentes", "misión", "parlamento", "comisión", "estado", "representante", "respuestas", "procuraduría",
    ),
    attributions=(
        Phrase("para (el|la|los|las|amnistía|amnesty|human)", "Para la Defensoría del Pueblo, la recomendación no se ha aplicado."),
        Phrase("(según|conforme a|de acuerdo con|al decir de|a decir de)", "Según la Defensoría del Pueblo, la recomendación no se ha aplicado."),
        Phrase("(a juicio|en opinión|a criterio|en la opinión|a ojos|desde el punto de vista|a entender)", "A juicio de la Defensoría del Pueblo, la recomendación no se ha aplicado."),
    ),
    no_opinions=("para la mayor parte", "para el resto"),
    adverbs=(
        "por lo tanto", "por tanto", "sin embargo", "no obstante", "asimismo", "también", "en consecuencia", "por consiguiente", "además", "así pues", "no", "ha", "había",
        "no puede sino", "no puede más que", "no puede menos que", "se ve obligado a", "ha de", "debe", "sino",
        "por su parte", "ahora", "hoy", "actualmente", "aún", "todavía", "en general", "igualmente", "pues", "puede", "tampoco", "se", "le", "la", "las", "finalmente", "en conclusión", "así", "en su conjunto",
    ),
    openers=(
        Phrase("(por lo tanto|por tanto|sin embargo|no obstante|en consecuencia|por consiguiente|así pues|asimismo|además|finalmente|por último|en conclusión|en suma|en resumen|en definitiva|así)", "Por consiguiente, la recomendación no se ha aplicado."),
        Phrase("(hasta la fecha|hasta ahora|hasta el momento|a día de hoy|en la actualidad|actualmente|por el momento|en general|en conjunto|en su conjunto)", "Hasta la fecha, la recomendación no se ha aplicado."),
        Phrase("(a la luz|habida cuenta|teniendo en cuenta|en vista|dado|dada|dados|dadas|sobre la base|sobre esta base|en base|a este respecto|a tal efecto|por estas razones|por estos motivos|por ello|por esta razón|en relación|con respecto|respecto|en cuanto|por lo que se refiere|en lo que)", "A la luz de lo anterior, la recomendación no se ha aplicado."),
        Phrase("(a pesar|pese|no obstante|habiendo|tras|considerando|aunque|si bien|aun cuando|mientras que|puesto que|ya que|como|debido|ante|después|en ausencia|a falta|por falta)", "Pese a los esfuerzos realizados, la recomendación no se ha aplicado."),
        Phrase("(en|sobre|a|con|por|bajo|durante) (este|esta|estos|estas|ese|esa|esos|esas|su|sus|tal|tales|dicho|dicha) ", "En estas condiciones, la recomendación no se ha aplicado."),
        Phrase("(leída|leídas|leído|junto|conjuntamente|así como|recordando|reiterando|tomada|tomadas)", "La recomendación, leída conjuntamente con el párrafo 15, no se ha aplicado."),
    ),
    governs=("a", "de", "del", "por", "con", "al", "para", "ante", "sobre", "contra", "y", "o", "que", "informado", "como", "según"),
    of=("de", "del"),
    determiners=(
        "la", "las", "esta", "estas", "esa", "esas", "dicha", "dichas", "su", "sus", "todas", "toda", "ambas", "primera", "segunda", "tercera", "última", "dos", "tres", "cuatro", "cinco", "presente", "presentes",
        "citada", "citadas", "mencionada", "mencionadas", "misma", "mismas", "de", "el", "los", "referida", "referidas",
    ),
    stand_ins=("la que", "las que", "la", "las", "aquella", "aquellas", "esta última", "estas últimas", "la contenida", "la formulada"),
    referring=("esta", "estas", "ésta", "éstas", "esta última", "estas últimas", "la misma", "las mismas", "ella", "ellas"),
    contained=(
        "que figura", "que figuran", "que en él figura", "que en él se formula", "que en él se hace", "allí formulada", "que allí figura", "contenida", "contenidas", "formulada", "formuladas", "hecha", "hechas", "enunciada", "enunciadas", "recogida", "recogidas", "dirigida", "dirigidas",
        "mencionada", "mencionadas", "indicada", "indicadas", "incluida", "incluidas", "emitida", "emitidas", "expresada", "señalada", "señaladas", "reflejada", "reflejadas", "citada", "adoptada",
        "que se formuló", "que se formula", "que se hizo", "que se recoge", "que consta", "que se enuncia", "figura", "figuran", "relativa a", "relativas a", "relativa al", "referente a", "del párrafo", "de los párrafos", "en el párrafo", "en los párrafos", "del apartado", "de los apartados", "en el apartado", "en los apartados", "del inciso", "de los incisos",
    ),
    attached=(
        "que contiene", "que el comité", "relativa", "relativas", "referente", "referentes", "relacionada",
        "relacionadas", "sobre", "de", "del", "en", "a", "al", "por", "para", "acerca", "consistente", "con", "el", "la",
        "los", "las", "su", "sus", "este", "esta", "párrafo", "párrafos", "párr.", "párrs.", "apartado", "apartados",
        "observaciones finales", "estado parte", "comité", "y", "o", "e", "núm.", "anterior", "anteriores", "mismo",
    ),
    relatives=("que", "quien", "quienes", "cual", "cuales", "cuyo", "cuya", "cuyos", "cuyas", "donde"),
    that=("que", "de que"),
    conjunctions=("y", "e", "pero", "mientras que", "aunque", "si bien", "o", "ni", "sino", "y que", "pero que", "ya que", "puesto que", "por lo que", "por lo cual", "de modo que"),
    finite=("ha", "han", "es", "son", "fue", "fueron", "había", "habían", "sigue", "siguen", "permanece", "queda", "continúa"),
    verbs=("llevó", "exige", "requiere"),
    nonfinite=("sido", "ser", "haber", "estar", "como", "por", "se"),
    links=("como", "por"),
    open_questions=(
        "si", "empezado a", "comenzado a", "empieza a", "hasta que", "a menos", "en qué medida", "debería", "deberían", "debe", "deben", "será", "serán", "sería", "serían", "habrá", "habrán", "habría", "habrían",
        "podría", "a fin", "para que", "vele", "velar", "asegure", "necesario que", "importante que", "esencial que", "alienta",
        "invita", "insta", "recomienda", "exhorta", "pide", "solicita", "antes de", "cuando", "una vez", "espera", "con miras", "sea", "sean", "garantizar", "asegurar",
    ),
    negations=(
        "no", "ni", "nunca", "jamás", "sin", "ningún", "ninguna", "tampoco", "apenas", "casi", "lejos", "en lugar de", "en vez de",
    ),
    parts=(
        Phrase(
            "(parte|partes|elemento|elementos|aspecto|aspectos|algunos|algunas|mayoría|mitad|varios|componente|componentes|puntos|una) "
            "de (la|las|esta|estas|dicha|su) (recomendación|recomendaciones)",
            "El Comité considera que parte de la recomendación se ha aplicado.",
        ),
        Phrase("(primera|segunda|última|primer|segundo|último) (parte|elemento|aspecto|mitad)", "la primera parte de la recomendación"),
        Phrase("algunas recomendaciones", "Algunas recomendaciones se han aplicado."),
    ),
    curbs=("al menos", "por lo menos", "sobre el papel", "en teoría", "formalmente", "en principio", "solo", "sólo", "solamente", "únicamente", "parcialmente", "en parte", "salvo", "excepto", "excepción", "en cierta medida", "en medida limitada", "a medias", "exclusivamente", "siquiera"),
    contrasts=("pero", "aunque", "mas", "y"),
    rejects=("rechazado", "rechaza", "rechazo"),
    state=("estado parte", "gobierno", "autoridades", "estado"),
    inability=("no está en condiciones", "no puede", "no ha podido", "no le es posible", "no es posible", "no le ha sido posible", "imposible", "permite", "permiten"),
    lacks=("carece", "carecía", "recibido", "dispone", "disponía", "cuenta", "tiene"),
    objects=("al comité", "le permite", "le permiten", "nos"),
    assessed=(
        "si", "en qué", "en", "qué", "medida", "grado", "nivel", "aplicación", "implementación", "cumplimiento", "ejecución", "el", "la", "las", "los", "de", "del", "un", "una", "evaluación", "estado", "avance", "avances", "progreso", "progresos",
        "y", "plena", "efectiva", "sobre", "a", "seguimiento", "dado", "hasta", "punto", "párrafo", "párrafos", "relativos", "relativa", "realizados", "logrados", "para", "evaluar", "valorar", "determinar", "pronunciarse", "puesta en práctica", "acerca", "respecto", "relación", "con", "cuanto", "al", "medidas", "tomadas", "adoptadas", "desde", "entonces", "en virtud", "en cumplimiento", "emitir", "juicio", "realizar", "efectuar", "cuestión",
    ),
)  # fmt: skip
