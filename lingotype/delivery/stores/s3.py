"""A bucket of Amazon's S3 or of a server that speaks its protocol: `PREFIX/ru/city/most/index.html`, for a CDN to read.

One object a page, packed with gzip: a bucket chooses nothing by Accept-Encoding, every browser, CDN and Varnish takes
gzip, and one object is replaced or removed in one step, so that no reader can get a variant of another page.
"""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import PurePosixPath
from typing import Any, TypeVar

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError, NoCredentialsError
from botocore.exceptions import ConnectionError as NoConnectionError

from lingotype.delivery.encodings import Encoded
from lingotype.delivery.purgers import installed
from lingotype.delivery.purgers.base import KEPT_SECONDS
from lingotype.delivery.stores.base import PageStore, Ready, StoreError, content_type, language_of, path_at, place

CONNECT_SECONDS, READ_SECONDS, TRIES = 2, 5, 2
"""Pages are recorded under the lock of the store: a bucket that hangs may hold it for seconds, and not for minutes."""
_AT_ONCE = 16
_IN_ONE_CALL = 1000
"""Objects that one call can remove."""
_EACH_TIME = "public, no-cache"
_NO_SUCH = frozenset({"404", "NoSuchKey", "NotFound"})
_REFUSED = frozenset({"401", "403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken"})

One = TypeVar("One")
Result = TypeVar("Result")


class S3Store(PageStore):
    """Pages as objects below `prefix`. Endpoint, region and keys come from the environment."""

    def __init__(self, bucket: str, prefix: str = "") -> None:
        self.bucket = bucket
        self.prefix = f"{prefix}/" if prefix else ""
        self._client = _client()

    def put(self, ready: Iterable[Ready]) -> None:
        """Put these objects, several at once."""
        pages = [(self._key(one.path), one.path, one.page) for one in ready if one.page is not None]
        self._each(pages, lambda one: self._put(*one))

    def remove(self, paths: Iterable[str]) -> None:
        """Remove these objects; the bucket has confirmed each of them when this returns."""
        keys = [self._key(path) for path in paths]
        for start in range(0, len(keys), _IN_ONE_CALL):
            some = keys[start : start + _IN_ONE_CALL]
            answer = self._told(partial(self._delete, some))
            left = set(some) - {one["Key"] for one in answer.get("Deleted", ())}
            if left:
                why = next((f" ({one.get('Code')})" for one in answer.get("Errors", ())), "")
                raise StoreError(f"the bucket {self.bucket} did not remove {len(left)} of {len(some)} pages{why}")

    def has(self, path: str) -> bool:
        """Whether there is such an object."""
        try:
            self._client.head_object(Bucket=self.bucket, Key=self._key(path))
        except ClientError as error:
            if _code(error) in _NO_SUCH:
                return False
            raise self._error(error) from error
        except BotoCoreError as error:
            raise self._error(error) from error
        return True

    def missing(self, paths: Iterable[str]) -> list[str]:
        """Asks for several at once."""
        asked = list(paths)
        there = self._each(asked, self.has)
        return [path for path, is_there in zip(asked, there, strict=True) if not is_there]

    def paths(self) -> Iterator[str]:
        """Every object below the prefix."""
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix)
        try:
            for page in pages:
                for one in page.get("Contents", ()):
                    yield path_at(PurePosixPath(one["Key"].removeprefix(self.prefix)))
        except (ClientError, BotoCoreError) as error:
            raise self._error(error) from error

    def _put(self, key: str, path: str, page: Encoded) -> None:
        packed = page.variants.get("gzip")
        encoding = {"ContentEncoding": "gzip"} if packed is not None else {}
        self._told(
            lambda: self._client.put_object(
                Bucket=self.bucket, Key=key, Body=page.body if packed is None else packed,
                ContentType=content_type(PurePosixPath(key)),
                **encoding, **_in_language(path), **_for_caches(path, page.etag),
            )
        )  # fmt: skip

    def _delete(self, keys: list[str]) -> Mapping[str, Any]:
        wanted = {"Objects": [{"Key": key} for key in keys]}
        answer: Mapping[str, Any] = self._client.delete_objects(Bucket=self.bucket, Delete=wanted)
        return answer

    def _each(self, what: Iterable[One], do: Callable[[One], Result]) -> list[Result]:
        """Do it to several at once; after the first that fails no other is begun: it would wait as long for nothing."""
        has_failed = threading.Event()

        def unless_failed(one: One) -> Result:
            if has_failed.is_set():
                raise StoreError(f"the bucket {self.bucket} was not asked again")
            try:
                return do(one)
            except StoreError:
                has_failed.set()
                raise

        with ThreadPoolExecutor(_AT_ONCE) as threads:
            return list(threads.map(unless_failed, what))

    def _key(self, path: str) -> str:
        try:
            return f"{self.prefix}{place(path)}"
        except ValueError as error:
            raise StoreError(f"{path} cannot be the name of a page") from error

    def _told(self, ask: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        try:
            return ask()
        except (ClientError, BotoCoreError) as error:
            raise self._error(error) from error

    def _error(self, error: Exception) -> StoreError:
        bucket = f"the bucket {self.bucket}"
        if isinstance(error, NoCredentialsError):
            return StoreError(f"{bucket} needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment")
        if isinstance(error, HTTPClientError | NoConnectionError):
            return StoreError(f"{bucket} does not answer: {' '.join(str(error).split())}")
        if not isinstance(error, ClientError):
            return StoreError(f"{bucket} cannot be used: {' '.join(str(error).split())}")
        code = _code(error)
        if code == "NoSuchBucket":
            return StoreError(f"there is no bucket {self.bucket}")
        if code in _REFUSED:
            return StoreError(f"{bucket} refuses these keys ({code}): they need List, Get, Put and Delete")
        return StoreError(f"{bucket} answered {code}")


def _client() -> Any:
    endpoint = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL") or None
    config = Config(
        connect_timeout=CONNECT_SECONDS, read_timeout=READ_SECONDS, max_pool_connections=_AT_ONCE,
        retries={"total_max_attempts": TRIES, "mode": "standard"},
        # What other servers than Amazon's do not all know: buckets as host names, the newer checksums.
        s3={"addressing_style": "path"} if endpoint else {},
        request_checksum_calculation="when_required", response_checksum_validation="when_required",
    )  # fmt: skip
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
    return boto3.session.Session().client("s3", endpoint_url=endpoint, region_name=region, config=config)


def _in_language(path: str) -> Mapping[str, str]:
    lang = language_of(path)
    return {"ContentLanguage": lang} if lang else {}


def _for_caches(path: str, etag: str) -> Mapping[str, Any]:
    """How long to keep it; its key is metadata, since a bucket sends no header of a CDN's."""
    purger = installed.purger()
    if purger is None:
        return {"CacheControl": _EACH_TIME, "Metadata": {"etag": etag}}
    [key] = [value.decode() for _, value in purger.headers(path) if b"max-age" not in value]
    kept = f"public, max-age=0, must-revalidate, s-maxage={KEPT_SECONDS}"
    return {"CacheControl": kept, "Metadata": {"etag": etag, "surrogate-key": key}}


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", "an error"))
