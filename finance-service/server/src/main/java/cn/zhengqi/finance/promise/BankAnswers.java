package cn.zhengqi.finance.promise;

import cn.zhengqi.finance.api.LoanPromiseCalled;
import cn.zhengqi.promise.PromiseKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** That a bank answers an application. */
@Configuration(proxyBeanMethods = false)
public class BankAnswers {

    @Bean
    PromiseKind bankAnswer() {
        return new PromiseKind(AnswerKind.BANK_ANSWER.name(), LoanPromiseCalled::new);
    }
}
