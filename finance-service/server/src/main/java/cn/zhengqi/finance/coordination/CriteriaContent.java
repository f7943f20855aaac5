package cn.zhengqi.finance.coordination;

import cn.zhengqi.kernel.ProblemException;
import java.util.List;

/** The criteria of one edition, in the order in which they are read. */
public record CriteriaContent(List<Criterion> items) {

    /** @throws ProblemException VALIDATION_FAILED where two have the same code or name */
    static CriteriaContent of(List<Criterion> items) {
        if (items.stream().map(Criterion::code).distinct().count() < items.size()) {
            throw ProblemException.validation("criteria", "DUPLICATE", "标准代码不能重复");
        }
        if (items.stream().map(it -> it.name().strip()).distinct().count() < items.size()) {
            throw ProblemException.validation("criteria", "DUPLICATE", "标准名称不能重复");
        }
        return new CriteriaContent(List.copyOf(items));
    }
}
