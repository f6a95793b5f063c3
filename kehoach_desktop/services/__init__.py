"""The user's verbs: each is one transaction that says what it changed.

Where to begin; what stands in one line belongs together. `…_ports` say which shelf a verb asks for.

    verbs, ports, changes, moments     all verbs over one store, what keeps them, what they touched
    planning, plan, mappings           take a plan in, take it back, correct a task; learnt headings
    reporting, periods                 write answers, open and close a period, gather the report
    period_rows, period_months         the rows of a period, and how its months stand
    collecting, sending, returns       return forms: made and sent, home again, who is late
    held_forms, late_forms, receipts   what stands beside a file, what comes late, what was noted
    form_figures, watching             the figures in forms, and a folder where files arrive
    reviewing, evidence                the second look, and the files behind the answers
    papers, paper_drafts               papers, and what is filled in for them
    report_texts                       the words of a report, edited and taken back
    issuing, correcting, signing       the register, papers that put others right, who signs
    duties, public_holidays            reports that fall due
    offices, units, villages           the commune's particulars and its units
    rosters, team_papers, disclosing   teams and their people, their papers, who saw their numbers
    team_refusals                      what the verbs about teams refuse
    activities, indicators             what teams did, what villages counted
    figure_books                       what figures are reckoned from
    safekeeping                        backups
"""
