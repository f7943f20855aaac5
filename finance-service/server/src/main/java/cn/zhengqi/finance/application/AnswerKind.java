package cn.zhengqi.finance.application;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a bank says of an application in a file of answers. */
enum AnswerKind {
    ACCEPT("受理"),
    ASK_MATERIAL("要求补充材料"),
    APPROVE("批准"),
    REFUSE("不通过"),
    DISBURSE("放款");

    private final String label;

    AnswerKind(String label) {
        this.label = label;
    }

    static Optional<AnswerKind> of(String label) {
        return Arrays.stream(values()).filter(it -> it.label.equals(label)).findFirst();
    }

    /** As they are written into a file. */
    static List<String> all() {
        return Arrays.stream(values()).map(it -> it.label).toList();
    }

    static String labels() {
        return String.join("、", all());
    }
}
