"""Facts about languages, without Django: scripts, quotation marks, notation, transliteration, slugs, stems."""
