package cn.zhengqi.message.sms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reports of one message that it took.
 *
 * @param attempt our id, from a provider that names it again
 * @param serial its own number
 * @param code as the provider says it
 * @param parts as how many messages it charged it; null: it does not say
 * @param token random text whose signature proved this report, of a provider that signs; each proves one
 */
record Receipt(
        @Nullable UUID attempt,
        @Nullable String serial,
        boolean delivered,
        String code,
        String words,
        @Nullable Integer parts,
        @Nullable String token) {

    /** Of a provider that does not sign. */
    Receipt(
            @Nullable UUID attempt,
            @Nullable String serial,
            boolean delivered,
            String code,
            String words,
            @Nullable Integer parts) {
        this(attempt, serial, delivered, code, words, parts, null);
    }
}
