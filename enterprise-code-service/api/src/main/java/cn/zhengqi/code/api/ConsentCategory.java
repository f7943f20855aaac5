package cn.zhengqi.code.api;

/** The kinds of data about an enterprise that it may allow others to see. */
public enum ConsentCategory {
    BASIC("基本信息"),
    INVESTMENT("投资信息"),
    ASSET("资产信息"),
    LEGAL("法务信息"),
    TAX("税务信息");

    private final String label;

    ConsentCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
