package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.data.JsonbType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A rule is read as what it is a form of, and written as the form that it is. */
@Configuration(proxyBeanMethods = false)
class RedemptionColumns {

    @Bean
    JsonbType amountRuleColumn() {
        return new JsonbType(AmountRule.class);
    }

    @Bean
    JsonbType fixedAmountColumn() {
        return new JsonbType(FixedAmount.class);
    }

    @Bean
    JsonbType ratioAmountColumn() {
        return new JsonbType(RatioAmount.class);
    }

    @Bean
    JsonbType tieredAmountColumn() {
        return new JsonbType(TieredAmount.class);
    }
}
