package cn.zhengqi.auth.app;

/** Whether an application can keep a secret. */
public enum AppKind {
    CONFIDENTIAL("服务端应用"),
    PUBLIC("浏览器或移动应用");

    private final String label;

    AppKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
