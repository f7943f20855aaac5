package cn.zhengqi.finance.draft;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedType;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.Expiry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    @Bean
    ProtectedType<DraftPhone> draftPhone(DataProtection protection) {
        return new ProtectedType<>(
                DraftPhone.class, protection.column("loan_draft", "contact_phone"), DraftPhone::new, DraftPhone::value);
    }

    /** Who has not gone on with it for so long does not apply. */
    @Bean
    Expiry loanDraftsExpire(RetentionTerms terms) {
        return terms.expiry("finance.draft", """
                delete from loan_draft where id in (
                  select id from loan_draft where saved_at < :before order by saved_at limit :most)""");
    }
}
