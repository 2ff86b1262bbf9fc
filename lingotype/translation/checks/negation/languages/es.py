"""How Spanish says no."""

from lingotype.translation.checks.negation.table import Table

ES = Table(
    denials=r"no nunca jamás nadie nada ning[uú]n ninguna ninguno ningunas ningunos ni tampoco sin",
    idioms=r"""
        no_(?:s[óo]lo|solamente|obstante|en_vano|es_casualidad) no_(?:m[áa]s|menos)_(?:de|que|tarde)
        no_(?:[\w]+_){0,5}hasta hasta_que_no
        sin_(?:embargo|duda|dudas|excepci[óo]n|falta|parar|cesar|descanso|ir_m[áa]s_lejos|precedentes|l[íi]mites|querer)
        ¿no\? ,_¿?no\? nada_m[áa]s de_nada nada_menos no_hay_m[áa]s_que no_(?:[\w]+_){0,4}m[áa]s_que
        no_(?:[\w]+_){0,6}(?:excepto|salvo) no_cabe_duda si_no a_no_ser casi_no por_no_decir no_es_de_extra[ñn]ar
        nada_m[áa]s (?:nadie|nada)_(?:m[áa]s_)?(?:que|salvo|excepto) c[óo]mo_no no\.(?=\s*\d) ¿no_(?=[^?]*\?)
        no_es_la_primera no_es_ning[uú]n_secreto antes_(?:de_)?que_no sin_techo sin_hogar no_olvid\w*
    """,
    refusals=r"""
        rechaz(?:ó|aron|a|an) se_neg(?:ó|aron) neg(?:ó|aron) desmint(?:ió|ieron) prohib(?:ió|ieron|ido|ida|e|en)
    """,
    negative=r"""
        rechaz\w* neg(?:ar\w*|ó|aron|ad[oa]s?|aba\w*|ativ\w*|ándo\w*) nieg\w* falt\w* carec\w* carenc\w* impid\w*
        imped\w* prohib\w* evit\w* dej(?:ó|aron|ar|a|an|ado|aba\w*) apenas poco poca pocos pocas rara raras contra
        en_contra opon\w* opus\w* opuest\w* desmin\w* desment\w* excepto salvo suspend\w* cancel\w* aus\w*
        desconoc\w* dif[íi]cil\w* mal mala malo peor imp(?:os|rop|un|rob)\w*
        in(?:ac|adm|adec|cap|cump|compl|doc|est|seg|neces|suf|[uú]t|val|[áa]l|sol|toc|tact|moral|vis)\w*
        in(?:moderad|fund|sens|cierto|mun|fruct|elud|hab|noce|justi)\w* il(?:eg|[íi]c|[óo]g)\w* irr\w+
        des(?:ap|ob|emp|cal|conf|oc|hab|aut|acu|arm|vin|est|pro|cart|ech)\w* anul\w* aband\w* desist\w* renunci\w*
        fracas\w* vac[íi]\w* sino distint\w* diferent\w* falso falsa falsedad dud\w* ignor\w* escas\w* exent\w*
        exim\w* exclu\w* muri\w* muert\w* cero nul[oa]s? discrep\w* objet\w* absten\w* abstuv\w* veto\w*
        vet(?:ó|ar|ado|aron) retir\w* detuv\w* deten\w* ces(?:ó|aron|ar|e) bloque\w* denega\w* denieg\w* anti\w*
        reh[uú]\w* resist\w* libre_de qued\w*_(?:sin|fuera) sigu\w*_(?:igual|sin|cerrad\w*) lo_mismo par(?:ó|aron)
        ech\w*_atr[áa]s retract\w* proh[íi]b\w*
    """,
    loose=r"hasta s[óo]lo solamente demasiad\w*",
    pronouns=r"(?!(?:que|y|de|a|por|con|para|como|casi|pero|porque|sino|en|cuando|si|m[áa]s)_)\w+_(?:nada|nadie)",
    partners=r"no nunca jam[áa]s ni sin tampoco ning[uú]n\w* nadie_(?:\w+_){1,4}(?:nada|nadie)",
    not_only=r"no_(?:s[óo]lo|solamente)",
    only=r"s[óo]lo solamente",
    without=r"sin",
    reversals={
        "rule_out": r"descart\w* exclu\w*",
        "doubt": r"dud\w*",
        "hide": r"ocult\w* escond\w*",
    },
    opposites={
        "cancelled": r"cancel\w* anul\w*",
        "free": r"gratis gratuit\w* libre",
        "closed": r"cerr\w* cierr\w*",
        "open": r"abr\w* abiert\w*",
        "late": r"(?<!la\s)tard\w* retras\w* demor\w*",
        "safe": r"segur\w*",
        "dangerous": r"peligr\w*",
        "stay": r"qued\w* permanec\w* sigu\w*",
        "violation": r"viola\w* infr\w* infringi\w*",
        "forget": r"olvid\w*",
        "same": r"mism\w* igual\w*",
        "lost": r"perd\w* pierd\w*",
        "dark": r"oscur\w* apag\w*",
        "knocked_out": r"apag\w* cort\w*",
        "silent": r"callad\w* call(?:ó|aron|an?) silenci\w*",
        "full": r"llen\w* complet\w*",
        "single": r"solter\w*",
        "destroyed": r"destru\w* murier\w* murió quem\w*",
        "won": r"gan\w* venc\w*",
        "ended": r"termin\w* acab\w*",
    },
)
