package cn.zhengqi.ops.evaluation;

/** Classes of call-backs for which there is a term each. */
public enum CallBackClass {
    CALL_BACK("差评处理");

    private final String label;

    CallBackClass(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
