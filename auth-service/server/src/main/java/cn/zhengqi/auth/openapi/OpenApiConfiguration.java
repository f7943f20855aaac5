package cn.zhengqi.auth.openapi;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.Expiry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    /** By its own rules, and on record: a key is not a row that just goes. */
    @Bean
    Expiry expiredKeys(RetentionTerms terms, Keys keys) {
        return new Expiry(
                "auth.openapi-key",
                terms.of("auth.openapi-key"),
                (before, most) -> keys.endExpired(before.toInstant(), most));
    }

    @Bean
    ProtectedType<ContactPhone> contactPhone(DataProtection protection) {
        return new ProtectedType<>(
                ContactPhone.class,
                protection.column("openapi_key", "contact_phone"),
                ContactPhone::new,
                ContactPhone::value);
    }
}
