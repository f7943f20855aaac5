package cn.zhengqi.message.sms;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.MessageProblem;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Which provider brings text messages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsProperties.class)
class SmsConfiguration {

    @Bean
    SmsSender smsSender(
            SmsProperties properties,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            DataProtection protection,
            @Value("${zhengqi.public-url:http://localhost:8080}") String portal,
            @Value("${zhengqi.district.sms-signature:}") String districtSignature) {
        return switch (properties.provider()) {
            case NONE ->
                message -> {
                    throw new ProblemException(MessageProblem.SMS_NOT_CONFIGURED);
                };
            case SIMULATOR -> new SimulatedSmsSender(jdbc, clock, portal, protection);
            case ALIYUN -> {
                SmsProperties.Aliyun aliyun = properties.aliyun();
                if (aliyun == null) {
                    throw new IllegalArgumentException("zhengqi.sms.aliyun must be set");
                }
                yield new AliyunSmsSender(aliyun.signedBy(districtSignature), json, clock);
            }
        };
    }
}
