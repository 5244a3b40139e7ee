"""The words that deny, and those that do as much."""

from __future__ import annotations

from assistant.verify.words import listed

NEGATORS = listed("""not no never none neither nor nobody nothing nowhere cannot without don't doesn't didn't isn't aren't wasn't weren't won't wouldn't
    shouldn't     wont dont cant didnt isnt doesnt wasnt wouldnt shouldnt couldn't can't haven't hasn't hadn't mustn't needn't""")
"""Words that turn a statement into its opposite."""
SOFT = listed("""fail refus reject deni deny lack unabl absenc prevent avoid ceas stop hardly scarcely barely rarely seldom little few oppos declin rul exclud
    forbid forbidden prohibit ban dismiss withhold withheld impossibl unlikel unwill exempt miss insuffici inadequat abandon scrap disput contradict
    rather instead only except unless unnecess unaccept unaffect unchang unclear unfair unsaf unconvinc unhappi disagre decreas zero nil
    against shortag opposit false untru wrong incorrect unjustifi""")
"""Stems of words that deny in other ways: what they say may be put with *not*, and what *not* says with them."""
