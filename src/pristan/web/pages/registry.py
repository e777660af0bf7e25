"""Every page of the workbench, in the order of the rail. A new page is a folder beside its siblings and a line here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from pristan.web.page import Page
from pristan.web.pages.assessment.view import assessment
from pristan.web.pages.cases.view import cases, cases_list, find_case
from pristan.web.pages.chronology.view import add_event, chronology, explain
from pristan.web.pages.country.cite import uncite_passage
from pristan.web.pages.country.view import cite_passage, country
from pristan.web.pages.emergency.view import ask, emergency
from pristan.web.pages.evidence.came import add, arrived, coming
from pristan.web.pages.evidence.leaving import delete_paper, original, remove, restore
from pristan.web.pages.evidence.view import confirm_sure, crop, decide, evidence, maker, offers, picture, reached
from pristan.web.pages.filings.similar import similar
from pristan.web.pages.filings.view import build, fetch, filings, watch
from pristan.web.pages.hand_on.view import delete, export, hand_on
from pristan.web.pages.interview.view import answers, interview, preview, save
from pristan.web.pages.law.view import law
from pristan.web.pages.log.view import log, purge
from pristan.web.pages.more.view import more
from pristan.web.pages.new.view import bring_file, bring_folder, make, new
from pristan.web.pages.overview.view import overview
from pristan.web.pages.plan.view import calendar, plan
from pristan.web.pages.scenarios.view import scenarios
from pristan.web.pages.search.view import find, search_page
from pristan.web.pages.settings.view import back_up, passphrase, recovery, settings, wipe
from pristan.web.pages.travel.view import travel

PAGES = (
    Page(
        id="cases",
        title=_("All cases"),
        view=cases,
        group="case",
        icon="cases",
        shelf_tab=_("Cases"),
        of_case=False,
        more=(("list", cases_list), ("find", find_case)),
    ),
    Page(
        id="search",
        title=_("Search"),
        view=search_page,
        group="case",
        icon="search",
        key="w",
        shelf_tab=_("Search"),
        of_case=False,
        more=(("find", find),),
    ),
    Page(
        id="new",
        title=_("New case"),
        view=new,
        icon="plus",
        of_case=False,
        more=(("make", make), ("file", bring_file), ("folder", bring_folder)),
    ),
    Page(id="overview", title=_("Overview"), view=overview, group="case", icon="overview", key="o", tab=_("Overview")),
    Page(
        id="interview",
        title=_("Interview"),
        view=interview,
        group="case",
        icon="interview",
        key="i",
        tab=_("Interview"),
        more=(("save", save), ("preview", preview), ("answers", answers)),
    ),
    Page(
        id="evidence",
        title=_("Evidence"),
        view=evidence,
        group="case",
        icon="evidence",
        key="e",
        tab=_("Papers"),
        more=(
            ("picture", picture),
            ("offers", offers),
            ("add", add),
            ("coming", coming),
            ("arrived", arrived),
            ("decide", decide),
            ("maker", maker),
            ("reached", reached),
            ("sure", confirm_sure),
            ("crop", crop),
            ("remove", remove),
            ("restore", restore),
            ("delete", delete_paper),
            ("original", original),
        ),
    ),
    Page(
        id="chronology",
        title=_("Chronology"),
        view=chronology,
        group="case",
        icon="chronology",
        key="c",
        tab=_("Dates"),
        more=(("explain", explain), ("add", add_event)),
    ),
    Page(
        id="scenarios",
        title=_("Scenarios"),
        view=scenarios,
        group="reasoning",
        icon="split",
        key="s",
    ),
    Page(
        id="assessment",
        title=_("Assessment"),
        view=assessment,
        group="reasoning",
        icon="assessment",
        key="a",
    ),
    Page(
        id="country",
        title=_("Country"),
        view=country,
        group="reasoning",
        icon="country",
        key="k",
        more=(("cite", cite_passage), ("uncite", uncite_passage)),
    ),
    Page(id="plan", title=_("Plan"), view=plan, group="work", icon="plan", key="p", more=(("calendar", calendar),)),
    Page(
        id="filings",
        title=_("Filings"),
        view=filings,
        group="work",
        icon="filings",
        key="f",
        more=(
            ("build/<str:profile>", build),
            ("watch/<str:profile>", watch),
            ("file/<str:profile>/<path:name>", fetch),
            ("similar", similar),
        ),
    ),
    Page(id="log", title=_("Log"), view=log, group="work", icon="pen", more=(("purge", purge),)),
    Page(
        id="hand_on",
        title=_("Hand on, delete"),
        view=hand_on,
        group="work",
        icon="team",
        more=(("export", export), ("delete", delete)),
    ),
    Page(
        id="travel",
        title=_("Travel risk"),
        view=travel,
        group="reference",
        icon="map",
        key="t",
        shelf_tab=_("Travel"),
        of_case=False,
    ),
    Page(id="law", title=_("Law"), view=law, group="reference", icon="law", key="l", of_case=False),
    Page(
        id="emergency",
        title=_("First hours"),
        view=emergency,
        group="reference",
        icon="bell",
        key="h",
        shelf_tab=_("First hours"),
        of_case=False,
        more=(("ask", ask),),
    ),
    Page(
        id="settings",
        title=_("Settings"),
        view=settings,
        group="reference",
        icon="settings",
        shelf_tab=_("Settings"),
        of_case=False,
        more=(("passphrase", passphrase), ("recovery", recovery), ("backup", back_up), ("wipe", wipe)),
    ),
    Page(id="more", title=_("More"), view=more, icon="more", tab=_("More")),
)
