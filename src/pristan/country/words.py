"""The words of the country data for whom an article or pattern is used against, and on which ground."""

from __future__ import annotations

from collections.abc import Mapping

from pristan.kernel.language import Text

GROUPS: Mapping[str, Text] = {
    "anti_war": Text("opponents of the war", "противники войны"),
    "activist": Text("activists", "активисты"),
    "journalist": Text("journalists", "журналисты"),
    "lawyer": Text("lawyers", "адвокаты"),
    "business": Text("business owners", "предприниматели"),
    "religious": Text("believers", "верующие"),
    "ethnic": Text("ethnic minorities", "этнические меньшинства"),
    "lgbt": Text("LGBT people", "ЛГБТ"),
    "donor": Text("donors", "жертвователи"),
    "foreign_agent": Text("people listed as foreign agents", "внесённые в реестр иноагентов"),
    "military": Text("soldiers and conscripts", "военные и призывники"),
    "ordinary": Text("ordinary people", "обычные люди"),
    "relatives": Text("relatives", "родственники"),
    "women": Text("women who flee their families", "женщины, бегущие из семей"),
    "migrants": Text("migrants and naturalised citizens", "мигранты и получившие гражданство"),
    "ukrainian": Text("Ukrainians", "украинцы"),
    "central_asian": Text("people from Central Asia", "выходцы из Центральной Азии"),
    "exile": Text("people who left Russia", "уехавшие из России"),
    "asylum_seeker": Text("returned asylum seekers", "возвращённые искатели убежища"),
    "defendant": Text("every defendant", "любой подсудимый"),
    "prisoner": Text("prisoners", "заключённые"),
    "historian": Text("people who study the past", "исследователи прошлого"),
}

GROUNDS: Mapping[str, Text] = {
    "political_opinion": Text("political opinion", "политические убеждения"),
    "imputed": Text("a view or group that others ascribe to the person", "приписанные взгляды или группа"),
    "nationality_or_ethnicity": Text("nationality or ethnic origin", "национальность или этническое происхождение"),
    "religion": Text("religion", "религия"),
    "social_group_lgbt": Text("social group: LGBT", "социальная группа: ЛГБТ"),
    "social_group_family": Text("social group: family", "социальная группа: семья"),
    "social_group_women": Text("social group: women", "социальная группа: женщины"),
    "none_by_itself": Text(
        "none by itself: a link to a ground must be shown from other facts",
        "сам по себе никакой: связь с признаком нужно показать другими фактами",
    ),
}
