"""How each language is written in plain Latin letters: rules for `Speller`, the special ones first.

uk   Resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010, with its word-initial letters and зг.
ru   as newspapers write names in English (shch, kh, ya, y for both й and ы), one spelling for each letter.
be   as BGN/PCGN 1979, but е after a consonant is plain e: Belarus, Mahilyow.
bg   the Bulgarian Transliteration Act of 2009, with the final -ия.
az, tr, es, pl, …   the letter without its marks, as their readers type addresses (ə is e).
he, ar, fa   the consonants, with the vowels that are written.
"""

from collections.abc import Mapping

INITIAL = r"(?<![\w'’ʼ])"
_SIGN = r"['’ʼ](?=\w)"


def _letters(pairs: str) -> dict[str, str]:
    """The table that a line such as "щ shch" describes; a lone letter is dropped from the text."""
    return {pair.split("=")[0]: pair.split("=")[1] for pair in pairs.split()}


_SLAVIC = _letters(
    "а=a б=b в=v д=d е=e ж=zh з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь="
)
_RU = _SLAVIC | _letters("г=g ё=yo и=i й=y ъ= ы=y э=e ю=yu я=ya")
_UK = {
    **{INITIAL + letter: latin for letter, latin in _letters("є=ye ї=yi й=y ю=yu я=ya").items()},
    "зг": "zgh",
    f"(?<=[а-яґєії]){_SIGN}": "",
    **_SLAVIC,
    **_letters("г=h ґ=g є=ie и=y і=i ї=i й=i ю=iu я=ia"),
}
_BE = {
    "(?<![бвгґджзйклмнпрстўфхцчш])е": "ye",
    f"(?<=[а-яёіў]){_SIGN}": "",
    **_SLAVIC,
    **_letters("г=h ґ=g ё=yo і=i й=y ў=w ы=y э=e ю=yu я=ya"),
}
_BG = {r"ия\b": "ia", **_SLAVIC, **_letters("г=g и=i й=y х=h щ=sht ъ=a ь=y ю=yu я=ya")}
_KK = _RU | _letters("ә=a ғ=g қ=q ң=n ө=o ұ=u ү=u һ=h і=i")
_HE = {
    r"[\u0591-\u05c7]": "",
    r"(?<=\w)ה\b": "a",
    INITIAL + "ב": "b",
    r"(?<=\w)וו": "v",
    r"(?<=[אבגדהזחטכלמנסעפצקרשת])ו": "o",
    r"(?<=[בגדהזחטכלמנסעפצקרשת])י": "i",
    "(?<=[א-ת])['’׳]": "",
    **_letters("א=a ב=v ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=kh ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f"),
    **_letters("צ=ts ץ=ts ק=k ר=r ש=sh ת=t"),
}
_AR = {
    r"[\u064b-\u0652\u0640]": "",
    r"(?<=\w)[ةه]\b": "a",
    r"(?<=\w)و(?![اوي])": "u",
    r"(?<=\w)[يی](?![اوي])": "i",
    **_letters("ا=a أ=a إ=i آ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh"),
    **_letters("ف=f ق=q ك=k ل=l م=m ن=n ه=h ة=a و=w ي=y ى=a ء= ؤ=u ئ=i پ=p چ=ch ژ=zh گ=g ک=k ی=y"),
}
_FA = _AR | _letters("ث=s ذ=z ض=z و=v")

LATIN_ANYWHERE: Mapping[str, str] = {
    "\u0301": "",  # a stress mark
    **_letters("á=a à=a â=a ã=a ä=a å=a ā=a ă=a ą=a æ=ae ç=c ć=c č=c ď=d đ=d ð=d é=e è=e ê=e ë=e ē=e ė=e ę=e ě=e"),
    **_letters("ə=e ğ=g í=i ì=i î=i ï=i ī=i į=i ı=i ķ=k ł=l ľ=l ļ=l ñ=n ń=n ň=n ņ=n ó=o ò=o ô=o õ=o ö=o ø=o ő=o"),
    **_letters("œ=oe ř=r ś=s š=s ş=s ș=s ß=ss ť=t ţ=t ț=t þ=th ú=u ù=u û=u ü=u ū=u ů=u ű=u ų=u ý=y ÿ=y ź=z ž=z ż=z"),
    **_RU,
    **_letters("ґ=g є=ye і=i ї=yi ў=w ә=a ғ=g қ=q ң=n ө=o ұ=u ү=u һ=h ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz"),
    **_HE,
    **_AR,
}
"""Letters of any language, for words that are not of the text's own."""

LATIN: Mapping[str, dict[str, str]] = {
    "ru": _RU,
    "uk": _UK,
    "be": _BE,
    "bg": _BG,
    "kk": _KK,
    "he": _HE,
    "ar": _AR,
    "fa": _FA,
    "de": _letters("ä=ae ö=oe ü=ue"),
}
"""Each language's own rules, where the general ones do not do."""
