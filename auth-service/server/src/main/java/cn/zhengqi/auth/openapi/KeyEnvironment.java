package cn.zhengqi.auth.openapi;

/** What a key is for. */
enum KeyEnvironment {
    LIVE("正式"),
    /** Of enterprises it shows those of the demo and no other. */
    SANDBOX("沙箱");

    private final String label;

    KeyEnvironment(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
