"""Whether two ways of naming a person can be one person.

Source: sounds.py for letters and cases, offices.py for offices beside a name, first_names.py for other forms of first
names, initials.py for shortened parts. Does not: know maiden names beyond what the words say; a difference of gender
ending in a family name is no difference here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from pristan.chronology.likeness.first_names import forms_of
from pristan.chronology.likeness.initials import is_short, stands_for
from pristan.chronology.likeness.offices import names_within
from pristan.chronology.likeness.parentage import (
    bare_family,
    both_fathers_names,
    fathers_name_in,
    has_parentage,
    is_patronymic,
    one_father,
    without_parentage,
)
from pristan.chronology.likeness.sounds import alike
from pristan.chronology.likeness.spelling import latin

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LOOKALIKES = str.maketrans("ABEKMHOPCTYXaeopcyx", "АВЕКМНОРСТУХаеорсух")  # Latin letters typed in a Russian name
_SMALL_RU = re.compile("[а-яё]+")
_RESPECT = re.compile(
    r"(?<=[^\W\d]{4})(?:бек|бег|жон|джон|жан|джан|хон|хан|бой|ой|bek|beg|jon|jan|zhon|zhan|djan|xon|khon|khan|boy|oy)$",
    re.IGNORECASE,
)
_PART = re.compile(r"[^\W\d_](?:[\w’'ʻʼ`-]*\w)?\.?")


def may_be_one_person(one: str, other: str) -> bool:
    """Whether no part that both tell differs: whole words by sound, shortened ones by their letters."""
    by_father = has_parentage(one) or has_parentage(other)
    pairs = product(names_within(_in_one_alphabet(one)), names_within(_in_one_alphabet(other)))
    return any(_may_be_one(first, second, by_father=by_father) for first, second in pairs)


def tells_both(name: str, one: str, other: str) -> bool:
    """Whether a name holds two others, as "Сомова (до брака Лапшина) Анна" does: then they are one person's."""
    size = len(_parts(names_within(name)[0], " "))
    return all(
        size >= len(_parts(names_within(short)[0], " ")) and may_be_one_person(name, short) for short in (one, other)
    )


def _may_be_one(one: str, other: str, *, by_father: bool) -> bool:
    for hyphen in (" ", ""):  # Саид-Магомед is Саидмагомед; Петрова-Водкина may be Петрова
        first, second = _parts(one, hyphen), _parts(other, hyphen)
        if not first or not second or _tell_other_parts(first, second):
            return True
        for a, b in _with_joined_words(first, second):
            short, long = sorted((a, b), key=len)
            if _fits(short, long) or (by_father and _fits(_bare(short), _bare(long))):
                return True
    return False


def _parts(name: str, hyphen: str) -> list[str]:
    text = re.sub(r"(?<=\w)-(?=\w)", hyphen, without_parentage(name))
    found = [_unstopped(part) for part in _PART.findall(text)]
    named = [part for part in found if not _SMALL_RU.fullmatch(part)]
    return named or found


def _unstopped(part: str) -> str:
    return part if is_short(part) else part.rstrip(".")


def _in_one_alphabet(name: str) -> str:
    """A Russian name with the Latin letters that were typed in its words and initials put right."""
    if not _CYRILLIC.search(name):
        return name
    return re.sub(
        r"\w+",
        lambda found: found[0].translate(_LOOKALIKES) if len(found[0]) == 1 or _CYRILLIC.search(found[0]) else found[0],
        name,
    )


def _with_joined_words(one: list[str], other: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Both names as they stand, then with two neighbouring words of the longer in one: Абдул Керим, Абдулкерим."""
    yield one, other
    if len(one) == len(other):
        return
    short, long = sorted((one, other), key=len)
    for at in range(len(long) - 1):
        if not any(is_short(part) for part in long[at : at + 2]):
            yield short, [*long[:at], long[at] + long[at + 1].lower(), *long[at + 2 :]]


def _tell_other_parts(one: list[str], other: list[str]) -> bool:
    """One tells first name and patronymic, or a first name alone, and the other has no part that could differ."""
    return any(_is_given(first, second) for first, second in ((one, other), (other, one)))


def _is_given(given: list[str], other: list[str]) -> bool:
    if len(given) == 2 and not is_patronymic(given[1]):
        return False  # Абрамович Роман: a family name
    first = [part for part in given if not is_patronymic(part)]
    if len(first) != 1 or is_short(first[0]) or any(is_patronymic(part) for part in other):
        return False
    if len(other) == 1:
        known = bool(forms_of(other[0])) or is_short(other[0])
        return not known if len(given) == 2 else not is_short(other[0]) and bool(forms_of(first[0])) != known
    return len(given) == 2 and len(other) == 2 and any(_part_fits(first[0], part) for part in other)


def _bare(parts: list[str]) -> list[str]:
    """Family names without their Russian ending: Турсунбаева, whose father is Турсунбай."""
    return [bare_family(part) for part in parts]


def _fits(short: list[str], long: list[str]) -> bool:
    """Whether parts can be paired one to one: whole words first, shortened ones in their order."""
    if not short:
        return True
    order = sorted(enumerate(short), key=lambda entry: (is_short(entry[1]), -len(entry[1])))
    return _pair(order, list(enumerate(long)), (), len(short) > 1)


def _pair(
    left: list[tuple[int, str]],
    free: list[tuple[int, str]],
    shortened: tuple[tuple[int, int], ...],
    ending_may_go: bool,
) -> bool:
    """`shortened`: places of the pairs in which a part is shortened. `ending_may_go`: of one family name."""
    if not left:
        return True
    (place, part), rest = left[0], left[1:]
    for number, (where, candidate) in enumerate(free):
        cut = is_short(part) or is_short(candidate)
        if cut and any((place < a) != (where < b) for a, b in shortened):
            continue  # О.А. is not А.О.
        open_places = free[:number] + free[number + 1 :]
        pairs = (*shortened, (place, where)) if cut else shortened
        if _part_fits(part, candidate) and _pair(rest, open_places, pairs, ending_may_go):
            return True
        if ending_may_go and not cut and _one_family(part, candidate) and _pair(rest, open_places, pairs, False):
            return True
    return False


def _part_fits(one: str, other: str) -> bool:
    if is_short(one) or is_short(other):
        return stands_for(one, other) if is_short(one) else stands_for(other, one)
    if is_patronymic(one) or is_patronymic(other):
        if both_fathers_names(one, other):
            return one_father(one, other)
        if alike(fathers_name_in(one), fathers_name_in(other)):
            return True  # Бахтиярович and Baxtiyor o'g'li
    return alike(one, other) or bool(forms_of(one) & forms_of(other)) or _one_with_respect(one, other)


def _one_with_respect(one: str, other: str) -> bool:
    """Нодир and Нодирбек: a word of respect that everyday use leaves off. Азизбек and Азизжон are two."""
    bare = _RESPECT.sub("", one), _RESPECT.sub("", other)
    return (bare[0] != one) != (bare[1] != other) and alike(*bare)


def _one_family(one: str, other: str) -> bool:
    """One family name with its Russian ending and without, or with a Tajik or Azerbaijani one: Сафаров, Сафарзода."""
    first, second = bare_family(one), bare_family(other)
    return (first != one or second != other) and min(len(latin(first)), len(latin(second))) > 3 and alike(first, second)
