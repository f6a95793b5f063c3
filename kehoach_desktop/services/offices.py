"""The verbs around the office's own particulars."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import SAMPLE_OFFICE, Office, OfficeKind, SigningCapacity
from kehoach_desktop.domain.text import clean, fold
from kehoach_desktop.i18n import _
from kehoach_desktop.services.ports import Store

TEXT_KEYS = ("name", "province", "place", "signer", "addressee", "drafting_unit")
DAY_KEYS = ("reporting_day", "cutoff_day")
KEYS = ("kind", "capacity", "recipients", "unit_capital", *TEXT_KEYS, *DAY_KEYS)


class UnknownParticular(KehoachError):
    """A key or its value is not one the office has."""

    def __init__(self, key: str, value: str = "") -> None:
        if key not in KEYS:
            super().__init__(
                _("Không có mục “{key}”.").format(key=key),
                hint=_("Các mục: {keys}.").format(keys=", ".join(KEYS)),
            )
        else:
            super().__init__(
                _("Giá trị “{value}” không dùng được cho mục “{key}”.").format(
                    key=key, value=value
                ),
                hint=_hint(key),
            )


def _hint(key: str) -> str:
    allowed = {
        "kind": ", ".join(OfficeKind),
        "capacity": ", ".join(SigningCapacity),
        "unit_capital": ", ".join(YES_NO),
    }
    return _("Dùng một trong: {values}.").format(values=allowed.get(key, "0–31"))


class Offices:
    """The office of this store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def office(self) -> Office | None:
        """Return the office, or None before the first run is over."""
        with self._store.reading() as shelves:
            return shelves.office.get()

    def keep(self, office: Office) -> Office | None:
        """Keep the office; return what stood before."""
        with self._store.command("set_office") as shelves:
            before = shelves.office.get()
            shelves.office.put(office)
        return before

    def clear(self) -> Office | None:
        """Go back to before the first run; return what stood."""
        with self._store.command("clear_office") as shelves:
            before = shelves.office.get()
            shelves.office.remove()
        return before

    def use_sample(self) -> Office:
        """Keep the made-up commune to learn on."""
        self.keep(SAMPLE_OFFICE)
        return SAMPLE_OFFICE


def with_particular(office: Office, key: str, value: str) -> Office:
    """Return `office` with one particular set from text, as typed on a command line.

    `recipients` takes lines separated by `;` or `|`. Raises UnknownParticular.
    """
    text = clean(value).strip()
    changed = replace(office, is_sample=False)
    if key in TEXT_KEYS:
        return replace(changed, **{key: text})  # type: ignore[arg-type]  # the keys are texts
    if key == "recipients":
        lines = (line.strip(" -.") for line in text.replace("|", ";").split(";"))
        return replace(changed, recipients=tuple(line for line in lines if line))
    if key in DAY_KEYS:
        return replace(changed, **{key: _day(key, text)})  # type: ignore[arg-type]  # whole days
    if key == "kind":
        return replace(changed, kind=_choice(OfficeKind, KIND_ALIASES, key, text))
    if key == "unit_capital":
        return replace(changed, unit_capital=_yes_no(key, text))
    if key == "capacity":
        return replace(changed, capacity=_choice(SigningCapacity, CAPACITY_ALIASES, key, text))
    raise UnknownParticular(key)


YES_NO = {"auto": None, "co": True, "yes": True, "khong": False, "no": False}
KIND_ALIASES = {"commune": "xa", "ward": "phuong", "special_zone": "dac_khu"}
CAPACITY_ALIASES = {
    "chairman": "chu_tich",
    "deputy": "pho_chu_tich",
    "acting": "quyen_chu_tich",
    "chief_of_office": "chanh_van_phong",
    "tm._uy_ban_nhan_dan": "chu_tich",
    "kt._chu_tich": "pho_chu_tich",
    "q._chu_tich": "quyen_chu_tich",
    "tl._chu_tich": "chanh_van_phong",
    "tuq._chu_tich": "uy_quyen",
}


Choice = TypeVar("Choice", OfficeKind, SigningCapacity)


def _choice(choices: type[Choice], aliases: dict[str, str], key: str, text: str) -> Choice:
    slug = fold(text).replace(" ", "_")
    try:
        return choices(aliases.get(slug, slug))
    except ValueError as refusal:
        raise UnknownParticular(key, text) from refusal


def _yes_no(key: str, text: str) -> bool | None:
    slug = fold(text)
    if slug not in YES_NO:
        raise UnknownParticular(key, text)
    return YES_NO[slug]


def _day(key: str, text: str) -> int:
    if not text.isdigit() or int(text) > 31:
        raise UnknownParticular(key, text)
    return int(text)
