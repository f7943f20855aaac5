/** The worked example of docs/openapi/README.md; a test holds the two together and signs it anew. */
export const example = {
  keyId: 'zqk_0123456789abcdefghjk',
  secret: 'b25seS1hbi1leGFtcGxlLW9mLTMyLWJ5dGVzLWhlcmU=',
  request: `POST /openapi/v1/codes/verify HTTP/1.1
Host: open.example.cn
Content-Type: application/json

{"content":"ZQ1:example"}`,
  base: `"@method": POST
"@authority": open.example.cn
"@path": /openapi/v1/codes/verify
"@query": ?
"content-digest": sha-256=:tUmi8fzDm4LqYgZ0uQJEOTqSqavknuFDvjWdtx4DpXI=:
"@signature-params": ("@method" "@authority" "@path" "@query" "content-digest");created=1767225600;nonce="q3vB2mX0sT7kLwYd";keyid="zqk_0123456789abcdefghjk";alg="hmac-sha256"`,
  headers: `Content-Digest: sha-256=:tUmi8fzDm4LqYgZ0uQJEOTqSqavknuFDvjWdtx4DpXI=:
Signature-Input: sig1=("@method" "@authority" "@path" "@query" "content-digest");created=1767225600;nonce="q3vB2mX0sT7kLwYd";keyid="zqk_0123456789abcdefghjk";alg="hmac-sha256"
Signature: sig1=:uBbeOFtjySbJM9vB8mGg7bUnj64YGHWA8GsT3xFlhac=:`,
};
