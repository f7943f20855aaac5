package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is wrong with what a bank enters, so that it is told at once; the answer has the code and the words of the first. */
final class Faults {

    private final List<FieldProblem> all = new ArrayList<>();
    private @Nullable ProblemCode first;

    void add(ProblemCode code, String field, String message) {
        add(code, field, code.name(), message);
    }

    /** @param fieldCode beside the field, where the code of the answer says less */
    void add(ProblemCode code, String field, String fieldCode, String message) {
        if (first == null) {
            first = code;
        }
        all.add(new FieldProblem(field, fieldCode, message));
    }

    /** @throws ProblemException unless nothing is wrong */
    void throwAny() {
        if (first != null) {
            throw new ProblemException(first, all.getFirst().message(), all, Map.of());
        }
    }
}
