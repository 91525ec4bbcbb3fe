"""English: what frames the passages."""

from __future__ import annotations

from ..wording import Phrase
from .framing import Framing

ENGLISH_FRAMING = Framing(
    other_reports=(
        Phrase("(periodic|initial|state|national|annual) (report|reports)", "The third periodic report was received on 5 January 2022."),
        Phrase("(alternative|shadow|parallel|independent|joint) (report|reports|submission|submissions|information)", "Alternative reports were received on 30 October 2024."),
        Phrase("(common core document|core document|list of issues|replies to the list of issues|written replies to the list)", "The common core document was received on 3 May 2020."),
        Phrase("(concluding observations|reminder|reminders|invitation)", "The concluding observations were transmitted on 30 April 2019."),
        Phrase("(letter|letters|note verbale|request of the Committee)", "A letter was sent to your Government on 3 May 2020."),
        Phrase("(comments|observations|contribution|contributions)", "Its comments were received on 2 June 2022."),
    ),
    other_senders=(
        Phrase("(civil society|non-governmental|nongovernmental|NGO|NGOs|trade union|trade unions)", "information received from civil society on 3 May 2021"),
        Phrase("(human rights institution|human rights commission|institution of human rights|commission on human rights|ombudsman|ombudsperson|ombudswoman|public defender|people's advocate|human rights defender)", "information received from the national human rights institution"),
        Phrase("(other|another|third|several|various|neighbouring) (State|States|Government|Governments|stakeholder|stakeholders|party|parties|source|sources|organization|organizations|country|countries)", "information received from other stakeholders"),
        Phrase("(United Nations|special rapporteur|international organization|international labour|UNHCR|IOM|ILO|UNICEF|UN-Women)", "information received from the United Nations country team"),
        Phrase("(organization|organizations|organisation|organisations|association|associations|coalition|network)", "information received from an association of migrants"),
    ),
    earlier_reports=(
        Phrase("(first|earlier|previous|prior|interim|preliminary|initial|former|provisional|draft|incomplete) (written |such |or interim |)", "the first follow-up report"),
    ),
    examined_before=(
        Phrase("had (already |previously |earlier |)(examined|considered|assessed|reviewed|evaluated)", "The Committee had examined an earlier report at its thirty-third session."),
        Phrase("(has |)already (examined|considered|assessed|reviewed|evaluated)", "The Committee already examined a first report at its thirty-third session."),
        Phrase("(previously|earlier) (examined|considered|assessed|reviewed|evaluated)", "The Committee previously considered a report at its thirty-third session."),
    ),
    by_means=(
        Phrase("(with|by|under cover of|through|via|attached to|enclosed with) (a |the |its |your |)(note verbale|letter|cover letter)", "submitted with a note verbale dated 11 April 2023 and received on 14 April 2023"),
    ),
    arrived=(Phrase("(received|receipt|reached|arrived|came)", "submitted on 30 September 2024 and received on 2 October 2024"),),
    reply_of_state=(
        Phrase("(the|its|your|that|this|their) (reply|replies|response|responses|follow-up report|report|information|submission) (of|from|by|provided by|submitted by) (the State party|your Government|the Government|your|the authorities|the Permanent Mission)",
               "On 4 October 2023, the Committee received the reply of the State party."),
        Phrase("(your|its|the State party's|your Government's) (reply|replies|response|responses|follow-up report|report|information|submission)", "On 4 October 2023, your Government submitted its report."),
    ),
    adopted=(Phrase("(adopted|issued|approved|formulated|adoption)", "the concluding observations adopted at its thirtieth session"),),
    to_come=(
        Phrase("(next|forthcoming|upcoming|future|following|subsequent) … (report|reports)", "in its next periodic report"),
        Phrase("(is|are|was|were|will be|falls|fall|becomes|being) due", "The second periodic report is due on 1 May 2022."),
        Phrase("due (on|by|in|for|before|to be)", "the second periodic report, due by 1 May 2022"),
        Phrase("(should|must|shall|will|would|is to|are to|has to|have to|may|can|could) (also |then |therefore |)(be |)(submit|submitted|include|included|contain|contained|presented|provided|received|transmitted|considered|examined|address|addressed|reflected)", "The second periodic report should be submitted by 1 May 2022."),
        Phrase("(looks|look|looking) forward to", "The Committee looks forward to the third periodic report."),
        Phrase("in (its|the|your|their) (combined |initial |second|third|fourth|fifth|sixth|seventh)", "to include this information in its second periodic report"),
        Phrase("(preparation|submission|drafting) of (its|the|their)", "in the preparation of its third periodic report"),
    ),
    expired=(
        Phrase("(deadline|time limit|period|date|time) … (expired|passed|lapsed|elapsed|ran out)", "The deadline expired on 8 April 2024."),
        Phrase("(expiry|expiration|lapse) of (the|that|this) (deadline|time limit|period)", "since the expiry of the deadline"),
    ),
    overdue=(
        Phrase("(was|were|had been|has been|have been) (due|overdue|expected|to be submitted|to be provided|to be received|requested for)", "I wish to remind the State party that its follow-up report was due on 8 April 2024."),
        Phrase("should have (been|reached|arrived)", "The information should have reached the Committee by 1 May 2021."),
        Phrase("(is|are|remains|remain) (now |still |long |therefore |thus |)(awaited|expected|outstanding|pending|overdue|past due|due)", "The information requested is still awaited."),
    ),
    missing=(
        Phrase("(no|not|nor|never|nothing|none|neither|without) … (received|submitted|transmitted|provided|furnished|sent|reached|arrived|come|communicated|forwarded)",
               "It has not been received to date."),
    ),
    silent=(
        Phrase("(failed|fails|failure|omitted|neglected) to (submit|provide|send|transmit|furnish|reply|respond) … (report|information|reply|request|reminders|response|respond)", "The State party failed to submit the report."),
        Phrase("(absence|lack) of (a |any |)(reply|response|replies|responses)", "The Committee notes with regret the absence of a reply."),
        Phrase("State party … not (yet |)(replied|responded|answered|reacted)", "The State party has not yet replied."),
    ),
    conditions=(
        Phrase("(if|should|unless|failing|in the absence of|in case|in the event|were)", "If the information is not received by 30 June 2025, the Committee will …"),
        Phrase("(would be grateful|would appreciate|should be grateful|should appreciate|kindly|please|invites|invite|requests|request|asks|ask|urges|urge|hopes|hope|looks forward|look forward)",
               "I would be grateful if it could be submitted by 1 December 2022."),
    ),
    meetings=(
        Phrase("(meet|meeting|meetings|invite you|interview|audience|bilateral|discuss with you|speak with you|briefing)", "I would be grateful for an opportunity to meet with you."),
        Phrase("(discontinue|discontinued|discontinues|conclude|concluded|concludes|close|closed|closes|suspend|suspended) … follow-up", "The Committee has decided to discontinue the follow-up procedure."),
        Phrase("follow-up … (discontinued|concluded|closed|terminated|suspended)", "The follow-up procedure is now closed."),
        Phrase("(clarify|clarification|clarifications)", "I would be grateful for a clarification of the decree."),
    ),
    writer=(
        Phrase("(I|We) (wish|would|should|am|remain|trust|hope|thank|look|take|stand|also|therefore|further|avail|look|reiterate|assure|will|shall|can|count|express|convey|seize)",
               "I wish to reiterate to the State party that the Committee remains at its disposal."),
        Phrase("(My|Our) (office|thanks|gratitude|appreciation|colleagues|best)", "My thanks go to the authorities of Xland."),
        Phrase("(Allow|Permit|Let) (me|us)", "Allow me to thank the authorities of Xland."),
    ),
    concluding=(
        Phrase("(In closing|In conclusion|To conclude|In concluding|By way of conclusion|Lastly|Once again|As always)", "In closing, the Committee wishes to recall its readiness to help."),
    ),
    takes_leave=(
        Phrase("(thanks|thank|wishes to thank|would like to thank|wishes to reiterate|reiterates its|renews its|wishes to assure|assures|wishes to express|expresses its|commends|congratulates)", "The Committee thanks the Government of Xland for its constructive engagement."),
        Phrase("(trusts|hopes|expects|counts on|relies on|has every confidence|has no doubt|wishes|looks forward|appreciates|values|attaches|takes this opportunity|avails itself)", "The Committee trusts that the dialogue will continue."),
        Phrase("(is|remains|stands|would be|will be) (very |most |sincerely |deeply |also |always |)(grateful|thankful|appreciative|indebted|ready|available|willing|prepared|committed|confident|convinced|hopeful|at)", "The Committee stands ready to assist the authorities."),
    ),
    leave_topics=(
        Phrase("(dialogue|engagement|cooperation|co-operation|collaboration|exchange|exchanges|partnership)", "for its continued cooperation"),
        Phrase("(its|their|these|such|your|those) (continued |ongoing |)(efforts|endeavours|commitment)", "The Committee trusts that Xland will pursue its efforts."),
        Phrase("(at the disposal|at its disposal|at your disposal|at their disposal|at the service|any clarification|any question|technical assistance|technical cooperation|available to|its readiness|its full readiness|its availability|its full availability)", "The Committee remains available for any technical assistance."),
        Phrase("(assist|help|support) … (authorities|State party|Government)", "The Committee stands ready to assist the authorities."),
        Phrase("(for|of) (its|their|your|the) (kind |prompt |timely |detailed |comprehensive |continued |valuable |generous |)(report|reports|reply|replies|submission|attention|support|interest|understanding|responsiveness|assistance|availability)", "for its reply"),
        Phrase("(thanks|thank) (the|your|its) (State party|State Party|Government|authorities|Permanent Mission)", "The Committee thanks the State party."),
        Phrase("(all|all of|the totality of) (its|the|these) (recommendations|concluding observations)", "to give effect to all its recommendations"),
    ),
    asks=(
        Phrase("(invites|encourages|requests|asks|reminds|recalls|suggests|recommends|would appreciate|would welcome|would be grateful|should be grateful|welcomes|notes|will|intends|proposes|decided|has decided|decides)",
               "The Committee would appreciate receiving this information in the next periodic report."),
    ),
    letter_topics=(
        Phrase("(next|second|third|fourth|fifth|sixth|forthcoming|combined) … periodic (report|reports) … (is due|are due|due on|due by|due in|should be submitted|is to be submitted|to be submitted)", "that its third periodic report is due on 1 May 2024"),
        Phrase("(receive|receiving|consider|considering|examine|examining) (its|the|your) (next|second|third|fourth|fifth|sixth|combined) … (report|reports)", "It hopes to receive its third periodic report in time."),
        Phrase("(follow-up|follow up) (procedure|process) (is|has|will|of|with|in|for)", "that the follow-up procedure is now concluded"),
        Phrase("(this|the present) (letter|communication)", "to disseminate this letter widely"),
        Phrase("(its secretariat|our secretariat|secretariat of the Committee|its web page|its website|its web site)", "to contact its secretariat"),
        Phrase("(dialogue|cooperation|co-operation|engagement) with (the Committee|it)", "to continue its dialogue with the Committee"),
    ),
    specifying=(
        Phrase("(with|of|by|extended by|shown by|from|between|among) (the |your |its |)(Committee|it|authorities|State party|State Party|Government|Permanent Mission|delegation|Republic|Kingdom|Mission|two)", "the dialogue with the authorities of Xland"),
        Phrase("(in|on|to|for|towards) (this regard|this respect|this area|the implementation of the Convention|implement the Convention|the Convention|the future|implement its|implement these|give effect to|promote and protect|the follow-up|these matters|this matter|implementing the Convention)", "its efforts in this regard"),
    ),
    generic=(
        Phrase("(this|these|such|that|those|the above|outstanding|remaining|further|additional|any further|any additional|updated|all|all relevant|the requested|the missing) (and updated |)(information|particulars|details|issues|questions|matters|points|concerns|developments|steps)", "to address these questions"),
    ),
    next_reports=(
        Phrase("(in|into|within|as part of|through|on the occasion of) (its|the|their|your) … (next|second|third|fourth|fifth|sixth|combined|forthcoming|upcoming|subsequent)", "in its next periodic report"),
    ),
    legends=(
        Phrase("(scale|key|legend|grades|grading scale|explanation|abbreviations|meaning of the grades|scale of grades|assessment scale|grading system)", "Scale: “implemented”; “partially implemented”."),
    ),
    table_intros=(
        Phrase("(table|chart|list|overview|summary) (below|that follows|annexed|attached)", "The assessment is summarized in the table below."),
        Phrase("(following|annexed|attached|appended) (table|chart|overview)", "The grades are shown in the following table."),
    ),
)  # fmt: skip
