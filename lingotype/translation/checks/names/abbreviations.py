"""Names that no alphabet carries over: abbreviations, places and bodies that each language calls otherwise.

One name a line: `language form form; language …`. `_` is a space inside a form, `*` stands for any ending (adjectives,
inhabitants).
"""

ABBREVIATIONS = """
ru ООН; uk ООН; be ААН; en UN U.N. United_Nations; es ONU Naciones_Unidas; az BMT Birləşmiş_Millətlər*; he או"ם \
או״ם האו״ם האו"ם אומות_מאוחדות; fr ONU Nations_Unies; de UN UNO Vereinte*
ru НАТО Североатлант* альянс*; uk НАТО альянс*; be НАТА альянс*; en NATO alliance*; es OTAN alianza*; az NATO; he \
נאט"ו נאט״ו נאטו; fr OTAN; de NATO
ru ЕС Евросоюз* европей* Евро*; uk ЄС Євросоюз* європей* Євро*; be ЕС Еўрасаюз* еўрапей*; en EU E.U. European* \
Europe; es UE Unión_Europea europe* Europa; az AB Aİ Avropa*; he האיחוד_האירופי איחוד_אירופי אירופ*; fr UE europ*; \
de EU Europä*
ru ФБР; uk ФБР; be ФБР; en FBI F.B.I. Federal_Bureau; es FBI; az FTB FBI; he FBI אף-בי-איי אפ-בי-איי הבולשת; fr \
FBI; de FBI
ru ЦРУ; uk ЦРУ; be ЦРУ; en CIA C.I.A. Central_Intelligence; es CIA; az MKİ CIA; he CIA סי-איי-אי סוכנות_הביון; fr \
CIA; de CIA
ru АНБ; uk АНБ; be АНБ; en NSA N.S.A. National_Security_Agency; es NSA ASN; az MTA NSA; he NSA
ru МВФ; uk МВФ; be МВФ; en IMF I.M.F. Monetary_Fund; es FMI; az BVF; he IMF קרן_המטבע; fr FMI; de IWF IMF
ru ВОЗ; uk ВООЗ; be СААЗ ВААЗ; en WHO W.H.O. World_Health; es OMS; az ÜST; he WHO ארגון_הבריאות; fr OMS; de WHO
ru ЮНЕСКО; uk ЮНЕСКО; be ЮНЕСКА; en UNESCO; es Unesco UNESCO; az YUNESKO UNESCO; he אונסק"ו אונסק״ו אונסקו UNESCO
ru ЮНИСЕФ; uk ЮНІСЕФ; be ЮНІСЕФ; en UNICEF; es Unicef UNICEF; az UNICEF YUNİSEF; he יוניסף יוניצ"ף UNICEF
ru ОБСЕ; uk ОБСЄ; be АБСЕ; en OSCE O.S.C.E.; es OSCE; az ATƏT; he OSCE ארגון_לביטחון; fr OSCE; de OSZE
ru ВТО; uk СОТ; be СГА; en WTO W.T.O. World_Trade; es OMC; az ÜTT; he WTO ארגון_הסחר; fr OMC; de WTO
ru ОПЕК; uk ОПЕК; be АПЕК; en OPEC OPEC+; es OPEP; az OPEK OPEC; he אופ"ק אופ״ק אופק OPEC; fr OPEP; de OPEC
ru СНГ; uk СНД; be СНД; en CIS C.I.S. Independent_States; es CEI; az MDB; he חבר_העמים CIS; fr CEI; de GUS
ru СССР Совет* советск*; uk СРСР радянськ* Радянськ*; be СССР савецк* Савецк*; en USSR U.S.S.R. Soviet*; es URSS \
Unión_Soviética soviétic*; az SSRİ Sovet* sovet*; he ברה"מ ברית_המועצות סובייט* ברה״מ; fr URSS sovié*; de UdSSR \
Sowjet*
ru КНДР северокорей* Корея; uk КНДР північнокорей* Корея; be КНДР Карэя; en DPRK North_Korea* Korea*; es RPDC \
Corea* norcorean*; az KXDR Koreya*; he צפון_קוריאה קוריאה
ru ГДР восточногерман*; uk НДР східнонімец*; be ГДР; en GDR East_German* East_Germany; es RDA Alemania_Oriental; \
az ADR; he מזרח_גרמניה GDR
ru ФСБ; uk ФСБ; be ФСБ; en FSB F.S.B. Federal_Security; es FSB; az FTX FSB; he FSB פס"ב פס״ב שירות_הביטחון
ru КГБ; uk КДБ; be КДБ КГБ; en KGB K.G.B.; es KGB; az DTK KQB; he קג"ב קג״ב KGB ק.ג.ב
ru МВД; uk МВС; be МУС; en MVD Interior Internal_Affairs Home_Office Home_Ministry police; es Interior MVD; az DİN \
Daxili_İşlər*; he משרד_הפנים MVD
ru МИД; uk МЗС; be МЗС; en MFA Foreign_Ministry Foreign_Affairs Foreign_Office State_Department Ministry_Foreign; \
es Exteriores cancillería MID; az XİN Xarici_İşlər*; he משרד_החוץ
ru МЧС; uk МНС ДСНС; be МНС; en MChS MChS Emergenc* Emergency; es Emergencia* MChS; az FHN Fövqəladə*; he חירום \
MChS
ru ВСУ; uk ЗСУ; be УСУ ВСУ; en AFU ZSU Ukrainian Armed_Forces; es FAU ucranian* Fuerzas_Armadas; az USQ ZSU \
Ukrayna*; he אוקראינ* צבא_אוקראינה
ru СБУ; uk СБУ; be СБУ; en SBU S.B.U. Security_Service; es SBU Servicio_Seguridad; az UTX TXU SBU; he SBU \
שירות_הביטחון
ru ЦАХАЛ израил* Армия_обороны; uk ЦАХАЛ ізраїл*; be ЦАХАЛ ізраіл*; en IDF I.D.F. Israeli Israel; es FDI Israel \
israel*; az ÇAHAL İsrail* İMQ; he צה"ל צה״ל
ru ИГИЛ ИГ ислам*; uk ІДІЛ ІД іслам*; be ІДІЛ ІД; en ISIS ISIL IS Islamic_State; es ISIS EI Estado_Islámico Dáesh; \
az İŞİD; he דאעש דאע"ש דאע״ש ISIS
ru МАГАТЭ; uk МАГАТЕ; be МАГАТЭ; en IAEA I.A.E.A. Atomic_Energy; es OIEA; az AEBA MAQATE; he סבא"א סבא״א IAEA
ru ЕСПЧ; uk ЄСПЛ; be ЕСПЧ; en ECHR E.C.H.R. ECtHR Court_Human_Rights; es TEDH; az AİHM; he בית_הדין_האירופי
ru МУС МОС; uk МКС; be МКС; en ICC I.C.C. Criminal_Court; es CPI TPI; az BCM; he בית_הדין ICC
ru МОК; uk МОК; be МАК; en IOC I.O.C. Olympic*; es COI olímpic*; az BOK; he הוועד_האולימפי IOC
ru ФИФА; uk ФІФА; be ФІФА; en FIFA; es FIFA; az FİFA FIFA; he פיפ"א פיפ״א פיפא FIFA
ru УЕФА; uk УЄФА; be УЕФА; en UEFA; es UEFA; az UEFA; he אופ"א אופ״א אופא UEFA
ru НХЛ; uk НХЛ; be НХЛ; en NHL N.H.L. National_Hockey; es NHL; az MHL NHL; he NHL אן-אייץ'-אל
ru НБА; uk НБА; be НБА; en NBA N.B.A.; es NBA; az NBA; he NBA אן-בי-איי
ru НАСА; uk НАСА; be НАСА; en NASA; es NASA; az NASA; he נאס"א נאס״א נאסא NASA
ru Би-би-си Би-Би-Си; uk Бі-бі-сі; be Бі-бі-сі; en BBC B.B.C.; es BBC; az BBC Bi-Bi-Si; he BBC בי-בי-סי ביביסי
ru БРИКС; uk БРІКС; be БРІКС; en BRICS; es BRICS; az BRİKS BRICS; he בריקס BRICS
ru ОДКБ; uk ОДКБ; be АДКБ; en CSTO C.S.T.O. Collective_Security; es OTSC; az KTMT; he CSTO
ru ШОС; uk ШОС; be ШАС; en SCO S.C.O. Shanghai*; es OCS Shanghái*; az ŞƏT; he ארגון_שנגחאי SCO
ru ЕБРР; uk ЄБРР; be ЕБРР; en EBRD E.B.R.D.; es BERD; az AYİB; he EBRD
ru ХАМАС; uk ХАМАС; be ХАМАС; en Hamas HAMAS; es Hamás Hamas; az HƏMAS; he חמאס חמא"ס
ru ДНР Донецк*; uk ДНР Донецьк*; be ДНР Данецк*; en DPR DNR Donetsk; es RPD Donetsk; az DXR Donetsk*; he דונייצק
ru ВВС; en Air_Force Airforce R.A.F. RAF air; uk ВПС повітрян* авіац*; es Fuerza_Aérea Fuerzas_Aéreas aére*; he \
חיל_האוויר
ru НАБУ; uk НАБУ; be НАБУ; en NABU Anti-Corruption_Bureau; es NABU; az NABU; he NABU
en NYPD police; ru нью-йорк* полици*; uk поліці*; es NYPD policía; he משטרת משטרה; az polis*; be паліцы*
en ICE Immigration; ru ICE ИКЕ иммиграц* Иммиграц* миграц*; uk ICE імміграц* міграц* Імміграц*; es ICE Inmigración \
inmigr*; he ICE הגירה; az ICE immiqrasiya* miqrasiya*; be ICE іміграц* міграц*
en FDA F.D.A.; ru FDA ФДА Управлени* надзор*; uk FDA Управлін* нагляд*; es FDA Administración Alimentos*; he FDA \
מינהל*; az FDA
en CDC C.D.C.; ru CDC ЦКЗ ЦПЗ Центр* центр*; uk CDC Центр* центр*; es CDC Centro* Centros; he CDC מרכז* המרכזים; \
az CDC Mərkəz*
en DOJ Justice; ru Минюст* юстиц*; uk Мін'юст* юстиц*; es DOJ Justicia; he משפטים; az Ədliyyə*
"""
"""Abbreviations. The first form and those in capitals are looked for in the source, all in the translation."""

PLACES = """
ru США Соединенные_Штаты Штаты америк*; uk США Сполучені_Штати Штати америк*; be ЗША Злучаныя_Штаты Штаты амерык*; \
en USA US U.S. U.S.A. United_States America American* stateside; es EE.UU. EE._UU. EE EEUU EUA USA Estados_Unidos \
América american* estadounidense* norteameric*; az ABŞ Amerika* Birləşmiş_Ştatlar*; he ארה"ב ארצות_הברית אמריק* \
ארה״ב; fr États-Unis USA améric*; de USA US amerik*
ru Великобритания Британия британ* англи*; uk Британія Велика_Британія британ* англі*; be Брытанія Вялікабрытанія \
брытан* англі*; en UK U.K. Britain Great_Britain British* Briton* United_Kingdom England English*; es Reino_Unido \
británic* Gran_Bretaña Inglaterra; az Böyük_Britaniya Britaniya* ingilis* İngiltərə*; he בריטניה בריט* אנגליה \
ממלכה_המאוחדת
ru ОАЭ Эмираты эмират*; uk ОАЕ Емірати емірат*; be ААЭ Эміраты; en UAE U.A.E. Emirat*; es EAU Emiratos* emirat*; \
az BƏƏ Əmirlik*; he איחוד_האמירויות אמירויות אמירתי*
ru КНР Китай Кита* кита*; uk КНР Китай Кита* кита*; be КНР Кітай Кіта* кіта*; en PRC P.R.C. China Chinese*; es RPC \
China chin*; az ÇXR Çin*; he סין סיני*
ru ФРГ Герман* немец*; uk ФРН Німеч* німец*; be ФРГ Герман* Нямеч*; en FRG Germany German*; es RFA Alemania alem*; \
az AFR Almaniya* alman*; he גרמניה גרמנ*
ru Греция греч* грек*; uk Греція грец* грек*; be Грэцыя грэч* грэк*; en Greece Greek* Hellenic; es Grecia grieg*; \
az Yunanıstan yunan*; he יוון יוונ*
ru Нидерланды Голландия голланд* нидерланд*; uk Нідерланди Голландія нідерланд* голланд*; be Нідэрланды Галандыя \
нідэрланд*; en Netherlands Holland Dutch*; es Holanda neerland* holand* Países_Bajos; az Niderland Hollandiya \
holland*; he הולנד הולנד*
ru Франция франц*; uk Франція франц*; be Францыя франц*; en France French*; es Francia franc*; az Fransa frans*; \
he צרפת צרפת*
ru Испания испан*; uk Іспанія іспан*; be Іспанія іспан*; en Spain Spanish Spaniard*; es España españ*; az İspaniya \
ispan*; he ספרד ספרד*
ru Польша польск* поляк*; uk Польща польськ* поляк*; be Польшча польск* паляк*; en Poland Polish Pole Poles; es \
Polonia polac*; az Polşa polşa* polyak*; he פולין פולנ*
ru Швейцария швейцар*; uk Швейцарія швейцар*; be Швейцарыя швейцар*; en Switzerland Swiss; es Suiza suiz*; az \
İsveçrə isveçrə*; he שווייץ שוויץ שווייצר*
ru Дания датск* датчан*; uk Данія данськ* данц*; be Данія дацк*; en Denmark Danish Dane*; es Dinamarca danes* \
danés; az Danimarka danimarka*; he דנמרק דנ*
ru Турция турец* турк* турок; uk Туреччина турец* турк* турок; be Турцыя турэц* турк*; en Turkey Türkiye Turkish \
Turk*; es Turquía turc* turquía; az Türkiyə türk*; he טורקיה תורכיה טורק* תורכ*
ru Бельгия бельг*; uk Бельгія бельг*; be Бельгія бельг*; en Belgium Belgian*; es Bélgica belg*; az Belçika \
belçika*; he בלגיה בלג*
ru Норвегия норвеж*; uk Норвегія норвез*; be Нарвегія нарвеж*; en Norway Norwegian*; es Noruega norueg*; az Norveç \
norveç*; he נורווגיה נורבגיה נורווג*
ru Ирландия ирланд*; uk Ірландія ірланд*; be Ірландыя ірланд*; en Ireland Irish*; es Irlanda irland*; az İrlandiya \
irland*; he אירלנד אירי*
ru Венгрия венгер* венгр*; uk Угорщина угор*; be Венгрыя венгер*; en Hungary Hungarian*; es Hungría húngar*; az \
Macarıstan macar*; he הונגריה הונגר*
ru Таиланд тайск*; uk Таїланд тайськ*; en Thailand Thai*; es Tailandia tailand*; az Tailand tay*; he תאילנד תאי*
ru Израиль израил*; uk Ізраїль ізраїл*; be Ізраіль ізраіл*; en Israel Israeli*; es Israel israel*; az İsrail \
israil*; he ישראל ישראל*
ru Грузия грузин*; uk Грузія груз*; be Грузія груз*; en Georgia Georgian*; es Georgia georgian*; az Gürcüstan \
gürcü*; he גאורגיה גרוזיה גאורג*
ru Индия индий* инди*; uk Індія інді*; be Індыя індый*; en India Indian*; es India indi*; az Hindistan hind*; he \
הודו הודי*
ru Египет Египта Египту Египте Египтом египет* египт*; uk Єгипет Єгипту Єгипті єгип*; be Егіпет Егіпта егіпе*; en \
Egypt Egyptian*; es Egipto egipci*; az Misir misir*; he מצרים מצרי*
ru Киев; uk Київ Києва Києву Києві Києвом київ*; be Кіеў Кіева Кіеву Кіеве; en Kyiv Kiev; es Kiev Kyiv; az Kiyev; \
he קייב קיאב
ru Львов; uk Львів Львова Львову Львові; be Львоў Львова Львове; en Lviv Lvov; es Leópolis Lviv; az Lvov; he לבוב
ru Москва; uk Москва; be Масква; en Moscow Muscovite*; es Moscú moscovit*; az Moskva; he מוסקבה
ru Санкт-Петербург Петербург Питер; uk Петербург; be Пецярбург Піцер; en Petersburg St._Petersburg; es \
Petersburgo; az Peterburq; he פטרבורג פטרסבורג
ru Лондон; uk Лондон; be Лондан; en London Londoner*; es Londres londinense*; az London; he לונדון
ru Вена; uk Відень Відня Відні віден*; be Вена; en Vienna Viennese; es Viena vienes*; az Vyana; he וינה
ru Пекин; uk Пекін; be Пекін; en Beijing Peking; es Pekín Beijing; az Pekin; he בייג'ינג בייג׳ינג בייג'ין
ru Женева; uk Женева; be Жэнева; en Geneva; es Ginebra; az Cenevrə; he ז'נבה ז׳נבה
ru Мюнхен; uk Мюнхен; be Мюнхен; en Munich; es Múnich; az Münhen; he מינכן
ru Кёльн Кельн; uk Кельн; be Кёльн; en Cologne; es Colonia; az Köln; he קלן
ru Гаага; uk Гаага; be Гаага; en Hague; es Haya; az Haaqa; he האג
ru Брюссель; uk Брюссель; be Брусель; en Brussels; es Bruselas; az Brüssel; he בריסל
ru Афины; uk Афіни; be Афіны; en Athens; es Atenas; az Afina; he אתונה
ru Венеция; uk Венеція; be Венецыя; en Venice Venetian; es Venecia; az Venesiya; he ונציה
ru Флоренция; uk Флоренція; be Фларэнцыя; en Florence; es Florencia; az Florensiya; he פירנצה
ru Неаполь Неаполя Неаполе; uk Неаполь; be Неапаль; en Naples; es Nápoles; az Neapol; he נאפולי
ru Милан; uk Мілан; be Мілан; en Milan; es Milán; az Milan; he מילאנו
ru Прага праж*; uk Прага праз*; be Прага праж*; en Prague; es Praga; az Praqa; he פראג
ru Варшава; uk Варшава; be Варшава; en Warsaw; es Varsovia; az Varşava; he ורשה
ru Лиссабон; uk Лісабон; be Лісабон; en Lisbon; es Lisboa; az Lissabon; he ליסבון
ru Копенгаген; uk Копенгаген; be Капенгаген; en Copenhagen; es Copenhague; az Kopenhagen; he קופנהגן
ru Иерусалим; uk Єрусалим; be Ерусалім; en Jerusalem; es Jerusalén; az Yerusəlim Qüds; he ירושלים
ru Тель-Авив Авив; uk Авів; be Авіў; en Tel_Aviv; es Tel_Aviv; az Tel-Əviv; he תל_אביב ת"א
ru Газа; uk Газа; be Газа; en Gaza Gazan*; es Gaza gazat*; az Qəzza Qəzzə; he עזה
ru Вифлеем; uk Вифлеєм; be Віфлеем; en Bethlehem; es Belén; az Beytləhm; he לחם
ru Дамаск; uk Дамаск; be Дамаск; en Damascus; es Damasco; az Dəməşq; he דמשק
ru Каир; uk Каїр; be Каір; en Cairo; es Cairo; az Qahirə; he קהיר
ru Хьюстон; uk Г’юстон Гюстон; be Х’юстан; en Houston; es Houston; az Hyuston; he יוסטון
ru Филадельфия; uk Філадельфія; be Філадэльфія; en Philadelphia; es Filadelfia; az Filadelfiya; he פילדלפיה
ru Сиэтл; uk Сієтл; be Сіэтл; en Seattle; es Seattle; az Sietl; he סיאטל
ru Ереван; uk Єреван; be Ерэван; en Yerevan; es Ereván; az İrəvan; he ירוואן ירבאן
ru Тбилиси; uk Тбілісі; be Тбілісі; en Tbilisi; es Tiflis Tbilisi; az Tbilisi; he טביליסי
ru Крым крымск*; uk Крим кримськ*; be Крым крымск*; en Crimea Crimean*; es Crimea; az Krım; he קרים
ru Кавказ кавказ*; uk Кавказ кавказ*; be Каўказ; en Caucasus Caucasian; es Cáucaso; az Qafqaz; he קווקז
ru Днепр; uk Дніпро Дніпра Дніпрі; be Дняпро; en Dnipro Dnieper; es Dniéper Dnipró; az Dnepr; he דנייפר דניפרו
ru Рейн; uk Рейн; be Рэйн; en Rhine; es Rin; az Reyn; he ריין
ru Дунай; uk Дунай; be Дунай; en Danube; es Danubio; az Dunay; he דנובה
ru Темза; uk Темза; be Тэмза; en Thames; es Támesis; az Temza; he תמזה
ru Босфор; uk Босфор; be Басфор; en Bosporus Bosphorus; es Bósforo; az Bosfor; he בוספורוס
ru Балканы; uk Балкани; be Балканы; en Balkan*; es Balcanes; az Balkan*; he בלקן
ru Альпы; uk Альпи; be Альпы; en Alps Alpine; es Alpes; az Alp*; he אלפים
ru Карибы; uk Кариби; en Caribbean; es Caribe; he קריביים
ru Антарктида; uk Антарктида; be Антарктыда; en Antarctica; es Antártida; az Antarktida; he אנטארקטיקה אנטרקטיקה
ru Рига рижск* риж*; uk Рига ризьк* риз*; be Рыга рыжск* рыж*; en Riga; es Riga; az Riqa; he ריגה
ru Волга волжск* волж*; uk Волга волз*; be Волга волж*; en Volga; es Volga; az Volqa; he וולגה
ru Одесса одес*; uk Одеса одес*; be Адэса адэс*; en Odesa Odessa; es Odesa Odessa; az Odessa; he אודסה
ru Харьков Харькова Харькове Харькову харьков*; uk Харків Харкова Харкові Харкову харків*; be Харкаў Харкава \
Харкаве; en \
Kharkiv Kharkov; es Járkiv Járkov Kharkiv; az Xarkov; he חרקוב חארקיב
ru Херсон херсон*; uk Херсон херсон*; be Херсон; en Kherson; es Jersón Kherson; az Xerson; he חרסון
ru Запорожье запорож*; uk Запоріжжя запоріз*; be Запарожжа; en Zaporizhzhia Zaporozhye; es Zaporiyia Zaporizhia; az \
Zaporojye; he זפוריז'יה
ru Мариуполь мариуполь*; uk Маріуполь маріуполь*; be Марыупаль; en Mariupol; es Mariúpol; az Mariupol; he מריופול
ru Гомель гомельск*; uk Гомель гомельськ*; be Гомель гомельск*; en Gomel Homel Homiel; es Gómel; az Qomel; he הומל
ru Гродно гроднен*; uk Гродно Гродні Гродна гродн*; be Гродна Гродне гродзен*; en Grodno Hrodna; es Grodno; az \
Qrodno; he גרודנו
ru Витебск витебск*; uk Вітебськ вітебськ*; be Віцебск віцебск*; en Vitebsk Viciebsk; es Vítebsk; az Vitebsk; he ויטבסק
ru Гянджа; uk Гянджа; be Гянджа; en Ganja; es Ganyá Ganja; az Gəncə; he גנג'ה
ru Бруклин бруклинск*; uk Бруклін бруклінськ*; be Бруклін; en Brooklyn Brooklynite*; es Brooklyn; az Bruklin; he ברוקלין
ru Квинс; uk Квінс; be Квінс; en Queens; es Queens; az Kvins; he קווינס
ru Манхэттен Манхеттен манхэттенск*; uk Мангеттен Манхеттен; be Манхэтэн; en Manhattan; es Manhattan; az Manhetten; \
he מנהטן
ru Бронкс; uk Бронкс; be Бронкс; en Bronx; es Bronx; az Bronks; he ברונקס
ru Вашингтон вашингтонск*; uk Вашингтон вашингтонськ*; be Вашынгтон вашынгтонск*; en Washington; es Washington; az \
Vaşinqton; he וושינגטון
ru Бостон бостонск*; uk Бостон бостонськ*; be Бостан; en Boston Bostonian*; es Boston; az Boston; he בוסטון
ru Майами; uk Маямі; be Маямі; en Miami; es Miami; az Mayami; he מיאמי
ru Калифорния калифорн*; uk Каліфорнія каліфорн*; be Каліфорнія каліфарн*; en California Californian*; es California \
californian*; az Kaliforniya; he קליפורניה
ru Техас техас*; uk Техас техас*; be Тэхас; en Texas Texan*; es Texas Tejas texan* tejan*; az Texas; he טקסס
ru Флорида флорид*; uk Флорида флорид*; be Фларыда; en Florida Floridian*; es Florida; az Florida; he פלורידה
ru Хайфа; uk Хайфа; be Хайфа; en Haifa; es Haifa; az Hayfa; he חיפה
"""
"""States known by an abbreviation or whose adjectives no rule gives, and places that Unicode CLDR does not name.

Forms that begin with a capital and have no `*` are looked for in the source, all in the translation.
"""
