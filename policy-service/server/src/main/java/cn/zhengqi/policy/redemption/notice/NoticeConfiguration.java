package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    ProtectedType<ObjectorPhone> objectorPhone(DataProtection protection) {
        return new ProtectedType<>(
                ObjectorPhone.class,
                protection.column("redemption_objection", "contact_phone"),
                ObjectorPhone::new,
                ObjectorPhone::value);
    }
}
