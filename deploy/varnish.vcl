# Varnish 7 keeps the stored pages, gives each up the moment it changes, and shows them while the newsroom is down.
#
# Needs the module xkey (Debian: varnish-modules), and in lingotype.toml:
#   [purge]
#   type = "varnish"
#   url = "http://127.0.0.1:6081"
# Replace HOST and PORT by where `lingotype serve` or nginx answers.
vcl 4.1;

import std;
import xkey;

# No probe: with the database down, stored pages are still answered, and must not be taken for an outage.
backend default {
    .host = "HOST";
    .port = "PORT";
    .connect_timeout = 2s;
    .first_byte_timeout = 60s;
}

# Machines on which a worker runs; they ask Varnish itself, not what stands before it.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # Varnish has added the client to X-Forwarded-For. A second address there means that a proxy on this machine
        # hands on what somebody outside has asked.
        if (client.ip !~ purgers || req.http.X-Forwarded-For ~ ",") {
            return (synth(403, "Not a purger"));
        }
        if (!req.http.xkey-purge) {
            return (synth(400, "Name keys in xkey-purge"));
        }
        return (synth(200, "" + xkey.purge(req.http.xkey-purge) + " given up"));
    }
    # The desk and documents are for people who have signed in.
    if (req.url ~ "^/(admin|documents)(/|\?|$)") {
        return (pass);
    }
    # Public pages are the same for everybody; `/` alone looks at the reader's language.
    if (req.url ~ "^/(\?|$)") {
        return (pass);
    }
    # The form for a reader's report is about the paragraph that `p` names, and is never kept.
    if (req.url ~ "/report/(\?|$)") {
        return (pass);
    }
    if (req.method == "GET" || req.method == "HEAD") {
        unset req.http.Cookie;
    }
}

sub vcl_hash {
    # `page` and `q` make another page, `v` another version of a static file. All other parameters of what is kept mean
    # nothing. A name with % in it may be one of the three.
    if (req.url ~ "[?&](page|q|v|[^=&]*%[^=&]*)(=|&|$)") {
        hash_data(req.url);
    } else {
        hash_data(regsub(req.url, "\?.*$", ""));
    }
    hash_data(req.http.Host);
    return (lookup);
}

sub vcl_backend_response {
    # An error is no page: what is kept goes on being shown.
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
    if (beresp.http.xkey && beresp.status == 200) {
        # Kept until it is purged. The limits, for a purge that was lost and for a newsroom that is down, are [purge]'s.
        set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=(\d+).*$", "\1s"), beresp.ttl);
        set beresp.grace = std.duration(regsub(beresp.http.Surrogate-Control, "^.*stale-if-error=(\d+).*$", "\1s"), 7d);
        return (deliver);
    }
    # Static files and pictures say themselves how long they hold. Nothing else is kept: no purge would reach it.
    if (bereq.url !~ "^/(static|media)/") {
        set beresp.uncacheable = true;
        set beresp.ttl = 10s;
        return (deliver);
    }
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Surrogate-Control;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    if (obj.hits > 0) {
        set resp.http.Server-Timing = {"db;desc="0 queries", total;dur=0"};
    }
}
