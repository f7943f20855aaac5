package cn.zhengqi.user.admission;

/** Where an application stands. Only one that waits is decided, and only once. */
public enum AdmissionStatus {
    SUBMITTED("待审核"),
    APPROVED("审核通过"),
    REJECTED("审核不通过");

    private final String label;

    AdmissionStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
