package cn.zhengqi.auth.openapi;

/**
 * What is shown once.
 *
 * @param secret Base64 of the 32 bytes that requests are signed with
 */
record DrawnKey(String keyId, String secret, MyKey key) {

    /** Without the secret, wherever it is printed. */
    @Override
    public String toString() {
        return "DrawnKey[" + keyId + "]";
    }
}
