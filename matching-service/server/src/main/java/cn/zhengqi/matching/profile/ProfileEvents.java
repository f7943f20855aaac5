package cn.zhengqi.matching.profile;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.user.api.EnterpriseRegistered;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProfileEvents {

    private static final String NAME = "profiles";

    @Bean
    EventHandler<EnterpriseRegistered> enterpriseKnown(Profiles profiles) {
        return on(
                EnterpriseRegistered.class,
                NAME,
                (enterprise, meta) -> profiles.registered(enterprise, meta.version()));
    }

    @Bean
    EventHandler<ConsentChanged> taxConsentWithdrawn(Profiles profiles) {
        return on(ConsentChanged.class, NAME, (consent, meta) -> profiles.consentChanged(consent));
    }
}
