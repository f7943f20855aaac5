#!/usr/bin/env python3
"""Calls the open interface with a signed request (RFC 9421, RFC 9530). Standard library only.

    ZHENGQI_KEY_ID=zqk_… ZHENGQI_SECRET=… python3 zhengqi_client.py https://HOST GET '/openapi/v1/policies?size=5'
    ZHENGQI_KEY_ID=zqk_… ZHENGQI_SECRET=… python3 zhengqi_client.py https://HOST POST /openapi/v1/codes/verify '{"content":"ZQ1:…"}'

A bank's system takes an application up; sent again with the same key it is done once:

    ZHENGQI_IDEMPOTENCY_KEY=… python3 zhengqi_client.py https://HOST POST /openapi/v1/applications/ID/accept '{"version":0}'
"""

import base64
import hashlib
import hmac
import http.client
import os
import secrets
import sys
import time
import urllib.parse


def signed_headers(method, authority, target, body, key_id, secret, created, nonce):
    """The headers that sign a request. target is path and query as they are sent; body is bytes."""
    path, _, query = target.partition("?")
    components = [("@method", method), ("@authority", authority), ("@path", path), ("@query", "?" + query)]
    headers = {}
    if body:
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        headers["Content-Digest"] = f"sha-256=:{digest}:"
        components.append(("content-digest", headers["Content-Digest"]))
    names = " ".join(f'"{name}"' for name, _ in components)
    parameters = f'({names});created={created};nonce="{nonce}";keyid="{key_id}";alg="hmac-sha256"'
    base = "".join(f'"{name}": {value}\n' for name, value in components) + f'"@signature-params": {parameters}'
    signature = hmac.new(base64.b64decode(secret), base.encode(), hashlib.sha256).digest()
    headers["Signature-Input"] = f"sig1={parameters}"
    headers["Signature"] = f"sig1=:{base64.b64encode(signature).decode()}:"
    return headers


def call(base_url, method, target, body, key_id, secret):
    """Answers status, headers and body. body is bytes, empty for none."""
    url = urllib.parse.urlsplit(base_url)
    # What is signed is what is sent: Chinese in a query is percent-encoded in both.
    target = urllib.parse.quote(target, safe="%/?&=+:;,@!$'()*~")
    kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    connection = kind(url.netloc, timeout=30)
    headers = signed_headers(
        method, url.netloc.lower(), target, body, key_id, secret, int(time.time()), secrets.token_urlsafe(24)
    )
    headers["Accept"] = "application/json"
    if os.environ.get("ZHENGQI_IDEMPOTENCY_KEY"):
        headers["Idempotency-Key"] = os.environ["ZHENGQI_IDEMPOTENCY_KEY"]
    if body:
        headers["Content-Type"] = "application/json"
    connection.request(method, target, body or None, headers)
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def main():
    if len(sys.argv) < 4 or "ZHENGQI_KEY_ID" not in os.environ or "ZHENGQI_SECRET" not in os.environ:
        sys.exit(__doc__)
    body = sys.argv[4].encode() if len(sys.argv) > 4 else b""
    status, _, answer = call(
        sys.argv[1], sys.argv[2], sys.argv[3], body, os.environ["ZHENGQI_KEY_ID"], os.environ["ZHENGQI_SECRET"]
    )
    print(status)
    print(answer.decode())
    sys.exit(0 if status < 400 else 1)


if __name__ == "__main__":
    main()
