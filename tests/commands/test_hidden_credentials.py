"""What doctor prints may be shown to others."""

from lingotype.config.examination import without_credentials


def test_an_address_loses_its_user_and_password():
    said = "is the server up, and its address right (https://anna:s3cr@et@lt.example:5000/x)?"
    assert without_credentials(said) == "is the server up, and its address right (https://lt.example:5000/x)?"
