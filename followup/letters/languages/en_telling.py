"""English: how grades are dealt out, recalled and retold."""

from __future__ import annotations

from ..reading import Grade
from ..wording import Phrase, Wording
from .telling import LAST, OTHER, Telling

ENGLISH_TELLING = Telling(
    places={
        "the former": 0, "the latter": LAST, "the first": 0, "the second": 1, "the third": 2, "the fourth": 3,
        "the last": LAST, "the first-mentioned": 0, "the last-mentioned": LAST, "the other": OTHER, "the others": OTHER,
        "the rest": OTHER, "the remaining": OTHER, "the remainder": OTHER,
    },
    exceptions=(
        Phrase("with the (sole |single |only |)exception of", "All recommendations have been implemented, with the exception of the one in paragraph 39."),
        Phrase("(except for|except|excepting|save for|save|apart from|other than|excluding|but for|barring|unlike)", "All recommendations have been implemented, except for the one in paragraph 39."),
    ),
    pointed=("has", "have", "had", "not", "only", "one", "ones", "two", "of which", "of these", "of those", "of them", "remains", "partially", "being"),
    everything=(
        Phrase("all (of |)(the |these |those |its |)(above |foregoing |aforementioned |above-mentioned |other |three |four |five |remaining |)recommendations",
               "All the above recommendations have been implemented."),
        Phrase("(the|these|its) (other|remaining) recommendations", "The remaining recommendations have been implemented."),
        Phrase("each of (the|these|those) (above |foregoing |)recommendations", "Each of these recommendations has been implemented."),
    ),
    echoes=(
        Wording(Grade.NOT_IMPLEMENTED, "not", "The recommendation in paragraph 12 has been implemented and that in paragraph 14 has not."),
        Wording(Grade.NOT_IMPLEMENTED, "not yet", "The recommendation in paragraph 12 has been implemented and that in paragraph 14 not yet."),
        Wording(Grade.NOT_IMPLEMENTED, "not (yet |)been",
                "The recommendation in paragraph 12 has been implemented and that in paragraph 14 has not been."),
        Wording(Grade.PARTIALLY_IMPLEMENTED, "(only |)(partially|partly|in part)",
                "The recommendation in paragraph 12 has been implemented and that in paragraph 14 only partially."),
    ),
    judged=(
        "considered", "found", "concluded", "held", "deemed", "regarded", "assessed", "evaluated", "determined", "decided", "judged",
        "rated", "graded", "classified", "took the view", "believed", "was of the view", "was of the opinion", "came to the conclusion",
        "reached the conclusion", "observed", "noted", "stated", "expressed the view", "said",
    ),
    judged_before=("had",),
    perfect=("has", "have", "having", "is", "are", "be", "been", "to be", "to have been"),
    between=("previously", "earlier", "already", "once", "then", "formerly", "only", "initially", "first", "so", "just", "rightly", "at the time", "been", "therefore"),
    was=("had been", "had not", "had", "was", "were"),
    has=("has", "have", "is", "are", "remains", "remain", "stands"),
    was_before=("had been", "had not", "had only", "had yet", "had largely", "had already", "had"),
    acts=(
        Phrase("(in|by|with) (its|the|that|a|an|another|two) (letter|letters|communication)", "In its letter of 8 May 2019, the Committee considered that …"),
        Phrase("(previous|earlier|prior|preceding|last|first|initial|former|second|past) (follow-up |)(letter|letters|assessment|assessments|evaluation|evaluations|review|examination|communication|cycle|round)",
               "In its previous letter, the Committee considered that …"),
        Phrase("(previous|earlier|prior|preceding|last|first|initial|former|second|past) (follow-up |)(report|session|sessions|finding|findings|conclusion|conclusions|appraisal|analysis|exchange|correspondence|stage|occasion)",
               "On the last occasion, the Committee considered that …"),
    ),
    earlier=(
        Phrase("(recalls|recalling|recall|recalled) (that|having|its|how)", "The Committee recalls that it considered …"),
        Phrase("(when it last|when it first|last time|the last time|when last|until then)", "When it last examined the matter, the Committee considered that …"),
        Phrase("(previously|earlier|formerly|at the time|at that time|then|in the past|originally|initially|on that occasion|on an earlier occasion|once|back in|two years ago|years ago|ago|a year earlier|already in)",
               "The Committee previously considered that …"),
        Phrase("(at|during|in) (its|the) … session", "At its thirty-first session, the Committee considered that …"),
    ),
    answers=(
        Phrase("(reply|replies|response|responses|comments|comment|information|observations|position|statement|submission|views|remarks|explanations) (of|from|by) (the |)(State party|Government|authorities|delegation|State)",
               "Reply of the State party: The recommendation has been implemented."),
        Phrase("(information|comments|observations|explanations|replies|response) (received|provided|submitted|furnished|given|supplied|communicated) (from|by) (the |)(State party|Government|authorities|delegation|State)",
               "Information received from the State party"),
        Phrase("(State party's|Government's|State's|delegation's) (reply|replies|response|responses|comments|comment|information|observations|position|statement|submission|views|account|report)",
               "State party's reply: The recommendation has been implemented."),
        Phrase("(State party's|Government's|State's|delegation's) (follow-up report|follow-up reply|remarks|explanations|assessment|self-assessment|evaluation|own assessment)",
               "State party's self-assessment: implemented."),
        Phrase("(reply|replies|response|responses|State party|Government|self-assessment|information received|information provided|State reply|State party reply|State party response)",
               "Reply: The recommendation has been implemented."),
        Phrase("(answer|answers) (of|from|by) (the |)(State party|Government|authorities|delegation|State)", "Answer of the Government: The recommendation has been implemented."),
        Phrase("(measures taken|action taken|steps taken|follow-up information|further information|background|answer|answers)", "Measures taken"),
        Phrase("(measures reported|action reported|reported action|measures taken by the State party|action taken by the State party|steps reported)", "Measures reported: The recommendation has been implemented."),
        Phrase("summary of (the |)(reply|replies|response|responses|information|comments|State party's|Government's|State's)", "Summary of the State party's reply: …"),
    ),
    answered=(
        Phrase("(summarized|summarised|set out|reproduced|quoted|given) (as follows|below|thus|in the following terms)", "The reply may be summarized as follows."),
        Phrase("(replied|responded|answered|wrote|reported|stated|declared|explained|indicated|informed the Committee|replies|responds|states|reports|advised) … (as follows|the following|thus|in these words|in these terms|in the following terms|in the following words)", "The State party replied as follows."),
        Phrase("(as follows|the following) … (reply|response|answer) … (State party|Government|authorities)", "The following is the reply of the State party."),
        Phrase("(the|its) (reply|response|answer) (of the State party |of the Government |)(reads|read|was|is|runs|states) (as follows|the following|thus)", "Its reply reads as follows."),
        Phrase("(to quote|quoting|in the words of) the (reply|State party|Government|report)", "In the words of the State party:"),
    ),
    told=("reply", "replies", "response", "responses", "answer", "answers", "account", "statement", "submission", "position", "explanation", "explanations", "assertion", "claim", "comments", "view", "views", "opinion", "self-assessment", "evidence", "testimony"),
    appraisals=(
        Phrase("(the |)Committee's (evaluation|assessment|comments|comment|observations|conclusion|conclusions|appraisal|view|views|analysis|finding|findings|remarks|grade)", "Committee's evaluation"),
        Phrase("(evaluation|assessment|comments|comment|observations|conclusion|conclusions|appraisal|view|views|analysis|finding|findings|remarks) (of|by|from) the Committee", "Evaluation of the Committee"),
        Phrase("(evaluation|assessment|appraisal|analysis|conclusion|conclusions|finding|findings|Committee|grade|action requested|further action|requests)", "Assessment"),
    ),
    disputes=(
        Phrase("(contrary to|unlike|despite|notwithstanding|irrespective of|in spite of|whatever|regardless of|different from|differently from) (what|the|its|that|this|such|any)", "Contrary to what the State party asserts, the recommendation has not been implemented."),
    ),
    objects=(),
    against=(
        "are contrary", "are clearly contrary", "is contrary", "run contrary", "runs contrary", "go contrary", "run counter", "runs counter", "go counter", "goes counter", "remain contrary", "were contrary", "was contrary", "contravene", "contravenes", "contradict", "contradicts", "are counter", "constitute", "constitutes", "runs against", "run against", "go against", "goes against", "stand contrary",
    ),
    each=("each of them", "both of them", "all of them", "each of these", "all of these", "both of these", "all three"),
    verdicts=(
        Phrase("(falls|fall|fell) (well |far |somewhat |)short of (full |complete |proper |effective |)(implementation|compliance|being implemented|what was recommended|the recommendation)", "The recommendation falls short of full implementation."),
        Phrase("(remains|remain|has remained|is|are) (largely |essentially |)a dead letter", "The recommendation has remained a dead letter."),
        Phrase("(no|few|little|insufficient) (measures|steps|action|progress|efforts) … (taken|made|undertaken) … (implement|implementation of|implementing) (the|this|its|that|these) (recommendation|recommendations)", "No measures have been taken to implement the recommendation."),
        Phrase("no effect has been given to (the|this|its|that|these) (recommendation|recommendations)", "No effect has been given to the recommendation."),
        Phrase("(the|this) (recommendation|recommendations) (has|have) (not been|been) (addressed|taken up|heeded|ignored|disregarded|followed up)", "The recommendation has been ignored."),
    ),
    implementation=("implementation", "application", "compliance", "fulfilment", "fulfillment"),
    degrees={
        "partial": Grade.PARTIALLY_IMPLEMENTED, "full": Grade.IMPLEMENTED, "complete": Grade.IMPLEMENTED,
        "substantial": Grade.SUBSTANTIALLY_IMPLEMENTED, "incomplete": None, "limited": None, "insufficient": None,
        "inadequate": None, "uneven": None, "minimal": None, "adequate": None, "satisfactory": None, "ongoing": None,
    },
    undone=("(non-|lack of |absence of |failure of )(implementation|application|compliance|fulfilment)", "no implementation"),
    states=(
        "is", "was", "are", "there is", "there has been", "there was", "there have been", "amounts to", "amount to", "amounted to",
        "constitutes", "constitute", "represents", "represent", "points to", "point to", "indicates", "means", "equivalent to",
    ),
    copulas=("is", "are", "remains", "has been", "was", "stays"),
    articles=("a", "an", "the", "only"),
    indefinite=("a", "an"),
    gradings=("grade", "mark", "category", "rating", "classification", "class", "label"),
    shows=("shows", "show", "sees", "receives", "displays"),
    only=("\x05",),
    third=(
        "civil society", "civil society organizations", "organizations", "organisations", "ngos", "ngo", "institution", "ombudsman", "ombudsperson",
        "sources", "stakeholders", "parliament", "commission", "office", "representative", "alternative report", "rapporteur", "court",
    ),
    concerned=("the committee",),
    concerning=("(as far as|so far as|in so far as) the Committee is concerned", "the Committee (considers|finds|believes|concludes)",),
    own_view=("in its", "its"),
    none=("neither", "none of", "nor the", "none", "not one of", "no"),
    refusals=(
        "could", "might", "would", "should", "cannot", "can not", "could not", "can hardly", "can scarcely", "may not", "not in a position to", "not able to", "unable to", "declines to", "not prepared to", "not yet in a position to", "no position to",
        "refrains from", "impossible to", "not possible to", "premature to", "too early to", "difficult to", "hesitates to", "reluctant to", "no longer", "is far from", "would not", "does not", "do not", "did not", "not ready to", "no reason to", "no grounds to", "no basis to",
    ),
    means=("by", "through", "via", "by means of", "thanks to", "with the adoption", "with the entry", "as part", "when"),
)  # fmt: skip
