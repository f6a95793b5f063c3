"""Qt's own words (OK, Cancel, the menus of a field, the file dialog) in Vietnamese."""

from __future__ import annotations

import gettext

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from kehoach_desktop import paths

_KEYS = {"QShortcut"}


class StandardTexts(QTranslator):
    """Answers Qt's English words from the catalogue `qt`."""

    def __init__(self, catalogue: gettext.NullTranslations) -> None:
        super().__init__()
        self._catalogue = catalogue

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return the Vietnamese for one of Qt's texts; Qt keeps its own where there is none."""
        del disambiguation, n
        if context in _KEYS:
            return source
        for spelled in (source, source.replace("&", "")):
            found = self._catalogue.gettext(spelled)
            if found != spelled:
                return found
        return source  # an empty answer would blank the text: Qt tells "" from no answer

    def isEmpty(self) -> bool:
        """Say that there is something to answer; Qt drops an empty translator."""
        return False


def install(application: QCoreApplication, language: str = "vi") -> None:
    """Let Qt's own parts speak `language`; English they speak by themselves."""
    if language != "vi":
        return
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    found = gettext.translation("qt", paths.catalogues(), languages=["vi"], fallback=True)
    texts = StandardTexts(found)
    texts.setParent(application)
    application.installTranslator(texts)
