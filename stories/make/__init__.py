"""The kit that makes the paper exhibits of the stories: `python -m stories.make STORY --fonts DIR`.

It turns a story's sources (`stories/make/STORY/`) into the files checked in under `stories/STORY/exhibits/`.
The same sources, fonts and library versions give the same bytes: nothing reads the clock, every random draw is seeded.
Persons and events are invented; each paper says so in its footer.
"""
