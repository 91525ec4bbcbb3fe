"""English: the words the parser knows. A new wording of a grade is one row of `wordings`."""

from __future__ import annotations

from ..reading import Grade
from ..wording import Phrase, Wording
from .shape import Language

_UNITS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_ORDINALS = {
    **_UNITS,
    **{f"{ten[:-1]}ieth": n for ten, n in _TENS.items()},
    **{f"{ten}-{unit}": n + _UNITS[unit] for ten, n in _TENS.items() for unit in list(_UNITS)[:9]},
}
_NUMBERS = {
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "twenty-four": 24, "thirty-six": 36,
}  # fmt: skip

_WORDINGS = (
    Wording(
        Grade.IMPLEMENTED,
        "implemented",
        "The Committee considers that the recommendation contained in paragraph 12 has been implemented.",
    ),
    Wording(
        Grade.IMPLEMENTED,
        "fully implemented",
        "The Committee considers that the recommendation contained in paragraph 12 has been fully implemented.",
    ),
    Wording(
        Grade.IMPLEMENTED,
        "(completely|entirely|totally|wholly) implemented",
        "The Committee finds that the recommendation made in paragraph 12 has been completely implemented.",
    ),
    Wording(
        Grade.IMPLEMENTED,
        "implemented (fully|in full|in its entirety|in their entirety)",
        "The Committee considers that the recommendation contained in paragraph 12 has been implemented in full.",
    ),
    Wording(
        Grade.SUBSTANTIALLY_IMPLEMENTED,
        "substantially implemented",
        "The Committee considers that the recommendation contained in paragraph 12 has been substantially implemented.",
    ),
    Wording(
        Grade.SUBSTANTIALLY_IMPLEMENTED,
        "implemented (substantially|in substance)",
        "The Committee considers that the recommendation contained in paragraph 12 has been implemented in substance.",
    ),
    Wording(
        Grade.PARTIALLY_IMPLEMENTED,
        "partially implemented",
        "The Committee considers that the recommendation contained in paragraph 12 has been partially implemented.",
    ),
    Wording(
        Grade.PARTIALLY_IMPLEMENTED,
        "partly implemented",
        "The Committee considers that the recommendation made in paragraph 35 (a) has only been partly implemented.",
    ),
    Wording(
        Grade.PARTIALLY_IMPLEMENTED,
        "implemented (partially|partly|in part|only in part|only partially|only partly)",
        "The Committee considers that the recommendation contained in paragraph 12 has been implemented only in part.",
    ),
    Wording(
        Grade.NOT_IMPLEMENTED,
        "not implemented",
        "The Committee considers that the recommendation contained in paragraph 12 has not yet been implemented.",
    ),
    Wording(
        Grade.NOT_IMPLEMENTED,
        "not implemented at all",
        "The Committee considers that the recommendation contained in paragraph 12 has not been implemented at all.",
    ),
    Wording(
        Grade.NOT_IMPLEMENTED,
        "unimplemented",
        "The Committee considers that the recommendation contained in paragraph 12 remains unimplemented.",
    ),
    Wording(
        Grade.NOT_IMPLEMENTED,
        "remains to be implemented",
        "The Committee considers that the recommendation contained in paragraph 12 remains to be implemented.",
    ),
    Wording(
        Grade.INSUFFICIENT_INFORMATION,
        "(lack of|lacks|lacked|lacking) (sufficient|enough|adequate|the necessary) information … "
        "(assess|evaluate|determine|establish|assessment|evaluation)",
        "The Committee considers that it lacks sufficient information to assess whether the recommendation "
        "contained in paragraph 12 has been implemented.",
    ),
    Wording(
        Grade.INSUFFICIENT_INFORMATION,
        "not … (sufficient|enough|adequate) information … (assess|evaluate|determine|establish|assessment|evaluation)",
        "The Committee has not received sufficient information to assess the implementation of the recommendation "
        "contained in paragraph 12.",
    ),
    Wording(
        Grade.INSUFFICIENT_INFORMATION,
        "insufficient (information|details) … (assess|evaluate|determine|establish|assessment|evaluation)",
        "The Committee considers that there is insufficient information to make an assessment of the "
        "implementation of the recommendation contained in paragraph 12.",
    ),
    Wording(
        Grade.INSUFFICIENT_INFORMATION,
        "information … (insufficient|not sufficient|inadequate|not enough) … "
        "(assess|evaluate|determine|establish|assessment|evaluation)",
        "The Committee considers that the information provided is insufficient to assess the implementation of "
        "the recommendation contained in paragraph 12.",
    ),
    Wording(
        Grade.INSUFFICIENT_INFORMATION,
        "(unable|not able|not possible|impossible|not in a position|cannot|could not) … "
        "(assess|evaluate|determine|establish) … (lack of|insufficient|absence of|without|sufficient|enough) … information",
        "The Committee is unable to assess the implementation of the recommendation contained in paragraph 12 "
        "owing to the lack of sufficient information.",
    ),
    Wording(
        Grade.INSUFFICIENT_INFORMATION,
        "(insufficient information|lack of sufficient information)",
        "Paragraph 12: insufficient information.",
    ),
    Wording(
        Grade.CONTRARY,
        "(contrary|counter) to (the|this|its|that|these|those) (recommendation|recommendations)",
        "The Committee considers that the measures taken are contrary to the recommendation contained in paragraph 12.",
    ),
    Wording(
        Grade.CONTRARY,
        "(rejects|rejected|rejection of|rejecting) (the|this|its|that) (recommendation|recommendations)",
        "The Committee considers that the State party has rejected the recommendation contained in paragraph 12.",
    ),
)  # fmt: skip

_NEITHER = (
    Phrase(
        "not (fully|completely|entirely|totally|wholly|substantially|adequately|sufficiently|effectively|"
        "satisfactorily|properly) implemented",
        "The Committee considers that the recommendation in paragraph 12 has not yet been fully implemented.",
    ),
    Phrase(
        "not implemented (fully|in full|completely|entirely|in its entirety|adequately|sufficiently|effectively)",
        "The Committee considers that the recommendation in paragraph 12 has not been implemented in full.",
    ),
    Phrase(
        "remains to be (fully|completely|adequately|substantially) implemented",
        "The Committee considers that the recommendation in paragraph 12 remains to be fully implemented.",
    ),
    Phrase(
        "(largely|mostly|mainly|nearly|almost|satisfactorily|adequately|sufficiently|insufficiently|effectively|"
        "inadequately|minimally|moderately|successfully|hardly|barely|scarcely|broadly|essentially|generally) implemented",
        "The Committee considers that the recommendation in paragraph 12 has been largely implemented.",
    ),
    Phrase(
        "(in the process of being|being|in the course of being|yet to be|about to be|to be) implemented",
        "The Committee considers that the recommendation in paragraph 12 is being implemented.",
    ),
)

ENGLISH = Language(
    code="en",
    name="English",
    honour=(
        Phrase("I have the honour", "In my capacity as Chairperson of the Committee, I have the honour to refer to …"),
        Phrase("I have the honor", "I have the honor to refer to …"),
        Phrase("I (am writing|write) to", "I am writing to follow up on …"),
        Phrase("presents its compliments", "The Committee presents its compliments to the Permanent Mission …"),
        Phrase("On behalf of the Committee", "On behalf of the Committee, I wish to refer to …"),
    ),
    markers=(
        "the committee", "state party", "states parties", "concluding observations", "recommendation",
        "recommendations", "follow-up", "highest consideration", "excellency", "which", "has been", "the honour",
        "chairperson", "the convention", "migrant workers", "with regard to", "regarding",
    ),
    salutations=(
        Phrase("(Your |)Excellency", "Excellency,"),
        Phrase("Dear (Mr.|Ms.|Mrs.|Madam|Sir|Ambassador|Excellency)", "Dear Ambassador,"),
        Phrase("(Sir|Madam|Mr.|Ms.)", "Sir,"),
    ),
    months=(
        ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
        ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"),
        ("november", "nov"), ("december", "dec"),
    ),
    ordinals=_ORDINALS,
    numbers=_NUMBERS,
    session=("session", "sessions"),
    held=(
        "held", "in", "from", "on", "at", "between", "of", "the", "month", "during", "which", "was", "is", "were",
        "took", "place", "convened", "geneva", "switzerland", "online", "virtually", "remotely", "hybrid", "format",
        "and", "its", "s", "committee", "united", "nations", "office", "palais", "des", "wilson", "to", "a", "meetings", "migrant", "workers", "cmw",
    ),
    initial=("initial report", "initial and", "initial to", "initial periodic report", "initial"),
    periodic=("periodic report", "periodic reports"),
    absence=(
        Phrase(
            "in the absence of (a|an|its|any|the) (initial |periodic |State party |)report",
            "the examination of the situation in Xland, in the absence of a report, at its thirtieth session",
        ),
        Phrase("without (a|an) (initial |periodic |)report", "the examination of Xland without a report"),
    ),
    observations=("concluding observations", "concluding comments", "concluding remarks"),
    examined=(
        "examined", "considered", "assessed", "reviewed", "evaluated", "analysed", "analyzed", "discussed",
        "took up", "studied", "examination", "consideration", "assessment", "evaluation", "adopted",
    ),
    upcoming=("will be", "will examine", "will consider", "would be", "to be examined", "to be considered", "intends to", "will assess", "will review"),
    follow_up=(
        "follow-up report", "followup report", "follow up report", "report on follow-up", "report on the follow-up",
        "follow-up information", "follow-up replies", "follow-up reply", "follow-up response", "follow-up submission",
        "information on follow-up", "information on the follow-up", "information received under the follow-up",
        "information provided under the follow-up", "information submitted under the follow-up", "follow-up to the concluding",
        "information provided by the state party", "information received from the state party",
        "interim report", "report on the implementation", "report on the measures", "report on the steps",
        "information on the implementation", "written information submitted", "written information provided",
    ),
    received=("received", "submitted", "transmitted", "communicated", "forwarded", "sent", "provided", "furnished"),
    not_the_report=(
        "annex", "annexes", "additional information", "supplementary information", "further information",
        "additional", "addendum", "corrigendum", "complementary information", "updated information",
        "clarification", "clarifications", "reminder", "reminders", "supplement", "note verbale",
    ),
    requested=(
        "requested", "requests", "asked", "invited", "called upon", "called on", "urged", "recommended", "request",
        "sought", "to provide", "drew attention", "identified", "selected",
    ),
    within=(
        Phrase("within (a period of |the next |the period of |a time frame of |a |)", "within two years"),
        Phrase("in the next", "in the next two years"),
        Phrase("(a |)period of", "a period of two years"),
    ),
    years=("year", "years"),
    months_unit=("month", "months"),
    due=(
        Phrase("(no|not) later than", "no later than 1 May 2021"),
        Phrase("by", "within two years, that is, by 1 May 2021"),
        Phrase("before", "before 1 May 2021"),
        Phrase("on or before", "on or before 1 May 2021"),
        Phrase("(that is|i.e.|namely)", "within two years (i.e. 1 May 2021)"),
        Phrase("until", "until 1 May 2021"),
    ),
    paragraph=("paragraphs", "paragraph", "paras.", "para.", "paras", "para", "pars.", "par.", "subparagraph", "subparagraphs", "sub-paragraph"),
    recommendation=("recommendation", "recommendations"),
    lead_ins=(
        Phrase("Regarding", "Regarding the recommendation made in paragraph 12 of the concluding observations, …"),
        Phrase("In (regard|regards) (to|of)", "In regards to the recommendation made in paragraph 12 …"),
        Phrase("With (regard|regards) to", "With regard to the recommendation in paragraph 12 …"),
        Phrase("With respect to", "With respect to paragraph 12 …"),
        Phrase("In respect (of|to)", "In respect of the recommendation in paragraph 12 …"),
        Phrase("As (regards|concerns|to|for)", "As regards paragraph 12 …"),
        Phrase("(Concerning|Respecting|Touching)", "Concerning the recommendation in paragraph 12 …"),
        Phrase("In (relation|connection|reference|response|follow-up) (to|with)", "In relation to paragraph 12 …"),
        Phrase("(With reference|Further|Pursuant) to", "With reference to paragraph 12 …"),
        Phrase(
            "On (the|its|paragraph|paragraphs|para.|paras.|recommendation|recommendations|this)",
            "On paragraph 12, the Committee …",
        ),
        Phrase("(Turning|Referring|Relating|Pertaining|Coming) to", "Turning to paragraph 12, the Committee …"),
        Phrase("(Under|For|In) (paragraph|paragraphs|recommendation|the recommendation)", "Under paragraph 12, …"),
        Phrase("(Recalling|Reiterating|Considering) (the|its)", "Recalling its recommendation in paragraph 12, …"),
        Phrase("So far as", "So far as paragraph 12 is concerned, the Committee …"),
        Phrase("(Insofar as|Where)", "Where paragraph 12 is concerned, the Committee …"),
        Phrase("(Follow-up|Implementation) (to|of|on)", "Follow-up to paragraph 12: the Committee …"),
    ),
    cross_references=(
        Phrase("see( also|)", "see also paragraph 29"),
        Phrase("cf.( also|)", "cf. paragraph 29"),
        Phrase("(as |)(recommended|requested|noted|stated|mentioned|set out|indicated|referred to|reflected) in", "as noted in paragraph 29"),
        Phrase("(read |)(together|in conjunction|in combination) with", "read in conjunction with paragraph 29"),
        Phrase("in (line|accordance|keeping|conformity) with", "in line with paragraph 29"),
        Phrase("pursuant to", "pursuant to paragraph 29"),
        Phrase("(its|of) general comment … ", "paragraph 29 of general comment No. 2"),
        Phrase("(article|articles|art.|arts.) … ", "article 22, paragraph 2"),
        Phrase("(linked|related|connected|similar|referring|refers) to", "linked to paragraph 29"),
    ),
    closings=(
        Phrase(
            "(The Committee|It|I) (also |further |therefore |)(looks|look) forward",
            "The Committee looks forward to pursuing its constructive dialogue with the authorities of Xland.",
        ),
        Phrase("(The Committee|I) (wishes|wish|would like|should like) to (thank|assure)",
               "The Committee wishes to thank the State party for its cooperation."),
        Phrase("(The Committee|I) (remains|remain|stands|stand|is|am) (at|ready|available|grateful|confident)",
               "The Committee remains at the disposal of the State party."),
        Phrase("The Committee (appreciates|thanks) … (cooperation|dialogue|engagement)",
               "The Committee appreciates the cooperation of the State party."),
        Phrase("The Committee (would appreciate|would be grateful|hopes) … dialogue",
               "The Committee hopes to continue its dialogue with the State party."),
        Phrase("The Committee … (constructive|continuing|fruitful|ongoing|continued) dialogue with",
               "The Committee trusts in a continued dialogue with the authorities of Xland."),
        Phrase("(In this regard, |In conclusion, |Finally, |Lastly, )the Committee … (dialogue|cooperation|next periodic report)",
               "Finally, the Committee counts on the cooperation of the State party."),
        Phrase("The (next|second|third|fourth|fifth|sixth|combined) … periodic (report|reports) … (due|is to be|are to be|should be) ",
               "The third periodic report of Xland is due to be submitted on 1 May 2024."),
        Phrase("(The Committee|I) … (copy|copies) of this letter", "The Committee will post a copy of this letter on its web page."),
        Phrase("This letter", "This letter will be made public on the web page of the Committee."),
        Phrase("(The|Please) … secretariat", "The secretariat remains available for any question."),
        Phrase("(The Committee |)(wishes|reminds) … next periodic report … (due|to be submitted|by)",
               "The Committee reminds the State party that its next periodic report is due by 1 May 2024."),
    ),
    closing_words=("dialogue", "periodic report", "periodic reports", "cooperation", "co-operation", "disposal", "secretariat", "this letter", "follow-up procedure", "web page", "website", "continued engagement"),
    farewells=(
        Phrase("(Please |)accept, (your |)(Excellency|Sir|Madam|Ambassador|Mr.|Ms.)", "Please accept, Excellency, the assurances …"),
        Phrase("(Please |)accept (the |my |Excellency)", "Please accept the assurances of my highest consideration."),
        Phrase("assurances of (my|its|our) (highest|most)", "… the assurances of its highest consideration."),
        Phrase("assurance of (my|its|our) (highest|most)", "… the assurance of my highest consideration."),
        Phrase("avails itself of (this|the) opportunity", "The Committee avails itself of this opportunity …"),
        Phrase("Yours (sincerely|faithfully)", "Yours sincerely,"),
    ),
    committee=("the committee", "committee", "the chairperson", "i", "we"),
    considers=(
        Phrase("(considers|considered|consider)", "The Committee considers that …"),
        Phrase("(find|finds|found|conclude|concludes|concluded|say|deems|deemed|regards|assesses|assessed|evaluates|evaluated)", "The Committee finds that …"),
        Phrase("(determines|determined|decides|decided|holds|held|judges|judged|rates|rated|grades|graded|classifies|classified)", "The Committee decided that …"),
        Phrase("(is|was) (therefore |thus |)of the (view|opinion)", "The Committee is of the view that …"),
        Phrase("(takes|took) the view", "The Committee takes the view that …"),
        Phrase("(believes|believed|opines)", "The Committee believes that …"),
        Phrase("(concludes|comes to the conclusion|reaches the conclusion|came to the conclusion|reached the conclusion)", "The Committee comes to the conclusion that …"),
        Phrase("(can|may|could) be (considered|regarded|deemed|assessed)", "The recommendation can be considered partially implemented."),
        Phrase("(in the view|in the opinion|in the assessment) of the committee", "In the view of the Committee, …"),
        Phrase("committee's (view|opinion|assessment|conclusion|evaluation)", "The Committee's assessment is that …"),
    ),
    notes=(
        Phrase("(notes|noted|observes|observed|acknowledges|acknowledged|recognizes|recognises)", "The Committee notes that …"),
        Phrase("(welcomes|welcomed|regrets|regretted|is concerned|appreciates|is pleased|is satisfied)", "The Committee regrets that …"),
    ),
    others=(
        "state party", "states parties", "government", "delegation", "authorities", "ministry", "minister", "ministries",
        "civil society", "civil society organizations", "organizations", "organisations", "ngos", "ngo",
        "institution", "ombudsman", "ombudsperson", "report", "follow-up report", "replies", "reply", "sources",
        "stakeholders", "mission", "parliament", "commission", "office", "state", "representative", "alternative report",
        "rapporteur", "court",
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
    open_questions=(
        "whether", "if", "until", "unless", "once", "extent to which", "how far", "should", "must", "shall", "will",
        "would", "could", "might", "necessary that", "important that", "essential that", "in order", "ensure", "ensures",
        "ensuring", "so that", "with a view", "encourages", "encourage", "urges", "recommends", "invites", "requests",
        "calls upon", "as long as", "provided that", "in case", "hopes", "hope", "need to be", "needs to be",
    ),
    negations=(
        "not", "no", "never", "neither", "nor", "hardly", "barely", "scarcely", "cannot", "without", "none",
        "fails", "failed", "unable", "far from", "yet to", "rather than", "instead of", "nearly", "almost",
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
    auxiliaries=("has", "have", "had", "is", "are", "was", "were", "been", "be", "remains", "remain", "remained", "as", "to", "stands", "being"),
    fillers=(
        "been", "yet", "so far", "to date", "now", "also", "therefore", "thus", "still", "already", "since", "only",
        "as yet", "thus far", "hitherto", "indeed", "accordingly", "again", "however", "consequently", "being", "be",
        "considered", "deemed", "regarded", "as", "to", "have", "has", "both", "all", "overall", "currently", "at present", "just", "respectively",
        "received", "to be",
    ),
    done=(
        "implemented", "complied with", "carried out", "put into effect", "put into practice", "given effect",
        "fulfilled", "applied", "executed", "acted upon",
    ),
    nouns=(),
    wordings=_WORDINGS,
    neither=_NEITHER,
    limits=(
        "to", "in", "only", "partially", "partly", "except", "apart", "insofar", "with", "for", "at", "adequately", "satisfactorily",
        "effectively", "insufficiently", "largely", "mostly", "inadequately", "through", "so far as", "where", "when",
        "if", "under", "without", "mainly", "poorly", "well", "properly", "sufficiently", "formally", "among", "within",
    ),
    no_verdicts=(
        "relevant", "valid", "applicable", "important", "of", "crucial", "addressed to", "essential", "key", "a priority",
        "pertinent", "contained", "made", "still relevant", "necessary", "urgent", "based", "also", "not only", "intended",
        "to", "closely", "linked", "related", "similar", "aimed", "of particular", "of utmost", "in line",
    ),
    labels=(
        "assessment", "grade", "evaluation", "status", "level of implementation", "status of implementation",
        "degree of implementation", "conclusion", "rating", "committee's assessment", "committee's evaluation", "assessment of the committee",
        "evaluation of the committee", "committee's conclusion", "implementation status", "finding", "result", "outcome", "implementation", "recommendation",
    ),
    respectively=("respectively",),
    urges=(
        "encourages", "recommends", "urges", "invites", "requests", "calls upon", "calls on", "welcomes", "commends",
        "regrets", "takes note", "notes", "appreciates", "is concerned", "expresses", "reiterates", "acknowledges",
    ),
    reminders=(
        Phrase("not (yet |)(been |)(received|submitted|provided|transmitted|furnished|sent)",
               "To date, the Committee has not received the follow-up report."),
        Phrase("(no|nor any) (such |)(follow-up report|information|report|reply|response|follow-up information) … (received|submitted|provided|reached)",
               "No follow-up report has been received."),
        Phrase("yet to (receive|be received|be submitted)", "The Committee has yet to receive the follow-up report."),
        Phrase("(is|are|remains|now|long) overdue", "The follow-up report is overdue."),
        Phrase("(gentle |kind |first |second |final |a |)reminder", "This letter is a second reminder."),
        Phrase("still (awaits|awaiting|outstanding|pending)", "The Committee still awaits the follow-up report."),
        Phrase("(awaits|is awaiting)", "The Committee awaits the follow-up report."),
    ),
    acknowledgements=(
        Phrase("acknowledge (the |)(with thanks |with appreciation |)(the |)receipt", "I wish to acknowledge receipt of the follow-up report."),
        Phrase("acknowledges (with thanks |with appreciation |)(the |)receipt", "The Committee acknowledges receipt of the follow-up report."),
        Phrase("acknowledging (the |)receipt", "I am writing to acknowledge receipt: acknowledging receipt of the report."),
        Phrase("confirm (the |)receipt", "I confirm receipt of the follow-up report."),
        Phrase("confirms (the |)receipt", "The Committee confirms receipt of the follow-up report."),
        Phrase("(thank|thanks|thanking) … (follow-up report|submission|report|information) … (submitted|received|transmitted|sent|dated)",
               "I thank your Government for the follow-up report received on 14 May 2021."),
    ),
    honorifics=("his excellency", "her excellency", "h.e.", "h. e.", "h.e", "their excellency", "to his excellency", "to her excellency"),
    titles=("Mr.", "Mr", "Ms.", "Ms", "Mrs.", "Mrs", "Miss", "Mx.", "Dr.", "Dr", "Prof.", "Professor", "Sir", "Dame"),
    address=(
        Phrase("Ambassador …", "Ambassador Extraordinary and Plenipotentiary"),
        Phrase("(Deputy |Acting |Alternate |)Permanent (Representative|Mission) …", "Permanent Representative of the Republic of Xland"),
        Phrase("(Minister|Counsellor|First Secretary|Second Secretary) …", "Minister Counsellor"),
        Phrase("(Chargé|Chargée|Charge) d'affaires …", "Chargé d'affaires a.i."),
        Phrase("(to|at|before) the (United Nations|UN|Office) …", "to the United Nations Office"),
        Phrase("(to|at|in|and|and to) (the |)(other |)international organi(z|s)ations …", "and other international organizations in Geneva"),
        Phrase("(in |at |)Geneva … Switzerland", "Geneva, Switzerland"),
        Phrase("(in |at |)Geneva", "Geneva"),
        Phrase("Switzerland", "Switzerland"),
        Phrase("(and |)Specialized (Agencies|Institutions) …", "and specialized agencies in Switzerland"),
    ),
    contacts=("email", "e-mail", "mail", "tel", "tel.", "telephone", "phone", "fax", "telefax", "cc", "c.c."),
    roles=("Vice-Chairperson", "Vice-Chair", "Chairperson", "Chairman", "Chairwoman", "Chair", "Rapporteur", "Secretary", "President", "Vice-President"),
    signed=("signed", "signature", "s/", "sgd"),
    reference_labels=("reference", "our reference", "ref", "our ref", "ref.", "our ref.", "references", "in reply please quote", "file", "ref no", "ref. no"),
    place_names=("geneva",),
    abbreviations=(
        "mr", "ms", "mrs", "dr", "prof", "no", "nos", "para", "paras", "par", "pars", "art", "arts", "add", "rev",
        "corr", "i.e", "e.g", "cf", "vs", "pp", "p", "vol", "st", "h.e", "a.i", "etc", "inc", "op", "cit", "ibid", "chap", "sect", "viz", "sub-para",
    ),
    dangling=("the", "of", "in", "and", "to", "a", "an", "by", "for", "with", "from", "on", "at", "or", "that", "its", "their", "as", "which", "is", "has", "been", "paragraph", "paragraphs", "article", "articles", "state", "under", "including", "no."),
)  # fmt: skip
