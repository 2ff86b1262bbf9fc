"""How English says no."""

from lingotype.translation.checks.negation.table import Table

EN = Table(
    denials=r"""
        not cannot \w+n't never nobody nothing none neither nor nowhere no no-one without
    """,
    idioms=r"""
        no\.(?=\s*\d) nos\.(?=\s*\d) no_(?:less|fewer|more|later|earlier|sooner|longer_than|better_than)
        not_(?:less|fewer|more|later)_than
        not_(?:only|just|merely|simply|least|to_mention|so_much|uncommon\w*|unlike|unusual\w*|once|a_few|a_little)
        no_doubt no_wonder no_matter whether_or_not or_not if_not (?:can(?:not|'t|_not)|could(?:_not|n't))_help
        (?:can(?:not|'t)|could(?:_not|n't))_but not_(?:\w+_){0,6}until
        (?:did|does|do|was|were|is|will|would|had|has|have)n't_(?:\w+_){0,6}until nothing_(?:but|short|other|more)
        none_other no_stranger why_not no_(?:one|body)_but
        (?:nobody|no_one|nothing|none)_(?:\w+_){0,2}(?:but|except) not_far_from last_but_not_least
        more_often_than_not in_no_time never_mind not_unlike couldn't_care no-fly no_time_at_all
        not_for_the_first_time no_secret no_coincidence no_accident not_alone
        without_(?:a_)?(?:doubt|exception|fail|question|end) without_(?:a_)?(?:break|pause|stopping|interruption)
        (?:is|are|was|were|do|does|did|has|have|had|can|could|would|should|will|wo|ca|ai)n't_(?:it|he|she|they|you|we|i|there|that|this)(?=\?)
        (?:is|are|was|were|do|does|did|has|have|had|can|could|would|should|will|wo)n't_(?:it|he|she|they|you|we|i|there|that|this)_(?=[^.?!]*\?)
        not_(?:long|too_long)_(?:ago|after|before) no_(?:small|mean)_\w+ nothing_if_not never_(?:before|again)
        never_been_(?:\w+er|more|less|so)
        not_guilty no_holds no_end (?:don't|do_not|never)_forget
        (?:can't|cannot|don't|do_not)_miss couldn't_(?:\w+_){1,2}more
    """,
    refusals=r"""
        refus(?:e|es|ed|ing)_to reject(?:s|ed) deni(?:es|ed) declin(?:e|es|ed|ing)_to
        (?:banned|bans|prohibit\w*|forbid\w*|forbade) fail(?:s|ed)?_to rebuffed
    """,
    negative=r"""
        un(?!der|til|cle|an|to|it(?!ent)|io|iv|ifo|iq|isex)\w{3,}
        dis(?:agree|approv|allow|miss|put|obey|like|trust|honest)\w*
        dis(?:sat|abled|appear|qualif|contin|courag|regard|connect|claim|engag|loyal|order|resp|inclin|pleas|pens|prov)\w*
        in(?:ab|acc(?!o)|act[ie]|adeq|adm|attent|cap|coher|compet|complet|concl|consist|correct|cur[ia]|dec|def|differ)\w*
        in(?:direct|eff|elig|equal|exc|exp|fer|nocen|oper|secur|sens|significan|solv|sub|suff|toler|trans|val|vis)\w*
        im(?:poss|mob|pass|mun|perf|prob|pun|mat|prop)\w* il(?:leg|log|lic)\w* ir(?:reg|resp|rel|rev)\w* non-?\w+
        mis(?:s|tak|tr|us|lead)\w* (?!unless|bless|less)\w+less(?:ly|ness)? unless fail\w* refus\w* reject\w*
        declin\w* den(?:y|ies|ied|ial\w*|ying) oppos\w* object\w* lack\w* avoid\w* prevent\w* stop\w* ban
        ban(?:s|ned|ning) bar(?:s|red|ring) prohib\w* forb\w* halt\w* ceas\w* cancel\w* loss absen\w* empty hardly
        barely scarcely rarely seldom little few fewer except\w* otherwise beyond far despite against wrong
        different\w* differ\w* free former ignor\w* skip\w* spar\w* doubt\w* hard difficult\w* bad\w* poor\w* worse
        worst reluctan\w* neglect\w* false\w* disput\w* contrar\w* acquit\w* minor minors anonym\w* exempt\w*
        vacan\w* broke\w* collaps\w* awake overlook\w* drop\w* quit\w* owe\w* zero nil withh\w* suspend\w* scrap\w*
        abandon\w* revok\w* repeal\w* rul(?:e|ed|es|ing)_out turn(?:ed|s|ing)?_down miss\w* shortage\w* strand\w*
        stuck block\w* hat(?:e|ed|es) slow\w* barr\w* limit\w* neither mistak\w* contest\w* rebuff\w* resist\w*
        restrict\w* exclud\w* exclusi\w* gone beware rare\w* worthless void vain idle hid\w* secret(?:ly|ive|s)?
        stranger\w*
        overdue delay\w* postpon\w* veto\w* anti\w* counter\w* defi\w* despair\w* elude\w* escap\w* excus\w* evad\w*
        shun\w* spurn\w* renounc\w* relinquish\w* waiv\w* void\w* trouble\w* struggl\w* unless rid remember\w* nope
        nay yet_to left_(?:\w+_)?(?:behind|out) lea(?:ve|ving)_(?:us|me|him|her|them|it)_alone
        stay\w*_(?:\w+_)?(?:away|home|silent|out|quiet) remain\w*_(?:silent|closed|at_large|to_be|the_same|in_place)
        the_same out_of_(?:order|service|money|work|stock|danger|control|power|date|reach|business|the_question)
        short_(?:of|on|by) far_from keep\w*_(?:\w+_){1,4}from kept_(?:\w+_){1,4}from instead rather
        anything_but withdr[ae]w\w* g[ai]ve\w*_up giving_up back\w*_(?:out|away|down) pull\w*_(?:out|back)
        walk\w*_(?:away|out) call\w*_off shelv\w* ditch\w* axed rebut\w* outlaw\w* took_a_while stood_up unheard
        turned_away driven_away stand\w*_still stood_still standstill won't wouldn't stall\w*
        f[ae]ll\w*_(?:through|apart) knock\w*_out
    """,
    loose=r"only until too held",
    not_only=r"not_(?:only|just|merely)",
    only=r"only just merely",
    without=r"without",
    reversals={
        "rule_out": r"rul(?:e|es|ed|ing)_out exclud\w*",
        "doubt": r"doubt\w*",
        "hide": r"hid(?:e|es|den|ing)? conceal\w*",
    },
    opposites={
        "cancelled": r"cancel\w* call\w*_off scrap\w* repeal\w*",
        "free": r"free",
        "closed": r"clos\w* shut\w*",
        "open": r"open\w*",
        "late": r"late delay\w*",
        "safe": r"safe\w* harmless",
        "dangerous": r"danger\w* risk\w*",
        "stay": r"stay\w* remain\w* keep\w* kept",
        "violation": r"violat\w* breach\w*",
        "forget": r"forg[eo]t\w*",
        "same": r"same unchanged",
        "lost": r"los[et]\w* defeat\w*",
        "dark": r"dark\w* outage\w* blackout\w*",
        "knocked_out": r"knock\w*_out cut\w*_off outage\w*",
        "silent": r"silen\w* quiet\w*",
        "full": r"full packed crowded sold_out",
        "single": r"single bachelor\w*",
        "destroyed": r"destroy\w* ruin\w* wiped burn\w* die[ds]? kill\w*",
        "won": r"w[io]n\w* victor\w* beat(?:s|en)? defeated",
        "ended": r"end(?:s|ed|ing)? over finish\w*",
    },
)
