package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.JsonbType;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import cn.zhengqi.matching.api.match.InternalStandings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeclarationColumns {

    @Bean
    ProtectedType<ContactPhone> contactPhone(DataProtection protection) {
        return new ProtectedType<>(
                ContactPhone.class,
                protection.column("declaration", "contact_phone"),
                ContactPhone::new,
                ContactPhone::value);
    }

    @Bean
    JsonbType answersColumn() {
        return new JsonbType(Answers.class);
    }

    @Bean
    JsonbType papersColumn() {
        return new JsonbType(Papers.class);
    }

    @Bean
    JsonbType prefilledColumn() {
        return new JsonbType(Prefilled.class);
    }

    @Bean
    JsonbType marksColumn() {
        return new JsonbType(Marks.class);
    }

    @Bean
    JsonbType standingColumn() {
        return new JsonbType(InternalStandings.Standing.class);
    }
}
