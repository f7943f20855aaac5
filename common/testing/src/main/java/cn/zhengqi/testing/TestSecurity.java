package cn.zhengqi.testing;

import cn.zhengqi.web.security.Routes;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Lets the service under test trust {@link TestTokens}, and gives the test its client. */
@TestConfiguration(proxyBeanMethods = false)
class TestSecurity {

    @Bean
    JwtDecoder jwtDecoder() {
        return TestTokens.decoder();
    }

    @Bean
    @Lazy
    ServiceClient serviceClient(Environment environment) {
        return new ServiceClient(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @Bean
    @Lazy
    Strangers strangers(Routes routes, ServiceClient client) {
        return new Strangers(routes, client);
    }
}
