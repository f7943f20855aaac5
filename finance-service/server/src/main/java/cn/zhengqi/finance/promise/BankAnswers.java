package cn.zhengqi.finance.promise;

import cn.zhengqi.finance.api.LoanPromiseCalled;
import cn.zhengqi.promise.PromiseKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is promised here: that a bank answers an application. */
@Configuration(proxyBeanMethods = false)
public class BankAnswers {

    /** In the tables, and in the mapper of applications. */
    public static final String KIND = "BANK_ANSWER";

    @Bean
    PromiseKind bankAnswer() {
        return new PromiseKind(KIND, LoanPromiseCalled::new);
    }
}
