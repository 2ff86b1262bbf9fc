"""The desk's door, in the visitor's language."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("lang", "heading", "password"),
    [("en", "Sign in to the desk", "Password"), ("ru", "Вход в редакцию", "Пароль")],
)
def test_the_door_speaks_of_the_newsroom(client: Client, lang: str, heading: str, password: str) -> None:
    page = client.get("/admin/login/", headers={"accept-language": lang}).content.decode()
    assert f"<h1>{heading}</h1>" in page
    assert "Wagtail</h1>" not in page
    assert password in page.split('for="id_password"')[1].split("</label>")[0]
    assert 'name="remember"' in page
