"""Ways in which an engine's answer goes wrong, each made from a faithful one: for tests of what the gate lets out."""

from collections.abc import Mapping

from tests.hostile import damage, facts, languages, tags
from tests.hostile.pairs import Pair, Spoil, from_newspapers, in_parallel

__all__ = ["SPOILS", "Pair", "Spoil", "from_newspapers", "in_parallel"]

SPOILS: Mapping[str, Spoil] = {
    spoil.__name__: spoil
    for spoil in (
        facts.wrong_number, facts.off_by_one, facts.ten_times_as_much, facts.dropped_number, facts.invented_number,
        facts.swapped_fact, facts.swapped_name, facts.dropped_name, facts.dropped_negation, facts.added_negation,
        tags.invented_tag, tags.dropped_tag, tags.half_a_tag, tags.renested_tags, tags.changed_tag, tags.emptied_tag,
        tags.wrong_address, languages.echo, languages.echoed_tail, languages.glued_source, languages.other_script,
        languages.close_language, languages.other_language, damage.loop, damage.half_answer, damage.swapped_answer,
        damage.mojibake, damage.one_broken_word, damage.empty, damage.broken_placeholder, damage.chatter,
        damage.obedience,
    )
}  # fmt: skip
