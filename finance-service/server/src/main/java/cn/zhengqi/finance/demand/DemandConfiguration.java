package cn.zhengqi.finance.demand;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import cn.zhengqi.finance.api.DemandPromiseCalled;
import cn.zhengqi.finance.api.DemandPromiseExtended;
import cn.zhengqi.finance.promise.AnswerKind;
import cn.zhengqi.promise.PromiseKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DemandConfiguration {

    @Bean
    ProtectedType<DemandPhone> demandPhone(DataProtection protection) {
        return new ProtectedType<>(
                DemandPhone.class,
                protection.column("financing_demand", "contact_phone"),
                DemandPhone::new,
                DemandPhone::value);
    }

    /** That a bank answers a demand that it claimed. The case is the claim; people look at the demand. */
    @Bean
    PromiseKind demandAnswer(ObjectProvider<DemandClaimMapper> claims, ObjectProvider<FinancingDemandMapper> demands) {
        return new PromiseKind(
                AnswerKind.DEMAND_ANSWER.name(),
                call -> claims.getObject()
                        .find(call.caseId())
                        .map(claim -> new DemandPromiseCalled(claim.demandId(), call))
                        .orElse(null),
                (id, extended) -> claims.getObject()
                        .find(id)
                        .flatMap(claim ->
                                demands.getObject().find(claim.demandId()).map(claim::parties))
                        .map(parties -> new DemandPromiseExtended(parties, extended))
                        .orElse(null));
    }
}
