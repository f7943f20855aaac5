package cn.zhengqi.matching;

import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Matching models of the platform (document §1.2.5, §1.3.7). */
@SpringBootApplication(proxyBeanMethods = false)
public class MatchingServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(MatchingServiceApplication.class, args);
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.none();
    }
}
