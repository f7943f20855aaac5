package cn.zhengqi.matching.report;

import cn.zhengqi.matching.match.ExclusiveChoice;
import cn.zhengqi.matching.match.PolicyMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the paper says of policies that cannot be had together: advice where something decides between them, and that it is for the enterprise to choose where nothing does. */
final class ChoiceWords {

    private ChoiceWords() {}

    /** Absent where it gives way to none and none to it. */
    static @Nullable String of(PolicyMatch policy) {
        ExclusiveChoice choice = policy.choice();
        if (choice == null || (choice.proposed() && choice.insteadOf().isEmpty())) {
            return null;
        }
        if (!choice.advised()) {
            return "只能选其一：" + choice.reason();
        }
        return (choice.proposed() ? "建议选择本项：" : "不建议选择本项：") + choice.reason();
    }

    /**
     * Beside the number of those that can be had: how many of them are not had besides the others. Empty where all go together.
     *
     * @param eligible what can be had now
     */
    static String count(List<PolicyMatch> eligible) {
        List<ExclusiveChoice> without = eligible.stream()
                .map(PolicyMatch::choice)
                .filter(choice -> choice != null && !choice.proposed())
                .toList();
        if (without.isEmpty()) {
            return "";
        }
        long advised = without.stream().filter(ExclusiveChoice::advised).count();
        long open = without.size() - advised;
        String what =
                open == 0 ? "建议改选另一条" : advised == 0 ? "请按实际情况选择其一" : advised + " 条建议改选另一条，" + open + " 条请按实际情况选择其一";
        return "；其中 " + without.size() + " 条与另一条不能同时享受，" + what + "，实际可同时享受 " + (eligible.size() - without.size())
                + " 条";
    }
}
