"""Page stores for tests: a folder, and buckets."""

import secrets
import sys
from dataclasses import replace

import boto3
import pytest
from botocore.config import Config

from lingotype.delivery.stores import installed
from tests.deploy.programs import started
from tests.journeys.serving import free_port


@pytest.fixture
def bucket_keys(monkeypatch):
    """Keys of a bucket in the environment, and no others."""
    for name in ("AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test-secret")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory):
    """A real server that speaks S3: moto's, as a process of its own."""
    port, folder = free_port(), tmp_path_factory.mktemp("s3")
    with started(sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port), port=port, folder=folder):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def bucket(s3_server, bucket_keys, monkeypatch):
    """A client, and the name of a new bucket that it made."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", s3_server)
    name = f"paper-{secrets.token_hex(8)}"
    client = boto3.client("s3", endpoint_url=s3_server, region_name="us-east-1", config=Config(proxies={}))
    client.create_bucket(Bucket=name)
    return client, name


@pytest.fixture
def store(settings, tmp_path):
    """A page store of the test's own."""
    settings.LINGOTYPE = replace(settings.LINGOTYPE, folder=tmp_path)
    return installed.store()
