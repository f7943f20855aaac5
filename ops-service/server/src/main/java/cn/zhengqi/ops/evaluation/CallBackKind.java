package cn.zhengqi.ops.evaluation;

import cn.zhengqi.ops.api.EvaluationPromiseCalled;
import cn.zhengqi.promise.PromiseKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** That who was not satisfied is called back. The case is one round of it; people look at the evaluation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvaluationProperties.class)
class CallBackKind {

    /** In the tables. */
    static final String NAME = "EVALUATION_CALL_BACK";

    @Bean
    PromiseKind callBack(ObjectProvider<EvaluationMapper> evaluations) {
        return new PromiseKind(
                NAME,
                call -> evaluations
                        .getObject()
                        .ofRound(call.caseId())
                        .map(it -> new EvaluationPromiseCalled(it.id(), call, it.branchId()))
                        .orElse(null));
    }
}
