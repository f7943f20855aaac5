package cn.zhengqi.message.api;

/** What a message is about; people filter by it. */
public enum MessageKind {
    CODE("企业码"),
    FINANCE("融资"),
    POLICY("政策"),
    SYSTEM("系统");

    private final String label;

    MessageKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
