"""What is published: every fact of an area's document and of national guidance, as data, with where it stands.

`guidance.load.load_packs()` gives all of it; `python -m guidance check` says whether it is sound.
"""
