"""Papers in English: forms, letters and decisions abroad, and translations of papers of the region.

`paper.py` puts the parts together; each file answers one question of a paper. Articles are read as in any paper.
"""
