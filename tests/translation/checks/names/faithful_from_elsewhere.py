"""Faithful translations with names in them, from other languages than Russian; see `test_faithful`."""

FROM_ENGLISH = [
    "en es | President Trump met with Gov. Kathy Hochul on Tuesday. | "
    "El presidente Trump se reunió el martes con la gobernadora Kathy Hochul.",
    "en es | The Supreme Court will hear the case in October. | La Corte Suprema verá el caso en octubre.",
    "en es | The United States and Germany signed the treaty. | Estados Unidos y Alemania firmaron el tratado.",
    "en es | NATO and the U.N. condemned the attack. | La OTAN y la ONU condenaron el ataque.",
    "en es | Apple said sales in China had fallen. | Apple dijo que sus ventas en China habían caído.",
    "en es | She moved from London to New York in 1998. | Se mudó de Londres a Nueva York en 1998.",
    "en es | Maria Lopez, a nurse from Queens, filed the complaint. | "
    "María López, una enfermera de Queens, presentó la queja.",
    "en es | The FBI searched the house in Houston. | El FBI registró la casa de Houston.",
    "en es | American and Russian officials met in Geneva. | "
    "Funcionarios estadounidenses y rusos se reunieron en Ginebra.",
    "en es | The Department of Education opened an inquiry. | El Departamento de Educación abrió una investigación.",
    "en es | On Monday, Mayor Helen Okafor thanked the firefighters. | "
    "El lunes, la alcaldesa Helen Okafor agradeció a los bomberos.",
    "en es | I think I will stay, said Mr. Jones. | Creo que me quedaré, dijo el señor Jones.",
    "en es | City Council Approves New Budget After Long Debate | "
    "El concejo aprueba el nuevo presupuesto tras un largo debate",
    "en es | Pope Francis visited Lisbon in August. | El papa Francisco visitó Lisboa en agosto.",
    "en es | King Charles will open Parliament. | El rey Carlos inaugurará el Parlamento.",
    "en es | The White House Correspondents’ dinner is on Saturday. | "
    "La cena de corresponsales de la Casa Blanca es el sábado.",
    "en es | Democrats and Republicans in Congress agreed. | "
    "Demócratas y republicanos del Congreso se pusieron de acuerdo.",
    "en es | Tchaikovsky’s “Swan Lake” opens Friday. | «El lago de los cisnes», de Chaikovski, se estrena el viernes.",
    "en es | Harbor Street will be closed until Easter. | La calle del Puerto estará cerrada hasta Pascua.",
    "en es | Ukraine’s president, Volodymyr Zelensky, spoke from Kyiv. | "
    "El presidente de Ucrania, Volodímir Zelenski, habló desde Kiev.",
    "en es | Turkey and Greece will reopen talks. | Turquía y Grecia reanudarán las conversaciones.",
    "en es | Dutch police arrested two men in The Hague. | La policía neerlandesa detuvo a dos hombres en La Haya.",
    "en ru | President Trump met with Gov. Kathy Hochul on Tuesday. | "
    "Президент Трамп во вторник встретился с губернатором Кэти Хокул.",
    "en ru | The Supreme Court will hear the case in October. | Верховный суд рассмотрит дело в октябре.",
    "en ru | The U.S. and the E.U. imposed sanctions on Iran. | США и ЕС ввели санкции против Ирана.",
    "en ru | The FBI and the CIA declined to comment. | ФБР и ЦРУ отказались от комментариев.",
    "en ru | Apple said sales in China had fallen. | Apple сообщила, что продажи в Китае упали.",
    "en ru | Mark Zuckerberg sold his shares in Meta. | Марк Цукерберг продал свои акции Meta.",
    "en ru | Maria Lopez, a nurse from Queens, filed the complaint. | Жалобу подала Мария Лопес, медсестра из Квинса.",
    "en ru | I met him on a Monday in May. | Я встретил его в понедельник в мае.",
    "en ru | City Council Approves New Budget After Long Debate | Городской совет после долгих споров утвердил бюджет",
    "en ru | The Brooklyn Bridge was closed on Sunday. | В воскресенье Бруклинский мост был закрыт.",
    "en ru | She teaches English and Spanish in Boston. | Она преподаёт английский и испанский в Бостоне.",
    "en ru | The Harbor Courier reported the story first. | Первым об этом написал «Харбор курьер».",
    "en ru | New Yorkers waited for hours. | Ньюйоркцы ждали часами.",
    "en ru | Charles Dickens wrote about London. | Чарльз Диккенс писал о Лондоне.",
    "en ru | Hemingway and Shakespeare are on the list. | В списке Хемингуэй и Шекспир.",
    "en ru | The Department of Sanitation hired 40 workers. | Департамент уборки нанял 40 рабочих.",
    "en ru | “I was scared,” said Wright, who lives in Houston. | "
    "«Мне было страшно», — сказал Райт, который живёт в Хьюстоне.",
    "en ru | Judge Ruth Hale fined the company. | Судья Рут Хейл оштрафовала компанию.",
    "en ru | Muslims and Jews broke the fast together. | Мусульмане и евреи вместе разговелись.",
    "en ru | Her son works for Microsoft in Seattle. | Её сын работает в Microsoft в Сиэтле.",
    "en ru | North Shore residents want a new school. | Жители Северного берега хотят новую школу.",
    "en ru | The NYPD and ICE made five arrests. | Полиция Нью-Йорка и ICE задержали пятерых.",
    "en ru | Prime Minister Keir Starmer resigned. | Премьер-министр Кир Стармер ушёл в отставку.",
    "en uk | The Supreme Court of Canada upheld the ruling. | Верховний суд Канади залишив рішення в силі.",
    "en uk | President Joe Biden called Xi Jinping. | Президент Джо Байден зателефонував Сі Цзіньпіну.",
    "en uk | The European Commission fined Google. | Єврокомісія оштрафувала Google.",
    "en be | Donald Trump spoke with Viktor Orban in Budapest. | "
    "Дональд Трамп паразмаўляў з Віктарам Орбанам у Будапешце.",
]

FROM_OTHERS = [
    "uk en | Володимир Зеленський приїхав до Нью-Йорка. | Volodymyr Zelensky came to New York.",
    "uk en | Верховна Рада ухвалила бюджет. | The Verkhovna Rada passed the budget.",
    "uk en | СБУ та НАБУ провели обшуки у Львові. | The S.B.U. and NABU carried out searches in Lviv.",
    "uk en | ЗСУ звільнили село під Харковом. | The Ukrainian Armed Forces liberated a village near Kharkiv.",
    "uk en | Міністр оборони Німеччини відвідав Київ. | Germany’s defense minister visited Kyiv.",
    "uk en | Пекарню відкрила Олена Ткачук. | Olena Tkachuk opened the bakery.",
    "uk en | Письменник Сергій Жадан читав вірші в Берліні. | The writer Serhiy Zhadan read poems in Berlin.",
    "uk en | ЄС і США обговорили санкції. | The EU and the US discussed sanctions.",
    "uk en | З Різдвом Христовим! | Merry Christmas!",
    "uk en | Тараса Шевченка вивчають у школах Канади. | Taras Shevchenko is studied in Canadian schools.",
    "uk en | Адвокати Трампа мовчать. | Trump’s lawyers are silent.",
    "uk en | Марія Левченко переклала роман Гемінґвея. | Maria Levchenko translated a novel by Hemingway.",
    "uk en | Укрзалізниця додала потяг до Угорщини. | Ukrainian Railways added a train to Hungary.",
    "es en | El presidente de México, según López, viajará a China. | "
    "Mexico’s president, López says, will travel to China.",
    "es en | La Corte Suprema falló a favor de María Gómez. | The Supreme Court ruled in favor of María Gómez.",
    "es en | EE. UU. y la OTAN rechazaron la propuesta. | The U.S. and NATO rejected the proposal.",
    "es en | El alcalde Martínez se reunió con vecinos de Sevilla. | Mayor Martínez met with residents of Seville.",
    "es en | La ONU pidió ayuda para Siria. | The U.N. asked for help for Syria.",
    "es en | Gabriel García Márquez vivió en Barcelona. | Gabriel García Márquez lived in Barcelona.",
    "es en | Los vendedores del Muelle Viejo protestaron. | Vendors at the Old Pier protested.",
    "es en | El Ministerio de Sanidad y la Comunidad de Madrid firmaron. | "
    "The Health Ministry and the Madrid region signed.",
    "es en | Dijo que Alemania y los Países Bajos ganarían. | He said Germany and the Netherlands would win.",
    "es en | El papa Francisco habló en la Plaza de San Pedro. | Pope Francis spoke in St. Peter’s Square.",
    "es en | Juan Carlos Rivera vende flores en Queens. | Juan Carlos Rivera sells flowers in Queens.",
    'he en | ארה"ב והאו"ם קראו להפסקת אש. | The United States and the United Nations called for a cease-fire.',
    'he en | צה"ל תקף אמש. | The IDF struck last night.',
    "az en | ABŞ və BMT bəyanat verib. | The U.S. and the U.N. issued a statement.",
    "az en | Prezident İlham Əliyev Londona gedib. | President Ilham Aliyev has gone to London.",
    "be en | Аляксандр Лукашэнка падпісаў указ у Мінску. | Alexander Lukashenko signed the decree in Minsk.",
    "be ru | Святлана Ціханоўская прыехала ў ЗША. | Светлана Тихановская приехала в США.",
]
