"""The language of the window: Vietnamese as written, or English from the compiled translation."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from onestop_desk import paths
from onestop_desk.ui import translation


class Language(StrEnum):
    """The languages the window can speak."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


_FILES = {Language.VIETNAMESE: ("qtbase_vi.qm",), Language.ENGLISH: ("onestop_en.qm",)}


def install(app: QCoreApplication, language: Language = Language.VIETNAMESE) -> None:
    """Make `app` speak `language`; call it before the window is built. A missing file raises FileNotFoundError."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    for name in _FILES[language]:
        path = paths.resource("translations") / name
        translator = QTranslator(app)
        if not translator.load(str(path)):
            raise FileNotFoundError(path)
        app.installTranslator(translator)
    country = QLocale.Country.Vietnam
    spoken = QLocale.Language.Vietnamese if language is Language.VIETNAMESE else QLocale.Language.English
    QLocale.setDefault(QLocale(spoken, country))
    translation.use(QCoreApplication.translate)
