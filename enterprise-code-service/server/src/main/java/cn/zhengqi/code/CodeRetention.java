package cn.zhengqi.code;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.Expiry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the terms that {@link CodeProcessing} declares are kept. Cases and codes themselves stay. */
@Configuration(proxyBeanMethods = false)
class CodeRetention {

    /** A case is over with its last step. Of a letter the bytes go, which nothing names any more and {@code LostObjects} sweeps up. */
    @Bean
    Expiry claimsLoseIdentities(RetentionTerms terms) {
        return terms.expiry("code.claim-identity", """
                update claim set legal_rep_id_number = null, legal_rep_id_index = null where id in (
                  select c.id from claim c
                  where c.legal_rep_id_number is not null and c.status in ('APPROVED', 'REJECTED', 'WITHDRAWN')
                    and c.submitted_at < :before and (select max(s.at) from claim_step s where s.claim_id = c.id) < :before
                  limit :most)""", """
                update stored_file set object_key = null, name = '授权委托书（已按期清除）' where id in (
                  select f.id from stored_file f
                  where f.object_key is not null and f.created_at < :before
                    and exists (select 1 from claim_step named where named.letter_file_id = f.id)
                    and not exists (
                      select 1 from claim c
                      where (c.letter_file_id = f.id
                          or exists (select 1 from claim_step named where named.claim_id = c.id and named.letter_file_id = f.id))
                        and (c.status not in ('APPROVED', 'REJECTED', 'WITHDRAWN')
                          or (select max(s.at) from claim_step s where s.claim_id = c.id) >= :before))
                  limit :most)""");
    }

    @Bean
    Expiry scansExpire(RetentionTerms terms) {
        return terms.expiry(
                "code.scan", "delete from scan where id in (select id from scan where at < :before limit :most)");
    }

    /** What proves a consent stays as long as it holds, and for the term after. */
    @Bean
    Expiry consentChangesExpire(RetentionTerms terms) {
        return terms.expiry("code.consent", """
                delete from consent_change where id in (
                  select c.id from consent_change c
                  where c.at < :before
                    and (exists (
                        select 1 from consent_change newer
                        where newer.consent_id = c.consent_id and newer.at > c.at and newer.at < :before)
                      or exists (
                        select 1 from consent k
                        where k.id = c.consent_id and (not k.granted or k.valid_until < (cast(:before as timestamptz) at time zone 'Asia/Shanghai')::date)))
                  limit :most)""");
    }

    @Bean
    Expiry readingsExpire(RetentionTerms terms) {
        return terms.expiry(
                "code.reading",
                "delete from application_reading where id in (select id from application_reading where at < :before limit :most)",
                "delete from claim_reading where id in (select id from claim_reading where at < :before limit :most)",
                "delete from declaration_reading where id in (select id from declaration_reading where at < :before limit :most)",
                "delete from system_reading where id in (select id from system_reading where at < :before limit :most)");
    }

    @Bean
    Expiry visitsExpire(RetentionTerms terms) {
        return terms.expiry("code.service-code-visit", """
                delete from service_code_visit where id in (
                  select id from service_code_visit where at < :before limit :most)""");
    }
}
