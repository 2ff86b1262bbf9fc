"""Hebrew times: a comma keeps the year and the hour apart. All else is Django's own."""

DATETIME_FORMAT = "j בF Y, H:i"
