"""Every connection to the database is made ready by the product, whoever opens it."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_postgresql_compiles_no_question():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite compiles nothing; test_on_postgresql.py runs this")
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)
