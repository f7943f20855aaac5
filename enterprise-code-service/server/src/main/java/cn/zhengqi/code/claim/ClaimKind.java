package cn.zhengqi.code.claim;

/** What is asked for. */
enum ClaimKind {
    /** The code of an enterprise that has none. */
    FIRST("首次认证"),
    /** Nothing but that the certification stands: the enterprise has its code. */
    RENEWAL("重新认证");

    private final String label;

    ClaimKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
