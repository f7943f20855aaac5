package cn.zhengqi.finance.activity;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {

    @Bean
    ProtectedType<SignUpPhone> signUpPhone(DataProtection protection) {
        return new ProtectedType<>(
                SignUpPhone.class,
                protection.column("activity_sign_up", "contact_phone"),
                SignUpPhone::new,
                SignUpPhone::value);
    }
}
