package cn.zhengqi.events.sample;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class LedgerServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(LedgerServiceApplication.class, args);
    }

    @Bean
    EventHandler<Whispered> whispers() {
        return EventHandler.on(Whispered.class, "whispers", (whispered, meta) -> {});
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.none();
    }
}
