package cn.zhengqi.auth.session;

import cn.zhengqi.web.problem.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Puts the guard before the sessions, where they are worked with. */
@Configuration(proxyBeanMethods = false)
class SessionStoreConfiguration {

    @Bean
    FilterRegistrationBean<SessionStoreGuard> sessionStoreGuard(RedisConnectionFactory redis, Problems problems) {
        FilterRegistrationBean<SessionStoreGuard> guard =
                new FilterRegistrationBean<>(new SessionStoreGuard(redis, problems));
        guard.addUrlPatterns("/api/auth/sign-in/*", "/oauth2/authorize");
        guard.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return guard;
    }
}
