package cn.zhengqi.auth.openapi;

import org.jspecify.annotations.Nullable;

/**
 * What is shown once.
 *
 * @param secret Base64 of the 32 bytes that requests are signed with; absent where the system signs with its own key pair
 */
record DrawnKey(String keyId, @Nullable String secret, MyKey key) {

    /** Without the secret, wherever it is printed. */
    @Override
    public String toString() {
        return "DrawnKey[" + keyId + "]";
    }
}
