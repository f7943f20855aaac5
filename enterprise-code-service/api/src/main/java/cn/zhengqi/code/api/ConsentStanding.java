package cn.zhengqi.code.api;

/** How the consent of an enterprise to one kind of data and one receiver stands. */
public enum ConsentStanding {
    NEVER("企业未授权"),
    GIVEN("企业已授权"),
    WITHDRAWN("企业已撤回授权"),
    EXPIRED("企业的授权已到期");

    private final String label;

    ConsentStanding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the data may be read. */
    public boolean allows() {
        return this == GIVEN;
    }
}
