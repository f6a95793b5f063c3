"""Words and rules of the office: values and pure functions, no file, no database, no window.

Where to begin; what stands in one line belongs together, and a family bears its first name:

    text, errors, span            what every module may lean on
    plan, agency, matching        what the province asks of whom, and which task is meant
    draft, indicator              what a reader hands over
    deadline                      a wording and its reading; `deadline_reader` reads
    office, unit, village_change  the commune: its particulars, its units, what became of villages
    period, progress, counts      a month of answers: how a task stands, the official 2×2
    longer_period, breakdown      a quarter out of its months; the counts apart by plan and unit
    reviewing, correction         what wants a second look, what came too late
    report, narrative, live_text  the words of a report: written, edited, following the figures
    paper, emphasis               papers of any kind; `paper_book` lists them
    issued_paper, signed_copy     the register of what was sent out
    snapshot, rebuilt_paper       the value a paper was made from, and the paper made from it again
    printed_paper                 a paper for whoever draws it without Word
    signer                        who signs, to whom papers go, from when to when
    return_form                   sheets that go to units and come home
    filled_appendix, column_order  the province's own table, copied back cell by cell
    duty, working_days            reports that fall due, and the days nobody works
    team, membership, decision    digital teams and their people; `team_state` is a day's picture
    roster_lists, access          lists that leave the program, and who took them out
    activity, figure, figures     what teams did and what villages counted
    indicator_book, work_step     what is counted, and a step of counting taken back
    attachment, journal           evidence of answers, and what was done when
"""
