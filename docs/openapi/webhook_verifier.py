#!/usr/bin/env python3
"""Verifies what comes to your receiver (Standard Webhooks). Standard library only. Takes the body as it came: parse it afterwards.

    ZHENGQI_WEBHOOK_SECRET=whsec_… python3 webhook_verifier.py WEBHOOK-ID WEBHOOK-TIMESTAMP WEBHOOK-SIGNATURE < body
"""

import base64
import hashlib
import hmac
import os
import sys
import time

TOLERANCE = 300


def verifies(secret, message_id, timestamp, signatures, body):
    """Whether one of the signatures is right and the message is of now. Remember the ids you have handled: a message may come twice."""
    if abs(time.time() - int(timestamp)) > TOLERANCE:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    text = f"{message_id}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
    return any([hmac.compare_digest(expected, one) for one in signatures.split(" ")])


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    fits = verifies(os.environ["ZHENGQI_WEBHOOK_SECRET"], *sys.argv[1:4], sys.stdin.buffer.read())
    print(fits)
    sys.exit(0 if fits else 1)


if __name__ == "__main__":
    main()
