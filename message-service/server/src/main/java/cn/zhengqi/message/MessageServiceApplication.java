package cn.zhengqi.message;

import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Messages of the platform (PORTAL-12, MSG-02): in-site, made from events. */
@SpringBootApplication(proxyBeanMethods = false)
public class MessageServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(MessageServiceApplication.class, args);
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.none();
    }
}
