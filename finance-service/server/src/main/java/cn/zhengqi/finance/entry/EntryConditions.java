package cn.zhengqi.finance.entry;

import cn.zhengqi.finance.product.ProductCriteria;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.CriteriaFault;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.matching.api.criteria.Trial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the conditions of a product say in the words of the engine that matches by them, to who writes them and to the public. */
@Component
class EntryConditions {

    private final InternalTrials trials;

    EntryConditions(InternalTrials trials) {
        this.trials = trials;
    }

    /** What is wrong and, where nothing is, the conditions in words. */
    Trial.Answer preview(Map<String, Object> criteria) {
        List<CriteriaFault> faults = ContentCheck.faults(criteria);
        return faults.isEmpty()
                ? trials.answer(new Trial.Question(criteria, List.of(), null))
                : new Trial.Answer(faults, List.of(), List.of());
    }

    /**
     * As the page of the product shows them.
     *
     * @param criteria absent: none are published
     * @throws ProblemException CRITERIA_FAULTY
     */
    ProductCriteria told(@Nullable Map<String, Object> criteria) {
        if (criteria == null) {
            return new ProductCriteria(List.of());
        }
        Trial.Answer answer = preview(criteria);
        ContentCheck.requireSound(answer.faults());
        return new ProductCriteria(CriterionView.of(answer.conditions()));
    }
}
