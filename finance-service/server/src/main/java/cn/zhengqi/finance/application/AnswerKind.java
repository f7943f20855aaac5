package cn.zhengqi.finance.application;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

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

    static String labels() {
        return Arrays.stream(values()).map(it -> it.label).collect(Collectors.joining("、"));
    }
}
