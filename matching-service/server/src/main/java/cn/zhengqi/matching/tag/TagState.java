package cn.zhengqi.matching.tag;

/** How an enterprise stands under a tag that is derived; one that is set by hand is there or not. */
public enum TagState {
    HAS("已具有"),
    UNKNOWN("待补充");

    private final String label;

    TagState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
