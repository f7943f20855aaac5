package cn.zhengqi.message.sms;

import org.jspecify.annotations.Nullable;

/**
 * What came of handing one message to one provider.
 *
 * @param code as the provider says it; null: it said nothing
 * @param words of the provider, or what happened instead of an answer
 * @param serial number under which the provider will report; only of what it took
 * @param parts as how many messages the provider charges it; null: it does not say so yet
 */
record Handover(
        Outcome outcome,
        @Nullable String code,
        String words,
        @Nullable String serial,
        @Nullable Integer parts) {

    enum Outcome {
        /** The provider took it. */
        ACCEPTED,
        /** Refused for its receiver or its words: no other provider is asked, which would only get round a limit that guards the receiver. */
        REFUSED,
        /** The provider is known not to have taken it, for a reason that is its own: another may. */
        UNAVAILABLE,
        /** It may have gone out: it is never handed over again. */
        UNKNOWN;

        /** Whether it speaks against the provider. */
        boolean isFailure() {
            return this == UNAVAILABLE || this == UNKNOWN;
        }
    }

    static Handover accepted(@Nullable String code, String words, @Nullable String serial, @Nullable Integer parts) {
        return new Handover(Outcome.ACCEPTED, code, words, serial, parts);
    }

    static Handover refused(String code, String words) {
        return new Handover(Outcome.REFUSED, code, words, null, null);
    }

    static Handover unavailable(@Nullable String code, String words) {
        return new Handover(Outcome.UNAVAILABLE, code, words, null, null);
    }

    static Handover unknown(@Nullable String code, String words) {
        return new Handover(Outcome.UNKNOWN, code, words, null, null);
    }
}
