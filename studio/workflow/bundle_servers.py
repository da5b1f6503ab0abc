"""What a web server needs to know of a bundle: MIME types, CORS, byte ranges.

Source: RFC 9110, 14 (range requests); Fetch, 3.2 (CORS); IANA media types.
"""

import re

_TYPES = (
    ("text/html", "html"),
    ("text/css", "css"),
    ("text/javascript", "js"),
    ("text/plain", "txt"),
    ("application/json", "json"),
    ("application/vnd.apple.mpegurl", "m3u8"),
    ("application/dash+xml", "mpd"),
    ("video/mp4", "mp4 m4s m4v"),
    ("audio/mp4", "m4a"),
    ("video/webm", "webm"),
    ("audio/webm", "weba"),
)
_EXPOSED = "Accept-Ranges, Content-Length, Content-Range"

_NGINX = """\
# nginx: put the folder below the root of a server block, and this into the block.
# Change "{place}" when the folder has another name. Byte ranges work by themselves.
location /{place}/ {{
    types {{
{types}
    }}
    charset utf-8;
    add_header Access-Control-Allow-Origin "*" always;
    add_header Access-Control-Allow-Methods "GET, HEAD, OPTIONS" always;
    add_header Access-Control-Allow-Headers "Range" always;
    add_header Access-Control-Expose-Headers "{exposed}" always;
    add_header X-Content-Type-Options "nosniff" always;
    if ($request_method = OPTIONS) {{
        return 204;
    }}
}}
"""

_APACHE = """\
# Apache: put this into a <Directory> or <Location> section for the folder, or save it as
# .htaccess in the folder (with AllowOverride FileInfo). Byte ranges work by themselves.
AddDefaultCharset utf-8
{types}
<IfModule mod_headers.c>
    Header always set Access-Control-Allow-Origin "*"
    Header always set Access-Control-Allow-Methods "GET, HEAD, OPTIONS"
    Header always set Access-Control-Allow-Headers "Range"
    Header always set Access-Control-Expose-Headers "{exposed}"
    Header always set X-Content-Type-Options "nosniff"
</IfModule>
<IfModule mod_rewrite.c>
    RewriteEngine On
    RewriteCond %{{REQUEST_METHOD}} =OPTIONS
    RewriteRule ^ - [R=204,L]
</IfModule>
<IfModule mod_setenvif.c>
    # a compressed answer has no byte ranges
    SetEnvIfNoCase Request_URI "\\.(mp4|m4s|m4v|m4a|webm|weba)$" no-gzip
</IfModule>
"""

_CADDY = """\
# Caddy 2: put the folder below the root of a site, and this into the site's block.
# Change "{place}" when the folder has another name. Byte ranges work by themselves.
handle /{place}/* {{
{types}
    header {{
        Access-Control-Allow-Origin "*"
        Access-Control-Allow-Methods "GET, HEAD, OPTIONS"
        Access-Control-Allow-Headers "Range"
        Access-Control-Expose-Headers "{exposed}"
        X-Content-Type-Options "nosniff"
    }}
    @preflight method OPTIONS
    respond @preflight 204
    file_server
}}
"""


def server_files(name: str) -> dict[str, str]:
    """Return the snippets for nginx, Apache and Caddy: file name -> text.

    Args:
        name: of the folder that is put on the server.
    """
    place = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.") or "bundle"
    common = {"place": place, "exposed": _EXPOSED}
    nginx = "\n".join(f"        {kind} {ends};" for kind, ends in _TYPES)
    apache = "\n".join(f"AddType {kind} {ends}" for kind, ends in _TYPES)
    caddy = "\n".join(
        f"    @{ends.split()[0]} path {' '.join(f'*.{end}' for end in ends.split())}\n"
        f'    header @{ends.split()[0]} Content-Type "{_with_charset(kind)}"'
        for kind, ends in _TYPES
    )
    return {
        "nginx.conf": _NGINX.format(types=nginx, **common),
        "apache.conf": _APACHE.format(types=apache, **common),
        "Caddyfile": _CADDY.format(types=caddy, **common),
    }


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
