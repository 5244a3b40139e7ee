"""Questions that lean on what went before (“and in Suffolk?”), made to stand by themselves without a model.

``exchange`` is what is remembered of a question and its answer; ``understanding`` gives the standalone question. It goes through
``ellipsis`` (a new name, place, year or topic), ``saying`` (whose words on the same matter), and ``pointing`` (he, she, they, there,
that); these read the question before with ``names`` and ``frame``, and ``voices`` tells who “the minister” or “she” is.
"""
