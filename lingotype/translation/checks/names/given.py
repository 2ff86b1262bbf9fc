"""Given names by which a person is told from a street: the commonest, in Cyrillic and in Latin letters.

Cyrillic ones in any case: `lexicon` makes one of the letters in which the languages differ.
"""

CYRILLIC = """
антониу мария лина йоав ильинична чулпан йосеф моше шломо авигдор наоми лев лера рита варвара ульяна инга нелли
зухра лола авраам
адам айзек алан александр алексей алекси алена алес алиса алла альберт альфред амалия анастасия анатолий андрей
анжелика анна антон антонина антонио аркадий арнольд артем артур ахмед барак барбара бен бенджамин беньямин берни
билл боб богдан борис брайан брюс вадим валентин валентина валерий валерия варвара василий василь вера вероника
виктор виктория виталий владимир владислав владлен володимир всеволод вячеслав гавриил галина гари гарри генри
геннадий георгий герберт герман глеб глория грег грегори григорий густав давид дана дарья дэвид девид дейв даниил
данило дениел деннис денис джастин джеймс джек джеки джей джейн джейсон джен джеральд джеремай джеримай джерри джефф
джил джим джимми джо джоан джозеф джон джонатан джордж джорджия джошуа джулия джули диана диего дик дмитрий дмитро
дональд дора доротея дуглас евгений евген евгения екатерина катерина елена олена елизавета есения ефим жан жанна
захар зинаида зоя иван игорь игор изабель илларион илон илья иммануил инна иосиф ирина исаак кай камала карен карл
карлос кармен касра кент кевин кейт кети кем ким кирилл клара клаудия клод константин костянтин кристина кристофер
крис ксения лариса лаура лев леонид леонардо лех леся лидия лилия линда лиза лоран лоуренс луис луиза любовь людмила
лукас майк майкл майя маргарет маргарита марина марк маркус мария марианна марта мартин марьяна матвей махмуд
мелания мелисса микола мириам михаил михайло моника мухаммед надежда наталья наталия натан ненси никита николай
николас николь нил нина норман оксана олаф олег олександр оливер оливия ольга омар остап павел павло патрик пабло
педро петр петро пит питер пол полина раиса ральф раш рейчел рекс ренди реджеп реймонд рик ричард роберт роджер
роман рон рональд росс роза ростислав руслан рут сальма сара самуил сандра светлана себастьян семен сергей сергий
симон скотт соломия софия софья станислав стив стивен степан сьюзан сюзанна тамара тарас татьяна тетяна тед тереза
тим тимоти тимофей тимур том томас трейси уинстон уильям улоф уолтер урсула федор феликс фердинанд филипп флоренс
франциск франсуа френк фрэнсис фред фридрих хав'єр хавьер хасан хелен хелена хилари хосе хуан хулио чарли чарльз
шарль шон шарлотта ешли ева едвард едуард елон елеонора емилия емма емманюель ендрю ентони ерик ернест ернесто естер
юлия юрий юрги юзеф юсуф яков ян яна янис ярослав виталь михась алеся кастусь пятро микола янка якуб аляксандр алег
дзмитрий сяргей уладзимир уладзімір вольга катярина тацяна наталля марко юлиан бернард ганна оксана назар тарас
любомир святослав зеновий мирослав ярина леся олеся одарка лукьян дон дени лия кетрин мигель рафаель франсиско хорхе
фернандо габриель габриела андрес альваро сантьяго роза росио лусия елвис ильхам мехрибан ельчин рашид рустам наргиз
айсель лейла али гасан хасан ибрагим исмаил мустафа фатима абдул амина виржиния джина вильям
"""

LATIN = """
iryna oksana corca ilona alexandria ayanna kathy hakeem elise nikki gavin çak erik chuck antoniu mariya pyotr
volodímir vladimir viktoriya yelena nikolay sergey aleksandr dmitriy
aaron abdul abraham adam adele adriana agnes ahmed aisha alan albert alberto alejandra alejandro alex alexander
alexandra alexei alfonso alfred ali alice alina alison allen alvaro amanda amelia amina amy ana anastasia andre
andrea andrei andres andrew andriy angel angela anita ann anna anne annie anthony anton antonio arnold arthur ashley
barack barbara beatriz ben benjamin bernard bernie beth bill billy bob bohdan boris brad brandon brenda brian bruce
bryan camila carl carla carlos carmen carol caroline carolina catherine cathy cecilia charles charlie charlotte
chris christian christina christine christopher cindy claire clara claudia colin connor craig cristina cynthia dan
dana daniel daniela danny dave david deborah denis dennis derek diana diane diego dmitri dmitry dmytro don donald
donna dora doris dorothy doug douglas edgar eduardo edward edwin eileen elena elizabeth ella ellen elon emily emma
emmanuel enrique eric erik ernest ernesto esther ethan eugene eva evelyn felipe fernando fiona florence frances
francis francisco franco frank fred frederick gabriel gabriela gary gavin george gerald gilbert gina giorgia gloria
gonzalo gordon grace graham greg gregory guillermo gustavo guy hannah hanna harold harry heather hector helen helena
henry herbert hilary hillary howard hugh hugo ian ignacio igor ihor ilham ilya irene irina isaac isabel ivan ivanka
jack jackie jacob jake james jamie jan jane janet jared jason javier jay jean jeff jeffrey jennifer jenny jeremiah
jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joanna joao joe joel john johnny jonathan jorge jose
joseph josh joshua juan juana judith judy julia julian julie julio justin karen karl kate katherine kathleen kathryn
kathy katie keith kelly ken kenneth kevin kim kirill konstantin kristen kyle larry laura lauren lawrence leah lee
leila leo leon leonard leonid leonardo leslie liam lillian linda lisa lois louis louise lucas lucia lucy luis luisa
luke lydia lynn madison manuel marco marcos marcus margaret maria mariana marie marina mario marilyn mark marta
martha martin mary maryna matthew maurice max maya megan melania melissa mercedes michael michel michelle miguel
mikhail mike mila miriam mohamed mohammed molly monica mykola nadia nancy naomi natalia natalie nathan neil nelson
nicholas nick nicolas nicole nikolai nina noah nora norman olena oleg oleh oleksandr olga oliver olivia omar oscar
owen pablo pamela patricia patrick paul paula pavel pedro peggy penny pete peter petro phil philip philippe phillip
pierre pyotr rachel rafael ralph ramon randy raquel ray raymond rebecca recep renee ricardo richard rick rita robert
roberta roberto robin rodrigo roger roland roman ron ronald rosa rose ross roy ruben russell ruth ryan sam samantha
samuel sandra santiago sara sarah sasha scott sean sebastian serena sergei serhiy sergio seth sharon shawn sheila
shirley silvia simon sofia sonia sophia sophie stanley stella stephanie stephen steve steven stuart sue susan susana
svetlana sylvia taras tatiana taylor ted teresa terry tetiana theodore theresa thomas tim timothy tina todd tom
tommy tony tracy ursula valentina valeria vera veronica victor victoria vincent viktor vitali virginia vladimir
volodymyr walter wanda warren wayne wendy will william winston xavier yana yaroslav yolanda yuri zachary zoe maryam
mehriban elcin elchin nergiz nərgiz resid rashid rəşid leyla aysel rustam rüstəm ayten həsən hasan əli əhməd fatimə
ilqar vüqar kamran orxan rəna sevda kamala barak tadej hasina keir rishi friedrich joaquin itzel
"""

SAME = """
петр петро пятро peter pedro pyotr petro pierre|николай микола nicholas nicolas nikolai mykola mikalai nicolás
иван джон иоанн john ivan juan jean ivan|карл чарльз charles carlos karl карлос|андрей ендрю andrew andrés andrei
andriy andrii
павел пол павло paul pablo pavel pavlo|георг джордж юрий george jorge georg yuri yurii|яков джеймс иаков james jacob
jaime yakov
иосиф джозеф joseph josé iosif осип|елизавета елизабет elizabeth isabel elisabeth yelizaveta|екатерина катерина
catherine katerina kateryna
елена олена хелен helen elena olena yelena|евгений евген eugene yevhen yevgeny evgeny|франциск francis francisco
françois
лев leo león lev|александр олександр аляксандр alexander alejandro oleksandr aliaksandr|алексей олекси aleksei
alexei oleksiy oleksii
иисус исус христос jesus jesús christ cristo|вильгельм william wilhelm guillermo|генрих henry heinrich
enrique|людовик louis luis ludwig
мария mary maría maria mariya|матвей matthew mateo matvei|степан стивен stephen esteban stepan|федор theodore
teodoro fyodor fedir
василий василь vasily vasyl basil
владимир володимир vladimir volodymyr volodímir uładzimir уладзимир уладзімір|михаил михайло michael
mikhail mykhailo miguel
дмитрий дмитро dmitry dmytro demetrio|сергей сергий sergei serhii serhiy siarhei|елеонора eleanor leonor|филипп
philip felipe
моисей moses moisés משה|авраам abraham אברהם|исаак isaac יצחק|яков jacob יעקב|давид david דוד|иоанн john יוחנן|иосиф
joseph יוסף
"""
"""Names that are one though they do not sound so, `|` or a new line between them."""

FAMOUS = """
meta трамп путин зеленск байден маск цукерберг безос лукашенк макрон шольц мерц эрдоган нетаньяху нетаньягу нетанягу
харрис обам клинтон навальн тихановск порошенк кличко меркель цзиньпин ньюсом мамдани куомо хокул рубио медведев
лавров песков кадыров собянин кашогги залужн ермак буданов цихановск алиев пашинян саакашвили гюго шекспир чайковск
толст достоевск хемингуэй гугл амазон фейсбук инстаграм твиттер телеграм ютуб тесл боинг газпром роснефт сбербанк
яндекс майкрософт нетфликс дисней рейтер trump putin zelensky zelenskyy biden musk zuckerberg bezos lukashenko
macron scholz merz erdogan netanyahu harris obama clinton navalny merkel newsom mamdani cuomo hochul rubio desantis
pelosi mcconnell shakespeare tchaikovsky dostoevsky hemingway google amazon facebook instagram twitter telegram
youtube tesla spacex boeing airbus uber netflix disney reuters bloomberg microsoft nvidia openai tiktok spotify
starbucks walmart mcdonald ikea toyota volkswagen gazprom pfizer moderna siemens samsung huawei lufthansa ryanair
whatsapp linkedin chatgpt verizon fedex intel ibm bmw mercedes hamas hezbollah kremlin wikipedia zoom erdoğan əliyev
tramp zelenski
"""
"""Names that need no other evidence, even at the beginning of a sentence; Cyrillic ones without their endings."""
