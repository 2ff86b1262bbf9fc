"""Names that were lost, swapped, translated or changed: each must be found."""

import pytest

from tests.translation.checks.names.naming import held

DROPPED = [
    "ru en | Адвокаты Трампа подали апелляцию. | Lawyers filed the appeal.",
    "ru en | Губернатор Кэти Хокул подписала бюджет. | The governor signed the budget.",
    "ru en | Мэр Эрик Адамс встретился с водителями. | Mayor Eric met with the drivers.",
    "ru en | В театре снова ставят Шекспира. | The theater is staging plays again.",
    "ru en | Об этом говорится в отчёте Bellingcat. | A report says so.",
    "ru en | Рейс из Копенгагена задержали. | The flight was delayed.",
    "ru en | Делегация ООН приехала вечером. | The delegation arrived in the evening.",
    "ru uk | Письмо передали сенатору Уоррену. | Листа передали сенаторові.",
    "ru uk | Песню написал Леонард Коэн. | Пісню написав Леонард.",
    "ru be | Об этом рассказала Мария Колесник. | Пра гэта расказала Марыя.",
    "ru az | Адвокат Марк Гинзбург подал иск. | Vəkil iddia qaldırıb.",
    "ru he | Губернатор Хокул подписала закон. | המושלת חתמה על החוק.",
    "ru he | НАТО усилит присутствие в Польше. | הברית תגביר את נוכחותה בפולין.",
    "en es | Judge Ruth Hale fined the company. | La jueza multó a la empresa.",
    "en es | She moved from London to Boston. | Se mudó de Londres a otra ciudad.",
    "en ru | Mark Zuckerberg sold his shares. | Марк продал свои акции.",
    "en ru | The court fined Google in Paris. | Суд оштрафовал компанию в Париже.",
    "uk en | Пекарню відкрила Олена Ткачук. | Olena opened the bakery.",
    "es en | El alcalde Martínez habló con la prensa. | The mayor spoke to the press.",
    "ru en | Тренер сборной Станислав Черчесов ушёл. | National team coach Stanislav has left.",
]
SWAPPED = [
    "ru en | Адвокаты Трампа подали апелляцию. | Biden’s lawyers filed the appeal.",
    "ru en | Президент Владимир Зеленский прилетел вечером. | President Vladimir Putin arrived in the evening.",
    "ru en | Роман Виктора Гюго экранизируют. | Victor Pelevin’s novel is being filmed.",
    "ru en | В Бруклине открылся рынок. | A market has opened in Harlem.",
    "ru en | Посол Германии покинул зал. | The ambassador of France left the hall.",
    "ru en | Дональд Трамп выступил на съезде. | Melania Trump spoke at the convention.",
    "ru en | Мэр Адамс встретился с водителями. | Mayor Bloomberg met with the drivers.",
    "ru en | Самолёт сел в Варшаве. | The plane landed in Prague.",
    "ru uk | Марк Цукерберг выступит в мае. | Марк Кьюбан виступить у травні.",
    "ru uk | Концерт пройдёт в Одессе. | Концерт відбудеться в Черкасах.",
    "ru uk | Премьер Польши ушёл в отставку. | Прем’єр Словаччини пішов у відставку.",
    "ru be | Президент Дональд Трамп приехал. | Прэзідэнт Дональд Туск прыехаў.",
    "ru be | Роман Хемингуэя издали заново. | Раман Фолкнера выдалі зноўку.",
    "ru az | Ураган дошёл до Хьюстона. | Qasırğa Dallasa çatıb.",
    "ru az | Президент Макрон прибыл в Баку. | Prezident Şolts Bakıya gəlib.",
    "ru he | Цукерберг выступил вчера. | מאסק נאם אתמול.",
    "ru he | Президент Франции отложил визит. | נשיא איטליה דחה את הביקור.",
    "en es | Mayor Helen Okafor thanked the crews. | La alcaldesa Helen Mirren agradeció a los equipos.",
    "en es | The flight from Lisbon was late. | El vuelo de Roma llegó tarde.",
    "en ru | Judge Ruth Hale fined the company. | Судья Рут Гинзбург оштрафовала компанию.",
    "en ru | Apple said sales in China had fallen. | Apple сообщила, что продажи в Индии упали.",
    "en ru | President Joe Biden called the family. | Президент Барак Обама позвонил семье.",
    "en uk | The letter was signed by Keir Starmer. | Листа підписав Кір Джонсон.",
    "uk en | Письменник Сергій Жадан читав вірші. | The writer Serhiy Prytula read poems.",
    "uk en | Потяг прибув з Києва. | The train arrived from Moscow.",
    "es en | Gabriel García Márquez vivió aquí. | Gabriel Boric lived here.",
    "es en | El alcalde Martínez habló. | Mayor Rodríguez spoke.",
    "es en | Dijo que Alemania ganaría. | He said Austria would win.",
]
BRANDS = [
    "ru en | Акции Meta выросли за день. | Shares of Goal rose during the day.",
    "ru en | Он ведёт блог в Telegram. | He writes a blog in a telegraph.",
    "ru uk | Компания Apple обжаловала штраф. | Компанія Яблуко оскаржила штраф.",
    "ru en | Программу написали в Oracle. | The program was written at Prophet.",
    "en es | He works for Apple in Austin. | Trabaja para Manzana en Austin.",
    "en ru | He bought the shoes at Target yesterday. | Вчера он купил туфли в магазине «Цель».",
    "en ru | She deleted Facebook from her phone. | Она удалила Книгу лиц со своего телефона.",
    "ru en | Сайт размещён на серверах Amazon. | The site is hosted on servers of the Warrior Woman.",
    "ru en | Съёмки оплатил Netflix. | The shooting was paid for by Clean Movies.",
    "ru he | Компания Meta удалила пост. | חברת מטרה מחקה את הפוסט.",
]
ABBREVIATED = [
    "ru en | ФБР проверяет посылку. | The CIA is checking the package.",
    "ru en | США ввели санкции. | China imposed sanctions.",
    "ru en | МВФ выделил кредит. | The World Bank granted a loan.",
    "ru uk | ФСБ задержала двоих. | СБУ затримала двох.",
    "ru be | НАТО проводит учения. | АДКБ праводзіць вучэнні.",
    "ru az | ООН осудила удар. | NATO zərbəni pisləyib.",
    "ru he | ФБР расследует взрыв. | ה-CIA חוקר את הפיצוץ.",
    "en es | The WHO declared an emergency. | La ONU declaró la emergencia.",
    "en ru | NATO will send troops. | ООН отправит войска.",
    "uk en | СБУ провела обшуки. | The FBI carried out searches.",
    "es en | La OTAN rechazó la propuesta. | The E.U. rejected the proposal.",
    'he en | צה"ל תקף אמש. | The police struck last night.',
]


@pytest.mark.parametrize("row", [*DROPPED, *SWAPPED, *BRANDS, *ABBREVIATED])
def test_it_is_found(row: str) -> None:
    assert held(row) != []
