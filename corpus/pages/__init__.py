"""Saved web pages as plain text: telling apart the voices that one page holds.

``layout`` cuts lines into blocks, ``heading`` finds title, date and byline, ``commentary`` the readers' comments,
``exchange`` a parliamentary exchange, ``leadin`` what an author's line introduces, ``voices`` who speaks in each block,
and ``passages`` puts a page together.
"""
