package cn.zhengqi.code.claim;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

    @Bean
    ProtectedType<IdNumber> legalRepIdNumber(DataProtection protection) {
        return new ProtectedType<>(
                IdNumber.class, protection.column("claim", "legal_rep_id_number"), IdNumber::new, IdNumber::value);
    }

    @Bean
    ProtectedType<AgentPhone> agentPhone(DataProtection protection) {
        return new ProtectedType<>(
                AgentPhone.class, protection.column("claim", "agent_phone"), AgentPhone::new, AgentPhone::value);
    }
}
