package cn.zhengqi.policy.express;

/** What an enterprise can do under a policy. */
enum ExpressKind {
    DECLARATION("政策申报"),
    REDEMPTION("政策兑现"),
    /** 免申即享: it is found, and only confirms. */
    EXEMPT("免申即享");

    private final String label;

    ExpressKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
