"""English: the words by which a verdict of the Committee is told from anything else."""

from __future__ import annotations

from ..wording import Phrase
from .speech import Speech

ENGLISH_SPEECH = Speech(
    speakers=(
        "the committee", "this committee", "our committee", "the committee on migrant workers",
        "the committee on the protection of the rights of all migrant workers and members of their families",
        "the committee (cmw)", "i", "we",
    ),
    pronouns=("it",),
    drops_pronouns=False,
    considers=(
        Phrase("(considers|considered|consider)", "The Committee considers that …"),
        Phrase("(find|finds|found|conclude|concludes|concluded|say|deems|deemed|regards|assesses|assessed|evaluates|evaluated)", "The Committee finds that …"),
        Phrase("(determines|determined|decides|decided|holds|held|judges|judged|rates|rated|grades|graded|classifies|classified)", "The Committee decided that …"),
        Phrase("(is|was) (therefore |thus |)of the (view|opinion)", "The Committee is of the view that …"),
        Phrase("(reiterates|reaffirms|maintains|confirms|upholds|remains of) (that|its view that|its assessment that|its conclusion that|its finding that|the view that)", "The Committee reiterates that …"),
        Phrase("(continues|continued) to (consider|find|hold|regard|deem|believe)", "The Committee continues to consider that …"),
        Phrase("(takes|took) the view", "The Committee takes the view that …"),
        Phrase("(believes|believed|opines)", "The Committee believes that …"),
        Phrase("(comes|came|come|reaches|reached) (to |)the conclusion", "The Committee comes to the conclusion that …"),
    ),
    impersonal=(
        Phrase("it (is|was|has been|can be|may be|could be) (therefore |thus |)(considered|found|concluded|determined|deemed|held)", "It is therefore considered that …"),
        Phrase("(in|of) the (view|opinion|assessment|judgment|judgement|estimation) of the committee", "In the view of the Committee, …"),
        Phrase("the committee's (view|opinion|assessment|conclusion|evaluation|judgment|judgement)", "In the Committee's view, …"),
        Phrase("in its (view|opinion|assessment)", "In its view, …"),
        Phrase("its (view|opinion|assessment|conclusion|finding|evaluation|judgment|judgement) (is|was|remains)", "Its view is that …"),
        Phrase("it (therefore |thus |)follows (therefore |thus |)that", "It follows that …"),
        Phrase("it (must|has to) (therefore |thus |)be (concluded|found|considered)", "It must be concluded that …"),
        Phrase("(the|a) (finding|view|opinion|conclusion|assessment|judgment|judgement) of the committee that", "It is the finding of the Committee that …"),
        Phrase("in the eyes of the committee", "In the eyes of the Committee, …"),
    ),
    judged=(
        "considered", "deemed", "regarded", "assessed", "evaluated", "judged", "found", "held", "rated", "graded", "classified",
    ),
    modals=("can", "may", "must"),
    passive=("is", "are", "was", "were", "be", "been", "being"),  # before a verb of judging: its subject is not who judges
    by=("by",),
    notes=(
        Phrase("(notes|noted|observes|observed|acknowledges|acknowledged|recognizes|recognises)", "The Committee notes that …"),
        Phrase("(welcomes|welcomed|regrets|regretted|appreciates|commends|thanks|congratulates)", "The Committee regrets that …"),
        Phrase("(is|remains|was) (also |deeply |seriously |still |further |)(concerned|pleased|satisfied|aware|alarmed|disappointed)", "The Committee remains concerned that …"),
        Phrase("(takes|took) (due |)note", "The Committee takes note of …"),
        Phrase("(expresses|expressed|shares) (its |)(concern|regret|satisfaction|appreciation)", "The Committee expresses concern that …"),
        Phrase("(underlines|highlights|stresses|emphasizes|emphasises|recalls|points out|learned|learnt|has learned|understands)", "The Committee underlines that …"),
    ),
    says=(
        "reports", "reported", "states", "stated", "indicates", "indicated", "informs", "informed", "claims",
        "claimed", "affirms", "affirmed", "asserts", "asserted", "maintains", "maintained", "submits", "argues", "argued",
        "according to", "in the view of the state party", "in the opinion of the state party", "says", "said", "declares", "declared", "contends", "contended",
        "explains", "explained", "alleges", "alleged", "statement", "statements", "assertion", "claim", "assurance",
        "information that", "indication", "view of the state party", "view of the government", "position of the state party", "confirmed", "confirms",
        "acknowledged that", "announced", "announces", "reiterated", "reiterates", "describes", "described",
        "report that", "information according to which", "information indicating", "reports that",
    ),
    hopes=(
        Phrase("(hopes|hope|trusts|trust|expects|expect|wishes|anticipates)", "The Committee trusts that …"),
        Phrase("(is|remains) (confident|hopeful|convinced|sure)", "The Committee is confident that …"),
        Phrase("(looks forward|counts on|has no doubt|does not doubt)", "The Committee has no doubt that …"),
    ),
    others=(
        "state party", "states parties", "government", "delegation", "authorities", "ministry", "minister", "ministries",
        "civil society", "civil society organizations", "organizations", "organisations", "ngos", "ngo",
        "institution", "ombudsman", "ombudsperson", "report", "follow-up report", "replies", "reply", "sources",
        "stakeholders", "mission", "parliament", "commission", "office", "state", "representative", "alternative report",
        "rapporteur", "court",
    ),
    attributions=(
        Phrase("for", "For Amnesty International, the recommendation has not been implemented."),
        Phrase("according to", "According to the Ombudsman, the recommendation has not been implemented."),
        Phrase("(in|from) the (view|opinion|eyes|assessment|judgment|perspective|words|standpoint) of", "In the opinion of the Ombudsman, …"),
        Phrase("to", "To the Ombudsman, the recommendation has not been implemented."),
        Phrase("per", "Per the Ombudsman, the recommendation has not been implemented."),
    ),
    no_opinions=("for the most part", "for the moment", "for the present", "for the time being", "for the first time", "to a", "to some", "to an", "to the extent", "for now"),
    adverbs=(
        "therefore", "thus", "also", "however", "further", "furthermore", "moreover", "nevertheless", "nonetheless", "hence",
        "accordingly", "consequently", "still", "now", "today", "currently", "presently", "again", "finally", "has", "have", "had", "does", "do", "did", "is", "was",
        "can", "cannot", "could", "not", "may", "itself", "likewise", "equally", "then", "on the whole", "duly", "hereby", "in conclusion", "remains", "still",
        "has no choice but to", "has no option but to", "has no alternative but to", "is led to", "is bound to", "is obliged to", "is compelled to",
        "can only", "can but", "must", "cannot but", "has to", "wishes to",
        "as a result", "for its part", "in particular", "overall",
    ),
    openers=(
        Phrase("(therefore|thus|accordingly|consequently|hence|however|nevertheless|nonetheless|moreover|furthermore|finally|lastly|overall|still|yet|currently)", "Therefore, the recommendation has not been implemented."),
        Phrase("(to date|so far|at present|as a result|as a consequence|as such|in conclusion|in sum|in short|in consequence|on balance|on the whole|all in all|as of)", "To date, the recommendation has not been implemented."),
        Phrase("(in|on|at|for|by|from|under) (this|that|these|those|its|his|her|their|the present|the said) ", "On that basis, the recommendation has not been implemented."),
        Phrase("(in the light|in light|in view|in spite|on the basis|on the strength|for the reasons|for want|in regard|with regard|with respect|in respect|as regards|as for|as to)", "In the light of the foregoing, the recommendation has not been implemented."),
        Phrase("(despite|notwithstanding|given|having|considering|taking|bearing|based on|owing|since|because|while|whilst|although|though|whereas|after|following)", "Despite the efforts made, the recommendation has not been implemented."),
        Phrase("(at|in|during) (the|its) (session|meeting|examination|outset|time)", "At the session, the Committee considers that …"),
        Phrase("(read|taken|together|as well as|like)", "The recommendation, read in conjunction with paragraph 15, has not been implemented."),
        Phrase("(regarding|concerning|recalling|reiterating|with the|without)", "Recalling its concern, the Committee considers that …"),
    ),
    governs=("to", "of", "by", "with", "from", "for", "before", "at", "on", "under", "against", "and", "or", "than", "informed", "inform", "briefed", "told", "like", "as"),
    of=("of",),
    determiners=(
        "the", "this", "these", "those", "both", "all", "its", "that", "said", "above", "above-mentioned", "aforementioned", "aforesaid",
        "present", "relevant", "two", "three", "four", "five", "of", "committee's", "same", "corresponding", "respective", "each", "first", "second", "third", "last", "former", "latter", "urgent", "priority", "following",
    ),
    stand_ins=("the one", "that", "those", "the ones", "the latter", "the former"),
    referring=("it", "they", "this", "these", "both", "all"),
    contained=(
        "contained", "made", "set out", "set forth", "laid down", "formulated", "issued", "given", "addressed", "referred to", "reflected",
        "mentioned", "indicated", "stated", "included", "appearing", "found", "adopted", "expressed", "outlined", "described", "identified",
        "concerning", "regarding", "relating to", "in paragraph", "in paragraphs", "in para.", "in paras.", "of paragraph", "in subparagraph", "under paragraph", "in its concluding observations", "in the concluding observations",
    ),
    attached=(
        "under", "in", "on", "of", "at", "from", "by", "to", "for", "as", "concerning", "regarding", "relating",
        "related", "pertaining", "about", "with", "that the", "that", "which was", "which were", "that was", "that were",
        "which is", "which are", "that is", "that are", "which it", "it made", "therein", "thereof", "above", "itself",
        "themselves", "selected", "numbered", "the", "its", "paragraph", "paragraphs", "para.", "paras.", "subparagraph",
        "subparagraphs", "concluding observations", "state party", "committee", "and", "or", "no.", "previous", "same",
    ),
    relatives=("which", "that", "who", "whose", "whom", "what", "where", "when", "how"),
    that=("that",),
    conjunctions=("and", "but", "while", "whilst", "whereas", "although", "though", "yet", "or", "nor", "since", "because", "as", "so that", "so", "with the result that"),
    finite=("has", "have", "had", "is", "are", "was", "were", "remains", "remained", "does", "did"),
    verbs=("led", "leads", "calls", "requires", "required"),
    nonfinite=("be", "been", "being", "as", "to"),
    links=("as", "to", "to be", "to have been", "as being", "as having been", "as having"),
    open_questions=(
        "whether", "begun to", "began to", "started to", "if", "until", "unless", "once", "extent to which", "how far", "should", "must", "shall", "will",
        "would", "could", "might", "necessary that", "important that", "essential that", "in order", "ensure", "ensures",
        "ensuring", "so that", "with a view", "encourages", "encourage", "urges", "recommends", "invites", "requests",
        "calls upon", "as long as", "provided that", "in case", "hopes", "hope", "need to be", "needs to be",
    ),
    negations=(
        "not", "no", "never", "neither", "nor", "hardly", "barely", "scarcely", "cannot", "without", "none",
        "fails", "failed", "unable", "far from", "rather than", "instead of", "nearly", "almost",
    ),
    parts=(
        Phrase(
            "(part|parts|element|elements|aspect|aspects|component|components|some|most|majority|half|several|"
            "certain|many|one|two|portion|bulk|points|requirements) of (the|these|those|this|that|its) "
            "(recommendation|recommendations)",
            "The Committee considers that part of the recommendation has been implemented.",
        ),
        Phrase("(first|second|third|last|latter|former|other|one) (part|element|aspect|limb|half)", "the first part of the recommendation"),
        Phrase("some (recommendations|of them)", "The Committee considers that some recommendations have been implemented."),
    ),
    curbs=("at least", "on paper", "in theory", "in law", "formally", "in principle", "only", "solely", "partially", "partly", "in part", "except", "exception", "albeit", "apart from", "save for", "insofar", "in so far", "to a limited extent", "to some extent", "to a certain extent", "merely", "half"),
    contrasts=("but", "though", "although", "yet", "and"),
    rejects=("rejects", "rejected", "rejection", "rejecting"),
    state=("state party", "government", "authorities", "state"),
    inability=("unable", "not able", "not in a position", "cannot", "could not", "not possible", "impossible"),
    lacks=("lacks", "lacked", "lack", "received", "not have", "not possess"),
    objects=("the committee", "it to", "us"),
    assessed=(
        "whether", "if", "and", "how", "extent", "to what", "what", "which", "to", "how far", "implementation", "status", "level", "degree", "progress", "compliance", "made", "full", "effective",
        "in", "regarding", "with", "of", "an", "a", "assessment", "evaluation", "implementing", "actual", "state", "on", "practical", "outcome", "result", "effect", "given", "properly", "fully", "adequately", "implemented", "sufficiently",
        "application", "contained", "paragraph", "paragraphs", "assess", "assessing", "evaluate", "determine", "establish", "itself", "about", "concerning", "form", "reach", "make", "measures", "steps", "action", "taken", "adopted", "since", "then", "pursuant", "under", "response", "matter",
    ),
)  # fmt: skip
