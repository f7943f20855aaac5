package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RedemptionConfiguration {

    @Bean
    ProtectedType<AccountNumber> accountNumber(DataProtection protection) {
        return new ProtectedType<>(
                AccountNumber.class,
                protection.column("redemption_application", "account_number"),
                AccountNumber::new,
                AccountNumber::value);
    }
}
