package cn.zhengqi.message.template;

/** How a value is compared: numbers by their size, words by what they say. */
enum Comparison {
    AT_LEAST("不小于", true),
    AT_MOST("不大于", true),
    IS("等于", false),
    IS_NOT("不等于", false),
    CONTAINS("包含", false),
    CONTAINS_NOT("不包含", false);

    private final String label;
    private final boolean ofNumbers;

    Comparison(String label, boolean ofNumbers) {
        this.label = label;
        this.ofNumbers = ofNumbers;
    }

    String label() {
        return label;
    }

    boolean isOfNumbers() {
        return ofNumbers;
    }
}
