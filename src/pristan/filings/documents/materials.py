"""What every composer of a packet needs: one person's case, the law, the profile, and where each exhibit stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pristan.assessment.results import Assessment
from pristan.case.declaration_model import PacketSettings, Paragraph
from pristan.case.model import Case, Exhibit, Person, Statement
from pristan.filings.documents.model import Block, Document, Piece
from pristan.filings.documents.sources import fact_key
from pristan.filings.documents.wording import filed
from pristan.filings.documents.words import word
from pristan.filings.profiles.model import Part, Profile, ProfileVersion
from pristan.kernel.date_words import day_in_words
from pristan.kernel.language import Language, Text
from pristan.law.model import LawBase

BLANK = "________________"
PLAIN_SPACING = 1.15  # lines, where the registry asks for nothing


@dataclass(frozen=True, slots=True)
class Places:
    """Where the exhibits of the packet stand."""

    tabs: Mapping[str, str]  # exhibit -> tab
    first_page: Mapping[str, int] = field(default_factory=dict)  # tab -> page of the bundle
    documents: Mapping[str, str] = field(default_factory=dict)  # part that stands in the bundle -> tab


@dataclass(frozen=True, slots=True)
class Materials:
    """One packet of one person, in one language."""

    case: Case
    base: LawBase
    person: Person
    assessment: Assessment
    profile: Profile
    version: ProfileVersion
    settings: PacketSettings
    places: Places
    language: Language
    prepared: date

    def say(self, text: Text | None) -> str:
        """The text in the packet's language; empty for none."""
        return "" if text is None else text.to(self.language)

    def filed(self, text: Text | None) -> str:
        """A title of the law base in the packet's language and in the third person; empty for none."""
        return "" if text is None else self.say(filed(text))

    def word(self, key: str, **values: object) -> str:
        """A fixed phrase in the packet's language."""
        return word(key, **values).to(self.language)

    @property
    def name(self) -> str:
        """The person's name."""
        return self.say(self.person.name)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the forum takes; the packet's own where the forum's are not on record."""
        return self.version.languages or (self.language.value,)

    @property
    def today(self) -> str:
        """The day of preparation in words."""
        return self.say(day_in_words(self.prepared))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The person's own statement."""
        return self.case.declarations.of(self.person.id)

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The exhibits of this packet in their order, translations included."""
        return tuple(self.case.exhibits[name] for name in self.places.tabs)

    def field(self, name: str) -> Piece:
        """What the user wrote for a field of the profile, or a line to fill in."""
        value = self.settings.fields.get(name, "").strip()
        key = f"field:{self.profile.id}/{self.person.id}/{name}"
        return Piece(value, (key,)) if value else Piece(BLANK)

    def cite(self, exhibit: str, page: int | None = None) -> str:
        """A pin cite: "Tab D, p. 1 (bundle p. 23)"; empty if the exhibit is not in the packet."""
        tab = self.places.tabs.get(exhibit)
        if tab is None:
            return ""
        text = self.tab_name(tab)
        if page is not None:
            text += self.word("cite_page", page=page)
        first = self.places.first_page.get(tab)
        if first is not None:
            text += self.word("cite_bundle", page=first + (page or 1) - 1)
        return text

    def tab_name(self, tab: str) -> str:
        """How a tab is called: a tab of the bundle, or an annex that is a file of its own."""
        return self.word("tab" if self.version.exhibits == "bundle" else "annex", tab=tab)

    def translation_of(self, exhibit: str) -> str | None:
        """The exhibit that translates another into a language of the forum, where the packet has it."""
        return next(
            (one.id for one in self.exhibits if one.translation_of == exhibit and one.language in self.languages),
            None,
        )

    def told_in(self, statement: Statement) -> str:
        """The paragraph of the person's statement that tells a fact, as a cite; empty if none does."""
        key = fact_key(statement).partition("/")[2]
        return next((self.cite_paragraph(number) for number, one in self._numbered if key in one.facts), "")

    def telling(self, event: str) -> tuple[str, ...]:
        """Cites of the paragraphs of the person's statement that tell an event."""
        return tuple(self.cite_paragraph(number) for number, one in self._numbered if event in one.events)

    def cite_paragraph(self, number: int) -> str:
        """A cite of one paragraph of the statement, as the packet calls it."""
        part = self.statement_part
        return "" if part is None else self.word("cite_paragraph", part=part.title, number=number)

    @property
    def statement_part(self) -> Part | None:
        """The part of the packet that is the person's statement; what is not in the packet is not cited."""
        return next((one for one in self.version.parts if one.document == "declaration"), None)

    @property
    def _numbered(self) -> tuple[tuple[int, Paragraph], ...]:
        return tuple(enumerate(self.paragraphs, start=1)) if self.statement_part is not None else ()

    def document(self, part: Part | None, name: str, title: str, blocks: list[Block]) -> Document:
        """A document with the paper and type of the profile, and, where the part asks for it, the line spacing."""
        return Document(
            part.id if part is not None else name,
            title,
            self.language,
            self.version.paper,
            self.version.type_pt,
            self.version.spacing if part is not None and part.spaced else PLAIN_SPACING,
            tuple(blocks),
        )
