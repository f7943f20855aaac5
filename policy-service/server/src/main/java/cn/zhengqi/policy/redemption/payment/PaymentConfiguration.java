package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    @Bean
    ProtectedType<PaidAccount> paidAccount(DataProtection protection) {
        return new ProtectedType<>(
                PaidAccount.class,
                protection.column("redemption_batch_item", "account_number"),
                PaidAccount::new,
                PaidAccount::value);
    }
}
