"""Follow the tasks a province hands to a commune, month by month, and write the papers.

The house has rooms, and a rule about which room may know which:

    ui, cli ──► services ──► domain ◄── store, importers, exchange, documents
        app ──► everything                (siblings never meet)

domain      words and rules; the standard library only
services    the user's verbs, one transaction each
store       the only room with SQL
importers   a file from outside → what was understood of it
exchange    sheets handed to the units and taken back from them
documents   what is known → a Word file in the official form
cli         the command line; no Qt
ui          the window; all of Qt
app         the composition root; paths, files and i18n are known to every room
"""

__version__ = "0.1.0"
