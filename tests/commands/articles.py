"""Article files for newsrooms of the tests."""

ENGLISH = """\
---
title: The ferry is late
lang: en
slug: ferry
section: city
---
The ferry left the harbor at nine.

Nobody on the pier was told why.

The next one leaves in 40 minutes.
"""
"""Goes well: into Russian, Ukrainian and Spanish; Belarusian has no engine."""

RUSSIAN = """\
---
title: Паром опоздал
lang: ru
slug: parom
---
Паром вышел из порта в 9 часов.

Следующий будет через 40 минут.
"""
"""Meets every trouble: Ukrainian is published, English held, Belarusian fails, Spanish has no engine."""

UKRAINIAN = """\
---
title: Пором запізнився
lang: uk
slug: porom
---
Пором вийшов з порту о дев'ятій.
"""
"""Its English takes for ever."""

BY_PEOPLE = """\
---
title: Пором спізнюється
lang: uk
slug: porom-spizniuietsia
translation_of: {lang: en, slug: ferry}
translator: Марія Левченко
---
Пором вийшов із гавані о дев'ятій.

Нікому на причалі не пояснили чому.

Наступний – за 40 хвилин.
"""
"""What a person made of the English one."""
