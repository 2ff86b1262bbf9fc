"""Faults of Debian's language pairs that are put right inside the stream, each a `sed -E` rule.

The stream between Apertium's programs is `^lemma<tag><tag>$ …`. Marks that remain (`#` no such form, `*` no such
word) are counted and dealt with in `finish.py`; here stands what is wrong in every article. Every rule is harmless
once the pair is put right upstream.
"""

from dataclasses import dataclass

from lingotype.translation.pairs import LanguagePair


@dataclass(frozen=True, slots=True)
class Repairs:
    """What one pair needs."""

    analyses: tuple[str, ...] = ()
    """On `^word/reading/reading/…$`, before one reading is chosen."""
    readings: tuple[str, ...] = ()
    """On `^lemma<tags>$`, after the constraint grammar has chosen a reading."""
    translations: tuple[str, ...] = ()
    """On `^lemma<tags>/translation<tags>$`, from the dictionary of the pair."""
    prefer: str = ""
    """`lemma=translation` words: which of a word's translations a newspaper wants, where it is not the first."""
    before_generation: tuple[str, ...] = ()
    """On `^lemma<tags>$` of the target language."""
    spelling: tuple[str, ...] = ()
    """On the finished text."""
    rules: str = ""
    """A plain `sed` script for the pair's .t1x rule file."""

    def preferences(self) -> tuple[str, ...]:
        """The `sed` rules for `^lemma/first/second/…$` that make the preferred translation the only one."""
        words = (word.partition("=") for word in self.prefer.split())
        return tuple(
            rf"s#\^({lemma}<[^/$]*)/[^$]*/({wanted}<[^/$]*)(/[^$]*)?\$#^\1/\2$#Ig" for lemma, _, wanted in words
        )


_NO_SYNTAX_LABELS = r"s/<@[^<>]*>//g"  # cg-proc leaves its labels (<@CNP>), which no dictionary knows
# Rules that forget the blank between two words; twice, for three words in a row.
_MISSING_SPACE = (
    r"s/(\^[*@]?[[:alpha:]][^$^]*\$)(\^[*@]?[[:alnum:]])/\1 \2/g",
    r"s/(\^[*@]?[[:alnum:]][^$^]*\$)(\^[*@]?[[:alpha:]])/\1 \2/g",
) * 2
_RUSSIAN = (
    # A Russian, as a noun, comes out of the Ukrainian dictionary as a slur, and is marked as unknown in Belarusian.
    r"s/\/русский<n>[^/$]*//g",
    r"s/\^([Ее]сть)\/[^$]*\$/^\1\/быть<vbser><pres><p3><sg>$/g",  # there is; hardly ever: to eat
    r"s/\^([Уу]же)\/[^$]*\$/^\1\/уже<adv>$/g",  # already, not: narrower
    r"s/\^([Пп]лата)\/[^$]*\$/^\1\/плата<n><f><nn><sg><nom>$/g",  # a payment, not: of a kerchief
    r"s/\^([Лл]и)\/[^$]*\$/^\1\/ли<part>$/g",  # whether; hardly ever: of hops
    r"s/\^([Мм]инут)\/[^$]*\$/^\1\/минута<n><f><nn><pl><gen>$/g",  # of minutes, not: they will pass
    # Быков is a name, not a number of bulls: a capital, and nothing but a noun in the genitive plural
    r"s/\^([[:upper:]][[:lower:]]+[ое]в)(\/[^/$<]*<n><m><[a-z]+><pl>[^/$]*)+\$/^\1\/*\1$/g",
    r"s/\^([^/$]*)\/[^/$]*<comp>\/([^/$<]*<adv>)(\/[^$]*)?\$/^\1\/\2$/g",  # больше: an adverb if there is one
    r"s/\^([^/$]*)\/[^/$]*<ins>\/([^/$<]*<adv>)\$/^\1\/\2$/g",  # утром: in the morning, not: by means of it
)

_RU_UK = Repairs(
    analyses=(
        *_RUSSIAN,
        # participles that have become adjectives: left to our own list of words
        r"s/\^((следующ|управляющ|бывш)[[:lower:]]+)\/[^$]*\$/^\1\/*\1$/Ig",
    ),
    readings=(_NO_SYNTAX_LABELS,),
    prefer=(
        "около=коло язык=мова город=місто минута=хвилина "
        "русский=російський счёт=рахунок время=час сеть=мережа этаж=поверх "
        "жалоба=скарга дело=справа игрок=гравець снова=знову рост=зростання подняться=піднятися процент=відсоток "
        "спектакль=вистава житель=мешканець лучше=краще хорошо=добре зачем=навіщо цель=мета управлять=керувати "
        "дом=будинок свет=світло скорая=швидка касаться=стосуватися который=який рассказать=розповісти "
        "рассказывать=розповідати оставаться=залишатися остаться=залишитися хозяин=господар лавка=крамниця"
    ),
    translations=(
        r"s#(\^татарин<[^/$]*/)мурзак<#\1татарин<#Ig",  # the dictionary has a slur
        r"s#(\^смотреть<[^/$]*/)(д)оглядати<vblex><impf><[ti]v>#\1\2ивитися<vblex><impf><iv>#Ig",
        r"s#(\^мочь<[^/$]*(<pres><p3><sg>)/могти<vbmod><impf><iv>)<pprs><adv>#\1\2#Ig",  # may, not: being able
    ),
    before_generation=(
        *_MISSING_SPACE,
        "s/<prp>/<loc>/g",  # a noun after a determiner keeps Russian's name of the case
        "s/<mfn><pl><pl>/<mfn><an><pl>/g",  # plural adjectives: the number was written over the animacy
        "s/<(m|f|nt)><an><an>/<\\1><an><sg>/g",  # and the animacy over the number
        "s/<mfn><an><an>/<mfn><an><pl>/g",
        "s/(<pres><p3>)<an>/\\1<sg>/g",
        r"s/(<pr>(<\w+>)?\$ )\^він<prn><pers><p3><(m|nt)><sg><(gen|acc)>(<pprep>)?\$/\1нього/g",  # at him: with н
        r"s/(<pr>(<\w+>)?\$ )\^вони<prn><pers><p3><mfn><pl><(gen|acc|loc)>(<pprep>)?\$/\1них/g",
        r"s/\^([Щщ]о)<cnjsub>\$/^\1<prn><itg><nt><sg><nom>$/g",  # the dictionary has only the pronoun
    ),
    spelling=(
        r"s/ішийий\b/іше/g",  # comparatives, declined twice
        r"s/\b([Гг]ра)(є|ють|в|ла|ло|ли|ти)(ться|ся)\b/\1\2/g",  # играть, to play a part or a match, not with toys
        r"s/щербак/черевик/g",  # ботинок
        r"s/\bдруг друга\b/один одного/g; s/\bдруг друг(у|ові)\b/один одному/g",
        r"s/([0-9]{4}) \*?г\./\1 р./g; s/\*?\bг\. (\*?[[:upper:]])/м. \1/g",  # a year; a city
        r"s/\b([Пп])о-([[:lower:]]+ськ)і\b/\2ою/g",  # по-русски: in Russian
    ),
)
_RU_BE = Repairs(
    analyses=_RUSSIAN,
    readings=(_NO_SYNTAX_LABELS,),
    prefer=(
        "к=да через=праз против=супраць смотреть=глядзець остаться=застацца заболеть¹=захварэць успеть=паспець "
        "попасть=трапіць услышать=пачуць показаться=здацца медленный=павольны испугаться=спалохацца "
        "дополнительный=дадатковы назначить=прызначыць догадаться=здагадацца привыкнуть=прызвычаіцца"
    ),
    translations=(
        r"s#(\^совет<[^/$]*/)парада<n><f><nn>#\1савет<n><m><nn>#Ig",  # a council more often than advice
        r"s#(\^у<pr>)/ля<pr>#\1/у<pr>#Ig",  # at mine, not: beside me
        r"s#(\^уже<adv>)/[^$]*\$#\1/ужо<adv>$#Ig",  # already, not: narrower
    ),
    spelling=(r"s/\bсябар сябра\b/адзін аднаго/g; s/\bсябар сябру\b/адзін аднаму/g",),
    before_generation=_MISSING_SPACE,
)
_UK_RU = Repairs(
    readings=(_NO_SYNTAX_LABELS,),
    prefer=(
        "жінка=женщина про=о здаватися=казаться листопад=ноябрь світ=мир дочка=дочь пояснити=объяснить "
        "розуміти=понимать згадувати=вспоминать довести=доказать виявитися=оказаться навчати=учить"
    ),
    translations=(
        r"s#(\^до<pr>[^/$]*)/к<pr>[^/$]*#\1/до<pr>#Ig",  # as far as, for the case stays that of Ukrainian
        r"s#(\^грош<n><m><nn><pl>[^/$]*)/грош<n><m>#\1/деньги<n><f>#Ig",  # money, not: farthings
    ),
    before_generation=(*_MISSING_SPACE, r"s/\^([Чч]то<cnjsub>)<nt><sg><nom>\$/^\1$/g"),
    # The rule "verb + noun" prints the verb twice and never the noun.
    rules=r'/verbs + nom_gen/,/<\/rule>/{/<b\/>/,/<\/lu>/s/pos="1"/pos="2"/}',
)

REPAIRS = {
    LanguagePair("ru", "uk"): _RU_UK,
    LanguagePair("uk", "ru"): _UK_RU,
    LanguagePair("ru", "be"): _RU_BE,
    LanguagePair("be", "ru"): Repairs(readings=(_NO_SYNTAX_LABELS,), before_generation=_MISSING_SPACE),
    LanguagePair("en", "es"): Repairs(
        analyses=(
            r"s/\^March\/[^$]*\$/^March\/*March$/g",  # the month, not: a march
            r"s/\^([Oo]n|[Ss]ince|[Nn]ear)\/[^$]*(\/[^\/$<]*<pr>)(\/[^$]*)?\$/^\1\2$/g",  # on the pier, not: and so on
            r"s/\^said\/[^$]*\$/^said\/say<vblex><past>$/g",
            r"s/\^when\/[^$]*\$/^when\/when<cnjadv>$/g",  # inside a sentence none of these asks
            r"s/\^(who|where)\/[^$]*(\/[^\/$<]*<rel>[^\/$]*)(\/[^$]*)?\$/^\1\2$/g",
        ),
        before_generation=_MISSING_SPACE,
    ),
    LanguagePair("es", "en"): Repairs(before_generation=_MISSING_SPACE),
}
"""The pairs that this project has read with a critical eye."""
