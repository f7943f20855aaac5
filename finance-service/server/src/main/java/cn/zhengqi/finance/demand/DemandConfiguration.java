package cn.zhengqi.finance.demand;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import cn.zhengqi.events.EventHandler;
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

    /** The copy that new ones are refused by hears of the end under another name, and first. */
    @Bean
    EventHandler<CodeStatusChanged> takenBackWithTheCode(DemandDesk desk) {
        return on(CodeStatusChanged.class, "taken-back-with-the-code", (code, meta) -> {
            if (code.status() == CodeStatus.REVOKED) {
                desk.endWithTheCode(code.enterpriseId(), code.at());
            }
        });
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
