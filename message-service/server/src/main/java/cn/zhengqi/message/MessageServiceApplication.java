package cn.zhengqi.message;

import cn.zhengqi.data.JsonbType;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.Expiry;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.notification.ChosenTags;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Messages of the platform (PORTAL-12, MSG-01…MSG-04): in-site, made from events or written by operators. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
@EnableFeignClients(
        basePackages = {
            "cn.zhengqi.message.audience",
            "cn.zhengqi.user.api",
            "cn.zhengqi.auth.api",
            "cn.zhengqi.matching.api.tag",
            "cn.zhengqi.finance.api.applicant"
        })
public class MessageServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(MessageServiceApplication.class, args);
    }

    @Bean
    DeclaredPermissions declaredPermissions() {
        return MessagePermissions.DECLARED;
    }

    @Bean
    DeclaredProcessing declaredProcessing(RetentionTerms terms) {
        return MessageProcessing.declared(terms);
    }

    /** The database itself refuses to take away what is younger than the law wants. */
    @Bean
    Expiry pushLogExpires(RetentionTerms terms) {
        return terms.expiry("message.push-log", """
                delete from push_log where seq in (
                  select seq from push_log where sent_at < :before order by sent_at limit :most)""", """
                delete from sms_attempt where id in (
                  select id from sms_attempt where sent_at < :before order by sent_at limit :most)""", """
                delete from wechat_attempt where id in (
                  select id from wechat_attempt where sent_at < :before order by sent_at limit :most)""");
    }

    @Bean
    Expiry undeliveredExpires(RetentionTerms terms) {
        return terms.expiry("message.undelivered", """
                delete from outer_notice where message_id in (
                  select message_id from outer_notice where ended_at < :before order by ended_at limit :most)""", """
                delete from waiting_notice where id in (
                  select id from waiting_notice where ended_at < :before order by ended_at limit :most)""", """
                delete from waiting_further_notice where id in (
                  select id from waiting_further_notice where ended_at < :before order by ended_at limit :most)""", """
                delete from waiting_text_notice where message_id in (
                  select message_id from waiting_text_notice where ended_at < :before order by ended_at limit :most)""");
    }

    @Bean
    JsonbType audienceColumn() {
        return new JsonbType(Conditions.class);
    }

    @Bean
    JsonbType chosenTagsColumn() {
        return new JsonbType(ChosenTags.class);
    }

    @Bean
    PublicRoutes publicRoutes() {
        // What proves a report of a provider is the end of its address, or its signature: SmsReceiptController.
        return PublicRoutes.of(
                "POST /api/message/sms-receipts/aliyun/{token}",
                "POST /api/message/sms-receipts/tencent/{token}",
                "POST /api/message/sms-receipts/submail");
    }
}
