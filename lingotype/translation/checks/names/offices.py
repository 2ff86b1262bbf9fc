"""Words that stand before a person's name: presidents, judges, Mr. In Slavic languages beginnings of words."""

from collections.abc import Mapping

from lingotype.translation.checks.names.words import listed

OFFICES: Mapping[str, frozenset[str]] = {
    "ru": listed(
        """
        президент премьер канцлер король королев принц папа патриар митрополит епископ губернатор мэр министр
        сенатор конгрессмен депутат прокурор судья адвокат генерал полковник майор капитан лейтенант адмирал
        директор глава председател посол секретар спикер профессор доктор режиссер режиссёр актер актёр актрис певец
        певиц писател поэт художник композитор журналист миллиардер бизнесмен предпринимател тренер нападающ вратар
        защитник полузащитник теннисист чемпион основател владелец владелиц лидер госсекретар вице-президент
        экс-президент шериф комиссар инспектор учительниц учител врач хирург историк экономист политолог аналитик
        господин госпож товарищ мистер миссис раввин пастор комик музыкант дирижер дирижёр пианист скульптор
        архитектор кинорежиссер продюсер ведущ
        """
    ),
    "uk": listed(
        """
        президент прем'єр прем’єр канцлер король королев принц папа патріарх митрополит єпископ губернатор мер
        міністр сенатор депутат прокурор судд адвокат генерал полковник капітан адмірал директор голов посол
        секретар спікер професор доктор режисер актор актрис співак співачк письменник поет художник композитор
        журналіст мільярдер тренер нападник воротар захисник засновник власник лідер держсекретар шериф комісар
        лікар історик економіст пан пані містер рабин
        """
    ),
    "be": listed(
        """
        прэзідэнт прэм'ер прэм’ер канцлер кароль каралев прынц папа губернатар мэр міністр сенатар дэпутат пракурор
        суддз адвакат генерал палкоўнік капітан дырэктар кіраўнік старшын пасол сакратар прафесар доктар рэжысёр
        актёр акцёр пісьменнік паэт мастак кампазітар журналіст мільярдэр трэнер заснавальнік уладальнік лідар
        спадар спадарын
        """
    ),
    "en": listed(
        """
        president vice-president premier chancellor king queen prince princess pope governor gov mayor minister
        senator sen congressman congresswoman representative rep judge justice attorney lawyer general gen colonel
        col captain capt lieutenant lt major sergeant sgt admiral director chairman chairwoman chair ambassador
        secretary speaker professor prof doctor dr mr mrs ms miss sir lady lord dame father sister brother rabbi
        pastor reverend rev saint coach chief commissioner sheriff inspector detective officer superintendent
        councilman councilwoman councilmember councillor spokesman spokeswoman actor actress singer writer poet
        painter composer journalist billionaire founder ceo economist historian teacher nurse
        """
    ),
    "es": listed(
        """
        presidente presidenta vicepresidente vicepresidenta canciller rey reina príncipe princesa papa gobernador
        gobernadora alcalde alcaldesa ministro ministra senador senadora diputado diputada fiscal juez jueza abogado
        abogada general coronel capitán director directora embajador embajadora secretario secretaria profesor
        profesora doctor doctora dr dra sr sra señor señora don doña actor actriz cantante escritor escritora poeta
        pintor periodista multimillonario fundador entrenador san santa santo
        """
    ),
    "az": listed(
        """
        prezident prezidenti kral kraliça şahzadə qubernator qubernatoru mer meri nazir naziri senator deputat
        prokuror hakim vəkil general polkovnik direktor direktoru sədr sədri səfir səfiri katib katibi professor
        doktor rejissor aktyor müğənni yazıçı şair jurnalist milyarder məşqçi cənab xanım
        """
    ),
}
