"""Words that have a capital and yet are translated: what offices, streets, feasts and titles are made of.

Beginnings of words, so that endings do not matter; in English whole words, with their plural.
"""

from collections.abc import Mapping

from lingotype.translation.checks.names.words import listed

KINDS = listed(
    """
    остров острів востраў вулиц вуліц улиц площад плошч переулок провулок завулак проспект холм пагорб мыс набережн
    набережж газет журнал часопис ресторан кафе бар бара баре команд каманд клуб театр тэатр кинотеатр кінотеатр
    отел готел гостиниц фильм фільм роман сериал серіал серыял песн пісн песня корабл судно судна паром яхт катер
    лодк човен проект проєкт праект программ програм праграм операци операці движени рух руху станци станці станцы
    парк парка парке гор гора горы озер возер сезон конкурс фестивал фестывал спектакл опер опера оперы балет альбом
    групп груп журнале церкв храм монастыр
    """
)
"""What stands before names that may be made of ordinary words. Beginnings of Slavic words."""

_RU = """
евросоюз сет оте август апрел богородиц великобрит- верховн восток восточн воскресен- всемирн вторая второй вы вам
вас вами ваш высок гавань гавани главн город госдум государ госуд год дворец дворц день дня дню дом дома дум
екатерининск- запад западн земл земля игр институт интернет календар капитол комитет комисси конгресс конституци
коран корол красн крещен кубок кубк курьер лиг лун майдан мастер мемориал мерс- министерств мир мировой мост музе
народн науки небо нобелевск новогодн новый нового новом новая новой ноябр оборон общероссийск областн обществ
объединен октябр олимпиад олимпийск оперн организац остров отечеств палат парк парламент партии парти пасх первая
первой первый песах пентагон площад победы победа подол полици порт правительств президент премьер прокуратур
профсоюз пролив пурим рад республик республиканц рождеств рамадан родин российск русск сад святой святая святого
северн север сената сенат сейм симфони синагог служб собор совет совете солнц союз средневеков средиземн средние
стен стрит стрип судн суд социалистич старый старая старой старом старого статуи театр тихий тихого троиц торгов
трибунал управлен университет фаренгейт февральск федераци федеральн фестивал фонд хануки ханука хэллоуин цельси
центр церк черн чемпионат чемпионата школ штат юг южн юрьев ярмарк январ библи бог бога богу богом господь господа
аллах бульвар улиц проспект переулок авеню администраци академи ассоциац армии арми банк бирж белый белого белом
белая белой больш больниц бюро департамент демократ евангели еврей жюри закон зал казн клуб конвенц концерн
корпораци кнессет кремл курс ледов магазин малый малая малого междунар монетн национ нац новост общест океан опер
орден премия премии премию приз путь рынок рынк рейх свобод священн серебр скор слав смут станци суперкубк союзн
техас- управ фабрик факультет хартии храм царь царя цирк эпох ряд рим- минобороны минздрав минфин минюст мингрофин
минобрнауки минэнерго минкультуры минтруд минтранс мингос росстат роскомнадзор роспотребнадзор росгвард роскосмос
госдеп госсовет генпрокур генштаб верховенств следственн следком следств центробанк центризбирком избирк мосгор
горсовет облсовет евросовет совбез генассамбле генсек благодарен адвент ренессанс возрожден просвещен коммун револю
войн вов антанта оттеп перестройк большев белград-
"""
_UK = """
євросоюз верховн рад рада ради раді раду державн велик захід захід- східн схід північ південн центр церк палац
палац- міністерств мзс суд сад парк міст площ вулиц проспект бульвар майдан собор храм театр музе університет
інститут академі школ лікарн національн народн світов перш друг новий нового новий нова стар старий старого старої
конституц вітчизн бог бога господь біблі великдень великодн різдв- різдва різдво земл сонц місяц інтернет уряд
прем’єр президент комітет комісі кабінет кабмін міносвіти міноборони мінфін мінюст генштаб генпрокур держдум держдеп
конгрес сенат сейм кнесет кубок ліг чемпіонат олімп організац об’єднан сполуч федерац республ союз радянськ партії
парті демократ республіканц банк нацбанк фонд бірж центробанк порт гавань гавані острів море чорн середземн тих
океан затока ви вас вам вами ваш ваш- свят день дня служб безпек бюро агентств поліц нацполіц збройн сил армі війни
війна війн перемог незалежн свобод поділ поділ- біл червон управлін департамент адміністрац пентагон кремл капітол
закон держав закарпат- музей
"""
_BE = """
еўрасаюз вярхоўн савет рад дзяржаўн нацыянальн народн палац палата міністэрств суд сад парк мост плошч вуліц
праспект бульвар сабор храм царкв тэатр музе універсітэт інстытут акадэмі школ бальніц сусветн перш друг новы новага
стар стары старой канстытуц радзім бог бога біблі вялікдзень калядн каляд зямл сонц месяц інтэрнэт урад прэм’ер
прэзідэнт камітэт камісі кангрэс сенат сейм кнэсэт кубак кубк ліг чэмпіянат алімп арганізац аб’яднан злучан федэрац
рэспубл саюз савецк партыі парты дэмакрат рэспублікан банк нацбанк фонд бірж порт гавань востраў мор чорн ціх акіян
вы вас вам вамі ваш свят дзень дня служб бюро агенцтв міліц паліц узброен арміі армі вайн перамог незалежн свабод
бел чырвон вялік малы кіраўніцтв дэпартамент адміністрац пентагон крэмл капітоль захад усход поўнач поўдзень усходн
заходн
"""
_EN = """
jan feb apr aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
a academy act action administration affairs affordable africa- agency agreement agriculture aid air airline airport
all alliance allied almighty amendment and animal annual april arch archive arena arm armed army art arts assembly
associate associated association at athletic atlantic august authority avenue award bank baptist bar base bay beach
bear beauty bible big bill black blue board bond book border boulevard bowl box boy brick bridge british bill
broadcast brother budget building bureau bus business cabinet camp campaign canal capitol cape captain care castle
catholic cathedral cave center central centre century chair chairman chamber championship chapel charter chief child
children christian christmas church circle circuit citizen city civic civil clerk cliff clinic club coalition coast
code college committee commission commissioner common commons commonwealth communist community company conference
congress conservative constitution control convention corner corp corporation council counsel county courier court
covid cross crown cup custom dad day deal december deep defense defence delegation delta democrat democratic
department depression deputy desert development digital director district division dock doctor dream drive drug
dutch eagle early earth east easter eastern economic economy education eight election electric emergency empire
energy english environment environmental era estate european eve evening executive exchange expo express fair fall
family farm father february federal federation fed ferry festival fifth fifty film finance financial fire first fish
fisher fisherman five fleet flood food foreign forest fort forum foundation four fourth freedom french friday front
fund gallery game garden gate general gentlemen german giant girl global god gold golden good gospel government
governor grand great green ground group guard gulf hall halloween hanukkah harbor harbour hate head health heaven
heavy her high highway hill his historic historical history holiday holocaust holy home homeland hospital hotel
house housing human hurricane ice im immigration independence independent indian industry information inn inspector
institute insurance intelligence interior international internet inter irish island isle january jew jewish jr judge
july june junior jury justice kingdom king knight labor labour ladies lady lake land lantern large latin latino law
league legion letter liberal liberty library light lighthouse line lion literature little local long lord lower ltd
madam magazine main major manager march marine market marathon mars master may mayor medal medicaid medical medicare
medicine memorial men mercury metro metropolitan middle military mill mine minister ministry miss mission mister
model modern mom mom monday monument moon morning mosque mother mountain movement mr mrs ms municipal museum music
muslim nation national native natural nature navy new news night nine no nobel north northeast northern northwest
november number ocean october of office officer official old olympic olympics on one open opera orchestra order
organization orthodox our out oval owner pacific paper palace parade parish park parliament parliamentary party pass
passover peace pentagon people personal phase philharmonic pier pilgrim place plan planning plaza point police
policy pond pool poor pope port post prayer premier prep preservation president presidential press primary prime
prince princess prison prize professor program progressive project property prosecutor protestant province public
publishing quarter queen radio rail railroad railway rainbow ramadan ranch record red reform refuge regional
register regulation relief renaissance representative republic republican rescue research reserve resource
restaurant revolution rights ring river road rock room rose royal rule rural sabbath safe safety sail saint
sanitation santa saturday savings school science sea season second secret secretary section security senate senator
senior september service seven shelter sheriff ship shipping shop shore show sign silver sir sister site six sky
small social society south southeast southern southwest space spanish speaker special speech spring square st
stadium staff standard star state station statue steel stock stone store storm stream street strip student studio
subway summer summit sun sunday super superintendent superior supreme survey swamp symphony synagogue system talmud
tax teacher team tech technology temple ten tennis test thanksgiving the theater theatre third thursday time times
title today tomb tournament tower town trade traffic trail transit transport transportation treasury treaty tree
trial tribune triangle trinity trust tuesday tunnel tv twin two under union unit united university upper urban
valley veteran vice victory village vote wall war ward water waterfront way we wednesday weekend welfare west
western wharf white wild wildlife wind winter woman women wonder wood work worker workshop world yard year yesterday
yom york- young youth zion zone zoo chapter creator democrat gop heights hebrew hispanic asian arab internet i ii
iii iv i'm i'll i've i'd ok o tv pm am ai it dna hiv covid-19
"""
_ES = """
academia administracion aduana aeropuerto agencia alta alto alameda aniversario armada arzobispado asamblea
asociacion audiencia autonomia avenida ayuntamiento banco barrio batallon biblia biblioteca blanca blanco bolsa
bosque cabildo cabo calle camara camino campeonato canal capilla capitolio carretera carta casa castillo catedral
centro cerro circulo ciudad civil club codigo colegio comision comite compania comunidad concejo conferencia
congreso consejo constitucion contraloria cooperativa copa corona corporacion corte cortes costa creador cruz
cuaresma cuba- defensa democrata departamento derecho diario dios direccion distrito domingo economia edificio
educacion ejecutivo ejercito embajada emperador empresa escuela escudo estadio estado estrella europea exterior
facultad federacion feria ferrocarril fiscalia fondo fuerza fundacion general gobernacion gobierno gran grande
guardia guerra hacienda hermandad historia hospital hotel humanidad iglesia independencia industria instituto
interior internacional internet isla islas jardin jefatura judicial junta juzgado justicia juegos lago ley libertad
liga luna lonja mar mayor media mercado mesa metro ministerio ministro misa mision monasterio monte mundial mundo
muelle municipal municipio museo nacion nacional naciones navidad nobel norte nuestra nuestro nueva nuevo obispado
oceano oficina olimpico opera orden organizacion oriente oscar pacifico pacto palacio papa paraiso parlamento parque
partido paseo pascua paz peninsula plan playa plaza poder policia polo popular presidencia presidente prefectura
premio prensa primer primera prision programa provincia pueblo puente puerto ramadan real reforma region registro
reina reino renacimiento republica republicano revolucion rey rio roja rojo ruta sala salud san santa santo
santuario santisima seguridad segunda segundo semana senado senor servicio sierra sindicato social sociedad sol sur
teatro templo tesoro tesoreria tierra torre transito transportes tratado tribunal unidad unidos union universidad
usted ustedes valle vaticano vicepresidencia viejo vieja virgen zona este oeste sudeste
"""
_AZ = """
müqəddəs səhiyyə təhsil müdafiə daxili xarici sahil ədliyyə ali ali- nazirlik nazirli kabinet məclis milli dövlət
respublika prezident bakı- məhkəmə konstitusiya partiya ordu qoşun qərb şərq şimal cənub mərkəz universitet institut
akademiya məktəb xəstəxana muzey teatr park küçə prospekt meydan körpü kilsə məscid liman bayram novruz qurban
ramazan allah tanrı qəzet şirkət bank fond birja komitə komissiya agentlik idarə xidmət birlik təşkilat ittifaq
federasiya liqa kubok çempionat olimpiya dünya yeni köhnə böyük kiçik birinci ikinci baş qara ağ qırmızı dəniz çay
dağ ada okean günəş ay yer internet siz sizin
"""


def _stems(words: str) -> frozenset[str]:
    return frozenset(word for word in words.split() if not word.endswith("-"))


ORDINARY: Mapping[str, frozenset[str]] = {
    "ru": _stems(_RU), "uk": _stems(_UK), "be": _stems(_BE), "en": _stems(_EN), "es": _stems(_ES), "az": _stems(_AZ),
}  # fmt: skip
