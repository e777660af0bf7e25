"""How many questions there are, and which of them could go: `python -m tools.questions` prints what was found.

Source: docs/decisions/0026-how-many-questions.md. Does not: change a question; a reader judges whether two are one.
"""
