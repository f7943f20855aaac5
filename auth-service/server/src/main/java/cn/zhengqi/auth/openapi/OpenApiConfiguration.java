package cn.zhengqi.auth.openapi;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    ProtectedType<ContactPhone> contactPhone(DataProtection protection) {
        return new ProtectedType<>(
                ContactPhone.class,
                protection.column("openapi_key", "contact_phone"),
                ContactPhone::new,
                ContactPhone::value);
    }
}
