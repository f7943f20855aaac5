package cn.zhengqi.auth.openapi;

import cn.zhengqi.kernel.AddressRange;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** From where a system will call: single addresses or ranges, each once. */
record CallAddresses(List<String> texts) {

    /** Whoever asks for a wider range does not know from where they will call. */
    private static final int WIDEST_IPV4 = 16;

    private static final int WIDEST_IPV6 = 32;

    static CallAddresses of(List<String> typed) {
        return new CallAddresses(typed.stream().map(String::strip).distinct().toList());
    }

    /** What is wrong with each of them. */
    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        for (String text : texts) {
            AddressRange range = AddressRange.parse(text).orElse(null);
            if (range == null) {
                problems.add(new FieldProblem("addresses", "FORMAT", text + " 不是 IP 地址或网段"));
            } else if (range.prefix() < (range.isIpv4() ? WIDEST_IPV4 : WIDEST_IPV6)) {
                problems.add(new FieldProblem("addresses", "RANGE", text + " 范围过大"));
            }
        }
        return problems;
    }

    /** @throws ProblemException VALIDATION_FAILED for an address that is none, or a range that is too wide */
    CallAddresses checked() {
        List<FieldProblem> problems = problems();
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
        return this;
    }
}
