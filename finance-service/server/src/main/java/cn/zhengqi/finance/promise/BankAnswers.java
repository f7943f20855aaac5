package cn.zhengqi.finance.promise;

import cn.zhengqi.finance.api.LoanPromiseCalled;
import cn.zhengqi.finance.api.LoanPromiseExtended;
import cn.zhengqi.finance.application.LoanApplications;
import cn.zhengqi.promise.PromiseKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** That a bank answers an application. */
@Configuration(proxyBeanMethods = false)
public class BankAnswers {

    @Bean
    PromiseKind bankAnswer(ObjectProvider<LoanApplications> applications) {
        return new PromiseKind(
                AnswerKind.BANK_ANSWER.name(),
                LoanPromiseCalled::new,
                (application, extended) -> applications
                        .getObject()
                        .parties(application)
                        .map(parties -> new LoanPromiseExtended(parties, extended))
                        .orElse(null));
    }
}
