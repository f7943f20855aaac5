package cn.zhengqi.message.sms;

/**
 * What a provider knows of an attempt that it was asked about.
 *
 * @param code as the provider says it
 */
record Found(Outcome outcome, String code, String words) {

    enum Outcome {
        DELIVERED,
        UNDELIVERED,
        /** It has the message; whether it arrived, nobody has told it yet. */
        TAKEN,
        /** It named all that it had for this phone at that time, each with our id, and this was not among them. */
        NEVER_HAD,
        /** Nothing can be concluded from what it said. */
        NOT_KNOWN
    }

    static Found delivered(String code) {
        return new Found(Outcome.DELIVERED, code, "查询结果：已送达");
    }

    static Found undelivered(String code) {
        return new Found(Outcome.UNDELIVERED, code, "查询结果：未送达");
    }

    static Found taken() {
        return new Found(Outcome.TAKEN, "", "查询结果：服务商已受理，等待回执");
    }

    static Found neverHad() {
        return new Found(Outcome.NEVER_HAD, "", "查询结果：服务商没有收到");
    }

    static Found notKnown(String code, String words) {
        return new Found(Outcome.NOT_KNOWN, code, words);
    }
}
