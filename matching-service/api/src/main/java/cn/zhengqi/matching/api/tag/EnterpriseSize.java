package cn.zhengqi.matching.api.tag;

/** How large an enterprise is (国统字〔2017〕213号), as it follows from the industry, the staff and the figures that it said of itself. */
public enum EnterpriseSize {
    LARGE("大型"),
    MEDIUM("中型"),
    SMALL("小型"),
    MICRO("微型");

    private final String label;

    EnterpriseSize(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
