"""Spanish times: after a comma, since "a las" would be wrong at one o'clock. All else is Django's own."""

DATETIME_FORMAT = r"j \d\e F \d\e Y, G:i"
TIME_FORMAT = "G:i"
