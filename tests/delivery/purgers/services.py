"""CDNs for tests: what they answer by their documentation, on a real socket, and every way to go wrong."""

from tests.translation.engines.service import Asked, Reply, ServiceServer, says

TOKEN = "secret-token"


class FastlyServer(ServiceServer):
    """POST /service/ID/purge with at most 256 keys; answers each key with the id of its purge."""

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("fastly-key") != TOKEN:
            return says({"msg": "Provided credentials are missing or invalid"}, 401)
        keys = asked.body["surrogate_keys"]
        if (asked.method, asked.path) != ("POST", "/service/SU1Z0/purge") or not 0 < len(keys) <= 256:
            return says({"msg": "Bad request"}, 400)
        return says({key: f"108-{number}-1391560174-974124" for number, key in enumerate(keys)})


class CloudflareServer(ServiceServer):
    """POST /zones/ID/purge_cache with at most 100 tags."""

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return says({"success": False, "errors": [{"code": 10000, "message": "Authentication error"}]}, 403)
        if (asked.method, asked.path) != ("POST", "/zones/SU1Z0/purge_cache") or not 0 < len(asked.body["tags"]) <= 100:
            return says({"success": False, "errors": [{"code": 1094, "message": "Too many"}]}, 400)
        return says({"success": True, "errors": [], "messages": [], "result": {"id": "SU1Z0"}})


class VarnishServer(ServiceServer):
    """PURGE with the keys in a header, as `deploy/varnish.vcl` has it."""

    def answer(self, asked: Asked) -> Reply:
        size = sum(len(name) + len(value) + 4 for name, value in asked.headers.items())
        return Reply(200 if asked.method == "PURGE" and asked.headers["xkey-purge"] and size < 8000 else 400)


SERVERS = {"fastly": FastlyServer, "cloudflare": CloudflareServer, "varnish": VarnishServer}
TOKENS = {"fastly": "FASTLY_API_TOKEN", "cloudflare": "CLOUDFLARE_API_TOKEN", "varnish": ""}


def keys(asked: Asked) -> list[str]:
    """The keys that a request has given up."""
    if asked.method == "PURGE":
        return asked.headers["xkey-purge"].split()
    return asked.body.get("tags") or asked.body["surrogate_keys"]
