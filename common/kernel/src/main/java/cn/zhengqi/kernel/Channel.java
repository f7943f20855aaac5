package cn.zhengqi.kernel;

/** Where a registration or an application came from; the dashboards count by it. */
public enum Channel {
    PC("PC端"),
    WECHAT("公众号");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
