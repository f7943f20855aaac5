package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import cn.zhengqi.finance.api.RecommendationPromiseCalled;
import cn.zhengqi.finance.api.RecommendationPromiseExtended;
import cn.zhengqi.finance.promise.AnswerKind;
import cn.zhengqi.promise.PromiseKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CoordinationConfiguration {

    @Bean
    ProtectedType<CoordinationPhone> coordinationPhone(DataProtection protection) {
        return new ProtectedType<>(
                CoordinationPhone.class,
                protection.column("coordination_case", "contact_phone"),
                CoordinationPhone::new,
                CoordinationPhone::value);
    }

    /** That a bank answers a recommendation. The case is the recommendation. */
    @Bean
    PromiseKind coordinationAnswer(
            ObjectProvider<RecommendationMapper> recommendations, ObjectProvider<CoordinationCaseMapper> cases) {
        return new PromiseKind(
                AnswerKind.COORDINATION_ANSWER.name(),
                RecommendationPromiseCalled::new,
                (id, extended) -> recommendations
                        .getObject()
                        .find(id)
                        .flatMap(it -> cases.getObject().find(it.caseId()).map(it::parties))
                        .map(parties -> new RecommendationPromiseExtended(parties, extended))
                        .orElse(null));
    }
}
