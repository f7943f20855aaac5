package cn.zhengqi.message.sms;

/** How far an attempt to bring a text message has come. Delivered and undelivered are said by the provider's report and last. */
public enum AttemptState {
    /** No answer is on record: it is on its way, or the copy of the service that had it ended. */
    HANDED_OVER("提交中"),
    /** The provider took it and has not reported yet. */
    ACCEPTED("已提交"),
    /** The provider did not take it. */
    REFUSED("未受理"),
    /** No answer came that says either. */
    UNKNOWN("结果不明"),
    DELIVERED("已送达"),
    UNDELIVERED("未送达");

    private final String label;

    AttemptState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static AttemptState of(Handover.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> ACCEPTED;
            case REFUSED, UNAVAILABLE -> REFUSED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
