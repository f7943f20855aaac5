/** Passkeys (WebAuthn): kept, proved, and shown to their owner. */
@NullMarked
package cn.zhengqi.auth.passkey;

import org.jspecify.annotations.NullMarked;
