package cn.zhengqi.matching.trial;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.web.Callers;
import cn.zhengqi.web.LargeBody;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For the services whose people write conditions, of policies and of loan products: they ask before they publish. */
@RestController
@Callers({"policy-service", "finance-service"})
class CriteriaTrialEndpoint {

    private final FactsInForce facts;
    private final Clock clock;

    CriteriaTrialEndpoint(FactsInForce facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @PostMapping("/internal/criteria/trial")
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES)
    Trial.Answer answer(@RequestBody Trial.Question question) {
        return new CriteriaTrial(facts.current().dictionary())
                .answer(
                        question.criteria(),
                        question.profiles(),
                        question.day() == null ? BusinessTime.today(clock) : question.day());
    }
}
