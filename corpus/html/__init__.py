"""Web pages, saved or fetched.

``page`` parses one and refuses what holds no words; ``facts`` is what its head says of it, ``wording`` the text of an element,
``comments`` the readers' comments. From there a page goes one of five ways, told by its own signs in ``corpus.readers.html``:
``theyworkforyou`` (debates and written answers), ``question_page`` (Parliament's written questions), ``govuk`` (with ``govuk_page``),
``report`` with ``blocks`` (committees, inspectorates, anything with numbered paragraphs), and ``article`` with ``lines``, whose voices
``corpus.pages`` tells apart; ``known`` is what the markup tells it.
"""
