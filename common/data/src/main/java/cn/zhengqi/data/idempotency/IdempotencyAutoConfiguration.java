package cn.zhengqi.data.idempotency;

import cn.zhengqi.data.DataAutoConfiguration;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.EncryptionAutoConfiguration;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Installs the filter behind {@link Idempotent}, after the security filters, because a key belongs to an account. */
@AutoConfiguration(
        after = {DataAutoConfiguration.class, EncryptionAutoConfiguration.class, TransactionAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Filter.class, RequestMappingHandlerMapping.class})
public class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc) {
        return new IdempotencyKeys(jdbc);
    }

    @Bean
    OneEffect oneEffect() {
        return new OneEffect();
    }

    @Bean
    @ConditionalOnBean(DataProtection.class)
    AnswersAreSealed answersAreSealed(DataProtection protection) {
        return new AnswersAreSealed(protection);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            JdbcOperations jdbc,
            IdempotencyKeys keys,
            PlatformTransactionManager transactions,
            ObjectProvider<DataProtection> protection,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
        FilterRegistrationBean<IdempotencyFilter> registration = new FilterRegistrationBean<>(new IdempotencyFilter(
                jdbc, keys, transactions, new AnswerSeal(protection.getIfAvailable()), handlers, problems));
        registration.addUrlPatterns("/*");
        registration.setOrder(0);
        return registration;
    }
}
