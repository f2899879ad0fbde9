"""Kinds of sentences from invented texts on health, finance, sport, towns, war and science."""

import pytest

from provenance.claims import find
from provenance.model import ClaimKind

HEALTH = """
fact|Nurses at the Alder Ward worked an average of 61 hours a week in March.
fact|A leaked audit, seen by this newspaper, shows that the trust cancelled 4,200 operations.
fact|The death toll is 45.
fact|The population of the town is about 60,000.
fact|The hospital has not hired a single midwife since 2021.
fact|She would later go on to lead the Alder Ward.
fact|The trust closed two wards in April and moved 30 patients to Brackwater.
opinion|This is a national disgrace.
opinion|The excuses are wearing thin.
opinion|But compassion alone is not enough.
opinion|What is needed is honesty.
opinion|Few things are more precious than a night's sleep.
forecast|If the strike goes ahead, thousands of appointments will be lost.
forecast|Waiting lists could double by 2030.
forecast|The new scanner is unlikely to arrive before spring.
norm|Ministers must publish the staffing figures.
norm|No patient should wait two days on a trolley.
norm|We cannot afford to lose another generation of doctors.
norm|It is time to end the silence.
none|Who will answer for this?
"""

FINANCE = """
fact|Harrow & Pike, the third-largest lender, reported a loss of €2.4bn on Tuesday.
fact|Shares in the bank fell by 11 percent in early trading.
fact|The central bank raised interest rates for the first time since 2011.
fact|Internal memos show executives knew about the losses as early as May.
fact|The regulator is examining the accounts of three subsidiaries.
fact|Investors have withdrawn about 300 million dollars from the fund.
fact|Mina Okafor is chief executive of the Lakeside Pension Fund.
opinion|The optimism is misplaced.
opinion|This is a gamble with other people's savings.
opinion|For savers, the message is bleak.
opinion|The real scandal is the silence of the auditors.
opinion|Trust, once lost, is hard to regain.
forecast|Another rate rise would push many small firms over the edge.
forecast|Analysts expect the economy to shrink by 0.4 percent next year.
forecast|A second rescue may be needed.
norm|Regulators ought to have the power to claw back bonuses.
norm|The board has to explain itself.
"""

SPORT = """
fact|The Fenwick Rovers beat Oldmoor 3-1 on Saturday.
fact|Coach Ana Brandt left the club in June after two seasons.
fact|The stadium holds 18,000 people.
fact|No club from the island has ever won the cup.
fact|She has scored 41 goals for the national side.
fact|The federation reportedly paid the agent half a million euros.
opinion|It was a shameful performance.
opinion|The referee was simply awful.
opinion|Football is about belonging.
opinion|Loyalty is a rare virtue in this business.
opinion|Nothing is more beautiful than a last-minute goal.
forecast|Rovers will struggle without their captain.
forecast|The title race might go down to the last day.
norm|The federation should resign as a body.
norm|Fans deserve better, and the owners need to listen.
"""

LOCAL = """
fact|The council voted 14 to 9 on Thursday to sell the old library.
fact|Mayor Petra Lindqvist owns two houses on Canal Street.
fact|According to the minutes, no one raised the flood risk.
fact|Residents of Mill Lane have complained about the smell for years.
fact|Heavy trucks have used the lane since May.
fact|The developer denied that it had paid for the trip.
fact|The town sits on a flood plain.
fact|In 1998 the town defaulted on its debts, wiping out a pension fund.
forecast|Had the mayor acted in time, the bridge would have been saved.
opinion|Good government is boring government.
opinion|The plan is short-sighted and cruel.
opinion|This is how trust dies.
opinion|The irony is hard to miss.
opinion|Perhaps the mayor simply does not care.
opinion|The library was the soul of the town.
forecast|Once the trees are gone, the square will flood every winter.
forecast|The sale is set to go ahead in autumn.
norm|The council must think again.
norm|Councillors cannot hide behind procedure.
"""

WAR = """
fact|Rebel units crossed the Senn river at dawn and seized the radio station in Korvath.
fact|Two intelligence officials said the drones were built in a factory near Port Amery.
fact|The convoy carried 40 tonnes of flour.
fact|Satellite images show fresh trenches along the border.
fact|Norland has supplied the junta with radar equipment since 2019.
fact|Engineers are laying mines along the coast.
fact|The treaty bans the transfer of such missiles.
fact|The general allegedly ordered the shelling of the market.
opinion|This is not diplomacy; it is theatre.
opinion|The stakes could hardly be higher.
opinion|For the coastal states, the danger is obvious.
opinion|The ceasefire is a fig leaf.
opinion|Peace is never cheap.
opinion|It is a dangerous illusion that walls bring safety.
forecast|A blockade could starve the islands within weeks.
forecast|If Norland closes the strait, fuel prices would soar.
forecast|It seems unlikely that the junta survives the winter.
norm|The allies must not look away.
norm|Weapons should never be sold to such a regime.
"""

SCIENCE = """
fact|The vaccine reduced infections by 40 percent in a trial of 6,000 adults.
fact|Researchers at the Tarn Institute found traces of lead in 12 of 15 wells.
fact|The glacier has lost a third of its mass since 1990.
fact|The probe landed on Sunday.
fact|The study was funded by a maker of sweeteners.
opinion|The results are encouraging.
opinion|Science is a conversation, not a verdict.
forecast|The reservoir is expected to run dry by August.
forecast|The compound may one day replace plastic.
norm|Such trials need to be repeated.
"""

REMARKS = """
opinion|We have watched all this before.
opinion|Its owners have understood nothing.
opinion|It is the shabbiest excuse of all.
opinion|For thirty years this country has been far too patient.
opinion|The trustees are in the wrong business.
opinion|For the pupils of Alder, the consequences have been devastating.
opinion|It would be wrong to blame the weather alone.
opinion|That should worry every parent.
opinion|Their accounts give little reason for comfort.
opinion|It is a pity.
forecast|Perhaps none of this will happen.
forecast|A reform is coming.
forecast|Should they walk out, a vote would follow within a month.
forecast|If the bridge is shut, drivers would have to take the ferry.
fact|The archivist who kept the keys could not be reached.
fact|The ship could no longer be found.
fact|No barge may enter the lock until Friday.
fact|The mayor denied that the money had come too late.
fact|On the tape, the agent can be heard naming a price.
fact|It is also suing a teacher who wrote about the pool.
fact|One in five beds is empty.
norm|The harbour needs a plan and a backbone.
norm|Tenants cannot be asked to pay twice.
norm|Owners have a duty to repair the roofs.
norm|The time for polite letters is over.
norm|No more excuses.
norm|Let the accounts be opened.
"""

CASES = [
    tuple(line.split("|"))
    for part in (HEALTH, FINANCE, SPORT, LOCAL, WAR, REMARKS, SCIENCE)
    for line in part.strip().splitlines()
]


@pytest.mark.parametrize(("kind", "sentence"), CASES, ids=[case[1][:50] for case in CASES])
def test_kind_of_a_sentence(kind: str, sentence: str) -> None:
    found = find(sentence, language="en")
    assert {claim.type for claim in found} == (set() if kind == "none" else {ClaimKind(kind)})
