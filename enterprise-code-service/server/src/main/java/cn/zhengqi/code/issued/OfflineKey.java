package cn.zhengqi.code.issued;

/**
 * What a phone keeps to check codes that are shown while it has no network. Nothing of it is secret.
 *
 * @param keyId as the code carries it, in hex
 * @param publicKey SubjectPublicKeyInfo of an ECDSA key on P-256, Base64
 */
record OfflineKey(int district, String keyId, String publicKey) {}
