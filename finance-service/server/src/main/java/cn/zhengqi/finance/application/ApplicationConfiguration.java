package cn.zhengqi.finance.application;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApplicationConfiguration {

    @Bean
    ProtectedType<ContactPhone> contactPhone(DataProtection protection) {
        return new ProtectedType<>(
                ContactPhone.class,
                protection.column("loan_application", "contact_phone"),
                ContactPhone::new,
                ContactPhone::value);
    }
}
