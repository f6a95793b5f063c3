"""A file from outside becomes what was understood of it, and what was doubted.

Where to begin; what stands in one line belongs together, and a family bears its first name:

    reading, child, limits, lines    a file is opened in a child process that speaks JSON lines
    formats, from, package           which kind of file it is, and one module a kind
    plain_text, legacy_text, cells   letters: encodings, old byte fonts, the text of a cell
    sheet, number_formats            what a spreadsheet keeps beside its values
    word                             what a Word file keeps beside its words
    pdf, struck, html                the letters and lines of a page, those with a line through them
    matrix                           a source becomes the draft of a plan
    blocks, side_by_side, joining    tables parted where a new one begins, rows put together again
    columns, headings, header        which column is which
    column_witness, unnamed_columns  columns nobody named, told by what they hold
    entries, ditto, judging          rows, marks for the cell above, headings among rows
    ordinals, outline, leads         labels, the sections open over a row, the lines over a table
    month_marks, month_names         the time that marks under months say
    split_times, time_over, years    a time in several columns, the year over it or of nobody
    document, issuer, citations      the paper that carries the plan
    prose, sentences, orders         tasks in sentences, in letters, in lists
    body_names                       where the name of a body ends before a deed
    timed_words                      when a sentence says that its task is due
    duty_clauses, duty_times         reports a plan asks for
    indicators, proposals            figures to be reached; what stands in another place
    named_over                       who leads, where only the heading of a section says it
    doubts, column_doubts            what a careful colleague would point at
    whole_file, errors               what is said of a file as a whole, and why it cannot be read
    roster                           a source becomes the draft of rosters
    report_words                     the words of a report taken back from Word
"""
