"""How Azerbaijani says no: mostly inside the verb."""

from lingotype.translation.checks.negation.table import Table

_NAMES_AND_NOUNS = (
    "əmir dəmir təmir ömür kömür çamur məmur namaz almaz mədin məhəm əhməd vladimir timur admir emir samir aydəmir "
    r"komed kəmər \w*(?:həm|məm)məd"
)
"""Words that only end like a negative verb."""
_STEM = f"(?!{'|'.join(_NAMES_AND_NOUNS.split())})"
_ENDINGS = "|".join(
    (
        "m[aə]d[ıiuü]\\w*",  # did not
        "m[aə]y[ıi]b\\w*",
        "m[aə]m[ıi]ş\\w*",
        "m[aə]y[aə]c[aə][qğkyx]\\w*",
        "m[aə]z(?:d[ıi]\\w*|l[aə]r|sa|sən)?",
        "m[aə]m[aə]l[ıi]\\w*",
        "m[aə]y[aə]n\\w*",
        "m[aə]yi(?:b|m|n|r)\\w*",
        "m[aə]y[ıi]n",
        "m[aə]s[ıi]n(?:l[aə]r)?",
        "m[aə]s[aə](?:ydı|ydi|m|n|lar|lər)?",
        "m[aə]m[aə][qykğ]\\w*",
        "m[ıiuü]r(?:[ıiuüaə]m|[ıiuü]q|[ıiuü]k|s[aəıiuü]n\\w*|l[aə]r|d[ıiuü]\\w*|m[ıiuü]ş\\w*|sa|s[aə])?",
        "[ae]?bilm[aəi]\\w*",
        "m[aə]d[aə]n",
    )
)

AZ = Table(
    denials=rf"""
        deyil\w* yox(?:dur|du|dur\w*|san|am)? heç {_STEM}\w{{1,14}}?(?:{_ENDINGS}) nə_də xeyr
    """,
    idioms=r"""
        yalnız_(?:[\w]+_){0,3}deyil təkcə_(?:[\w]+_){0,4}deyil nəinki az_qala heç_olmasa
        nə_qədər_(?:[\w]+_){0,3}olmasa buna_baxmayaraq baxmayaraq az_olma\w* çox_olma\w* gec_olma\w*
        hər_nə_olursa_olsun elə_deyilmi deyilmi qeyd-şərtsiz şübhəsiz\w* fasiləsiz\w* aramsız\w* evsiz\w*
        yalnız_\w+sa olmasaydı olmazsa olmasa işsiz\w* məcbursuz istisnasız təhlükəsiz\w* baxımsız\w*
        [\w]*lmadan_əvvəl dən_başqa (?:[\w]*mayana|[\w]*məyənə)_qədər
    """,
    refusals=r"""
        imtina_et\w* rədd_(?:et|ol)\w* qadağan_(?:et|ol|ed)\w* təkzib_(?:et|ed)\w*
    """,
    negative=r"""
        imtina rədd qadağan\w* inkar\w* təkzib\w* çatışm\w* çatm\w* uğursuz\w* əks\w* qarşı\w* boş\w* mane\w*
        əleyh\w* itir\w* itki\w* itmiş ləğv\w* dayan\w* məhrum\w* çətin\w* pis zəif\w* nadir\w* ancaq yalnız
        istisna\w* qeyri-?\w* naməlum\w* şübhə\w* yalan\w* səhv\w* əvəzinə uzaq\w* azad\w* boykot\w* etiraz\w*
        narazı\w* günahsız\w* olmadan gizl\w* sıfır çəkin\w* yayın\w* buraxdı \w+m[aə]d[aə]n\w* \w+m[aə]y[ıi]n
        (?!fransız|yalnız)\w{2,}(?:s[ıi]z|suz|süz)\w* kəsil\w* bitib geri_\w+
    """,
    loose=r"ancaq yalnız",
    pronouns=r"heç_(?:kim|kəs|vaxt|zaman|nə)\w*",
    partners=rf"deyil\w* yox\w* {_STEM}\w{{1,14}}?(?:{_ENDINGS}) \w+s[ıiuü]z\w*",
    without=r"\w{2,}s[ıiuü]z",
    reversals={
        "rule_out": r"istisna_e(?:tdi|dir|tdilər|dib|dirlər)",
        "doubt": r"şübhələn\w*",
        "hide": r"gizlə\w*",
    },
    opposites={
        "cancelled": r"ləğv",
        "free": r"pulsuz\w* ödənişsiz\w*",
        "closed": r"bağl\w* qapa\w*",
        "open": r"aç\w*",
        "late": r"gec(?:ik\w*)?",
        "safe": r"təhlükəsiz\w*",
        "dangerous": r"təhlükəl\w*",
        "stay": r"qal(?!x|ib)\w*",
        "violation": r"poz\w*",
        "forget": r"unut\w*",
        "same": r"eyni həmin",
        "lost": r"uduz\w* məğlub\w*",
        "dark": r"qaranlıq\w*",
        "knocked_out": r"kəs\w*",
        "silent": r"sus\w*",
        "full": r"dolu\w*",
        "single": r"subay\w*",
        "destroyed": r"dağıl\w* məhv\w* öl\w* yan(?:d|[ıi]b|mış)\w*",
        "won": r"qalib\w* ud\w*",
        "ended": r"bit\w*",
    },
)
