package cn.zhengqi.user.admission;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    ProtectedType<ContactPhone> applicantsPhone(DataProtection protection) {
        return new ProtectedType<>(
                ContactPhone.class,
                protection.column("institution_application", "contact_phone"),
                ContactPhone::new,
                ContactPhone::value);
    }
}
