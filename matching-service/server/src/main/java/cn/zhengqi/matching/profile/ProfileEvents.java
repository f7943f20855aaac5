package cn.zhengqi.matching.profile;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.user.api.EnterpriseRegistered;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProfileEvents {

    @Bean
    EventHandler<EnterpriseRegistered> enterpriseKnown(Profiles profiles) {
        return on(
                EnterpriseRegistered.class,
                Profiles.EVENTS,
                (enterprise, meta) -> profiles.registered(enterprise, meta.version()));
    }

    @Bean
    EventHandler<ConsentChanged> taxConsentChanged(TaxAuthorizations authorizations) {
        return on(ConsentChanged.class, Profiles.EVENTS, (consent, meta) -> authorizations.consentChanged(consent));
    }
}
