"""DeepL, Google and a chat-completions server for tests, as their documentation describes them."""

import json
from typing import Any
from urllib.parse import unquote

from tests.translation.engines.service import Asked, Reply, ServiceServer, says, upper

DEEPL_KEY, TOKEN, OPENAI_KEY = "d3e3b9a1-key:fx", "ya29.token", "sk-secret"


class DeepLServer(ServiceServer):
    """DeepL's v2: 403 for a wrong key, 413 for a long body, 400 for what it does not know."""

    LANGUAGES = ("EN-US", "EN-GB", "ES", "RU", "UK", "PT-PT", "PT-BR", "HE")

    def __init__(self) -> None:
        super().__init__()
        self.glossaries: list[dict[str, Any]] = []
        self.made = 0
        self.used, self.limit = 1_000, 500_000

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"DeepL-Auth-Key {DEEPL_KEY}":
            return says({"message": "Forbidden"}, 403)
        if asked.size > 128 * 1024:
            return says({"message": "Request Entity Too Large"}, 413)
        if asked.method == "DELETE":
            self.glossaries = [row for row in self.glossaries if not asked.path.endswith(f"/{row['glossary_id']}")]
            return Reply(204)
        return {
            ("POST", "/v2/translate"): self.translation,
            ("GET", "/v2/glossaries"): lambda _: says({"glossaries": self.glossaries}),
            ("POST", "/v2/glossaries"): self.new_glossary,
            ("GET", "/v2/usage"): lambda _: says({"character_count": self.used, "character_limit": self.limit}),
            ("GET", "/v2/languages?type=target"): lambda _: says([{"language": code} for code in self.LANGUAGES]),
        }[asked.method, asked.path](asked.body)

    def translation(self, body: dict[str, Any]) -> Reply:
        if len(body["text"]) > 50:
            return says({"message": "Too many texts"}, 400)
        if body["target_lang"] not in self.LANGUAGES:
            return says({"message": "Value for 'target_lang' not supported."}, 400)
        if "glossary_id" in body and body["glossary_id"] not in [row["glossary_id"] for row in self.glossaries]:
            return says({"message": "Invalid or missing glossary id"}, 404)
        rows = [{"detected_source_language": "EN", "text": upper(text)} for text in body["text"]]
        return says({"translations": rows})

    def new_glossary(self, body: dict[str, Any]) -> Reply:
        known = {key: body[key] for key in ("name", "source_lang", "target_lang")}
        count = len(body["entries"].splitlines())
        if len(self.glossaries) >= 1_000:
            return says({"message": "Too many glossaries"}, 400)
        self.made += 1
        made = {
            **known, "glossary_id": f"glossary-{self.made}", "ready": True, "entry_count": count,
            "creation_time": f"2026-11-22T00:00:{self.made:06}Z",
        }  # fmt: skip
        self.glossaries.append(made)
        return says(made, 201)


class GoogleServer(ServiceServer):
    """Cloud Translation v3 of the project `paper`."""

    tokens = (TOKEN,)

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, str] = {}
        """What lies in the bucket, by name."""
        self.glossaries: dict[str, dict[str, Any]] = {}
        self.entries: dict[str, str] = {}
        """What each glossary was made of."""
        self.looks = 1
        """How often an operation is looked at before it is done."""
        self.fails = ""
        """Why an operation fails."""

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") not in [f"Bearer {token}" for token in self.tokens]:
            return google_error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
        if "/storage/v1/b/" in asked.path:
            return self.storage(asked)
        if "/glossaries" in asked.path or "/operations/" in asked.path:
            return self.glossary(asked)
        if not asked.path.startswith("/v3/projects/paper/locations/"):
            return google_error(403, "PERMISSION_DENIED", "Permission 'cloudtranslate.generalModels.predict' denied")
        if asked.path.endswith("/supportedLanguages"):
            return says({"languages": [{"languageCode": code} for code in ("en", "es", "ru")]})
        body = asked.body
        if len(body["contents"]) > 1024 or sum(map(len, body["contents"])) > 30_720:
            return google_error(400, "INVALID_ARGUMENT", "Text is too long.")
        plain = [{"translatedText": upper(text)} for text in body["contents"]]
        if "glossaryConfig" not in body:
            return says({"translations": plain})
        glossary = body["glossaryConfig"]["glossary"]
        if "/lingotype-" in glossary and glossary not in self.glossaries:
            return google_error(404, "NOT_FOUND", "Glossary not found.")
        worded = [{"translatedText": f"{glossary}: {upper(text)}"} for text in body["contents"]]
        return says({"translations": plain, "glossaryTranslations": worded})

    def storage(self, asked: Asked) -> Reply:
        """Cloud Storage's JSON API, of one bucket."""
        if "/b/words/o" not in asked.path:
            return google_error(404, "", "The specified bucket does not exist.")
        if asked.method == "POST":
            name = unquote(asked.path.partition("&name=")[2])
            self.files[name] = asked.body
            return says({"kind": "storage#object", "name": name, "bucket": "words"})
        return (
            Reply(204) if self.files.pop(unquote(asked.path.partition("/o/")[2]), None) else google_error(404, "", "")
        )

    def glossary(self, asked: Asked) -> Reply:
        """Glossaries and the operations that make them."""
        name = asked.path.removeprefix("/v3/").partition("?")[0]
        if asked.method == "POST":
            made = asked.body
            if made["name"] in self.glossaries:
                return google_error(409, "ALREADY_EXISTS", "Glossary already exists.")
            self.entries[made["name"]] = self.files[made["inputConfig"]["gcsSource"]["inputUri"].partition("words/")[2]]
            stamp = f"2026-11-28T00:00:{len(self.entries):06}Z"
            self.glossaries[made["name"]] = {**made, "submitTime": stamp}
            return says({"name": f"{name.removesuffix('/glossaries')}/operations/1", "done": False})
        if "/operations/" in name:
            self.looks -= 1
            done = {"error": {"code": 3, "message": self.fails}} if self.fails else {"response": {}}
            return says({"name": name, "done": self.looks <= 0, **(done if self.looks <= 0 else {})})
        if asked.method == "DELETE":
            return says({"name": "operations/2"}) if self.glossaries.pop(name, None) else google_error(404, "", "")
        if name.endswith("/glossaries"):
            return says({"glossaries": list(self.glossaries.values())})
        there = self.glossaries.get(name)
        return says(there) if there else google_error(404, "NOT_FOUND", "Glossary not found.")


def google_error(code: int, status: str, message: str, **more: Any) -> Reply:
    """An error as Google's APIs have it."""
    return says({"error": {"code": code, "message": message, "status": status, **more}}, code)


class ChatServer(ServiceServer):
    """A chat-completions server with one obedient model."""

    key = ""

    def answer(self, asked: Asked) -> Reply:
        if self.key and asked.headers.get("authorization") != f"Bearer {self.key}":
            given = asked.headers.get("authorization", "")
            return says({"error": {"message": f"Incorrect API key provided: {given}", "code": "invalid_api_key"}}, 401)
        if asked.method == "GET":
            return says({"object": "list", "data": [{"id": "small", "object": "model"}]})
        texts = json.loads(asked.body["messages"][1]["content"])["texts"]
        return completion({"translations": [{"id": row["id"], "text": upper(row["text"])} for row in texts]})


def completion(document: object, finish_reason: str = "stop", **message: object) -> Reply:
    """A completion whose content is that text, or that document as JSON."""
    content = document if isinstance(document, str) else json.dumps(document)
    said = {"role": "assistant", "content": content, **message}
    return says({"choices": [{"index": 0, "finish_reason": finish_reason, "message": said}]})
