package cn.zhengqi.auth.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a passkey has to sign to sign in.
 *
 * @param account whose second factor it is to be; null: whoever's passkey it is comes in by it alone
 */
record PasskeyChallenge(byte[] bytes, @Nullable UUID account, Instant until) implements Serializable {}
