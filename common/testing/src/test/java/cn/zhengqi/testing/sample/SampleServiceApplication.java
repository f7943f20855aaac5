package cn.zhengqi.testing.sample;

import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class SampleServiceApplication {

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/sample/things");
    }
}
