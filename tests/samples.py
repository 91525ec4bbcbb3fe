"""Sample letters for the tests: own wording on the procedure's fixed formulas, to an invented State."""

from typing import Any

GRADED = """
REFERENCE: CMW/FollowUp/38/xx

20 June 2024

Excellency,

In my capacity as Chairperson of the Committee on Migrant Workers (CMW), I have the honour to refer to the examination of the second periodic report of Testland at the Committee's thirty-second session, held in April 2021. At the end of that session, the Committee issued its concluding observations (CMW/C/XTL/CO/2). You may recall that in the concluding observations, the Committee requested Testland to provide, within two years, written information on the steps undertaken to implement the recommendations contained in paragraphs 15, 29 (c) and 51 of the concluding observations.

At its thirty-eighth session, held in June 2024 in Geneva, the Committee examined the follow-up report of the State party (CMW/C/XTL/FCO/2). The Committee welcomes the follow-up report received in May 2023 under the CMW follow-up procedure. With respect to the follow-up report, the Committee notes the following:

Regarding the recommendation made in **paragraph 15** of the concluding observations, the Committee welcomes the register of recruitment agencies and regrets that inspections remain rare. **The Committee considers that the recommendation contained in paragraph 15 has been partially implemented.**

In regard to the recommendation made in **paragraph 29 (c)** of the concluding observations, the Committee regrets that seasonal workers still have no access to the labour courts. **The Committee considers that the recommendation made in paragraph 29 (c) has not been implemented.**

Her Excellency
Ms. Ada Probe
Permanent Representative of the Republic of Testland
to the United Nations Office
Geneva, Switzerland

Email: mission.testland@example.org

Regarding the recommendation made in **paragraph 51** of the concluding observations, the Committee welcomes the survey of domestic workers, whose results are published every year:

(i) by sex, age and status; (ii) by region. **The Committee considers that the recommendation contained in paragraph 51 has been implemented.**

The Committee looks forward to continuing its constructive dialogue with the authorities of Testland on the implementation of the Convention.

Please accept, Excellency, the assurances of my highest consideration.

Max Muster
Chair
Committee on the Protection of the Rights of All
Migrant Workers and Members of Their Families
"""

UNGRADED = """
REFERENCE: CMW/followup/28/xx

23 April 2018

Excellency,

In my capacity as Chairperson of the Committee on Migrant Workers (CMW), I have the honour to refer to the examination of the initial report of Testland at the Committee's twenty-third session, held in September 2015. At the end of that session, the Committee's concluding observations were transmitted to your Permanent Mission (CMW/C/XTL/CO/1). You may recall that in the concluding observations, the Committee requested Testland to provide, within two years, written information on the steps undertaken to implement the recommendations contained in paragraphs 21 and 33 of the concluding observations.

At its twenty-eighth session, held in April 2018 in Geneva, the Committee examined the follow-up report of the State party (CMW/C/XTL/CO/1/Add.1). The Committee welcomes the follow-up report received in January 2018 under the CMW follow-up procedure. With respect to the follow-up report, the Committee notes the following:

Regarding the recommendation made in paragraph 21 of the concluding observations, the Committee encourages the State party to fully implement the recommendation to train border officials.

In regards to the recommendation made in paragraph 33 of the concluding observations, the Committee encourages the State party to strengthen its efforts to open schools to the children of seasonal workers.

The Committee looks forward to pursuing its constructive dialogue with the authorities of Testland on the implementation of the Convention.

Please accept, Excellency, the assurances of my highest consideration.

Max Muster
Chairperson
Committee on the Protection of the Rights of All
Migrant Workers and Members of Their Families
"""

REMINDER = """
REFERENCE: CMW/FollowUp/37/xx

8 December 2023

Excellency,

In my capacity as Chairperson of the Committee on Migrant Workers (CMW), I have the honour to refer to the examination of the second periodic report of Testland at the Committee's thirty-second session, held in April 2021. At the end of that session, the Committee issued its concluding observations (CMW/C/XTL/CO/2). You may recall that in the concluding observations, the Committee requested Testland to provide, within two years, written information on the steps undertaken to implement the recommendations contained in paragraphs 15, 29 (c) and 51 of the concluding observations.

The Committee has not yet received the follow-up report of the State party, which was due in April 2023. I should be grateful if the State party would submit it at its earliest convenience.

Please accept, Excellency, the assurances of my highest consideration.

Max Muster
Chairperson
Committee on the Protection of the Rights of All
Migrant Workers and Members of Their Families
"""


def numbered(number: int) -> str:
    """The graded letter once more: another reference, day and concluding observations for each number."""
    assert 0 < number < 90
    return (
        GRADED.replace("/38/xx", f"/38/x{number}")
        .replace("20 June", f"{number % 28 + 1} June")
        .replace("XTL/CO/2", f"XTL/CO/{number + 9}")
    )


def sample_state(**values: Any) -> Any:
    """Testland, as the sample letters name it."""
    from followup.models import State

    state = State(
        iso3="XTL", name_en="Testland", name_fr="Testlande", name_es="Testlandia", sample=True, **values
    )
    state.record_change(by=None, reason="Made for a test.")
    return state
