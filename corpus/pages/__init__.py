"""Saved web pages as plain text: telling apart the voices that one page holds.

From a page to its passages: ``layout`` cuts lines into blocks, ``heading`` finds title, date and byline, ``commentary`` (with
``comment_lists``) the readers' comments, ``publisher`` whose page it is. ``voices`` goes through the blocks; ``floor`` keeps
who has the word and ``runs`` until where. ``handover`` and ``leadin`` say to whom a line hands over, from its ``wording`` and
its ``cues``; ``statements``, ``signing``, ``exchange`` and ``members`` know the shapes of what is quoted, ``people`` and
``bodies`` the names. ``passages`` puts the page together.
"""
