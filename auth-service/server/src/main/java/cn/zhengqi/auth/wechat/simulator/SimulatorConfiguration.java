package cn.zhengqi.auth.wechat.simulator;

import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** On a machine of one's own alone: no setting brings the simulator to a platform that people use. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class SimulatorConfiguration {

    static final String PATH = "/api/auth/simulated-wechat";

    @Bean
    SimulatedOfficialAccount simulatedOfficialAccount(
            @Value("${zhengqi.wechat.app-id}") String appId,
            @Value("${zhengqi.wechat.secret}") String secret,
            @Value("${zhengqi.wechat.public-url}") URI publicUrl,
            @Value("${zhengqi.wechat.subscription.template-id}") String subscription,
            @Value("${zhengqi.wechat.callback.token}") String token,
            @Value("${zhengqi.wechat.callback.aes-key}") String aesKey,
            @Value("http://127.0.0.1:${server.port:8080}/api/auth/wechat/events") URI callback,
            Clock clock) {
        SimulatedOfficialAccount account =
                new SimulatedOfficialAccount(appId, secret, publicUrl.getRawAuthority(), clock);
        account.choose(new SubscriptionTemplate(subscription, Set.of("thing1", "time2")));
        SimulatedCallback platform = new SimulatedCallback(token, aesKey, appId);
        account.tells(event -> platform.push(callback, event));
        return account;
    }

    @Bean
    ServletRegistrationBean<WeChatSimulator> weChatSimulator(SimulatedOfficialAccount account) {
        return new ServletRegistrationBean<>(new WeChatSimulator(account), PATH + "/*");
    }

    @Bean
    @Order(3)
    SecurityFilterChain simulatorChain(HttpSecurity http) {
        return http.securityMatcher(PATH + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
