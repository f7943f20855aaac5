package cn.zhengqi.data.sample;

import cn.zhengqi.data.JsonbType;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class NoteServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(NoteServiceApplication.class, args);
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.none();
    }

    @Bean
    JsonbType terms() {
        return new JsonbType(Note.Terms.class);
    }
}
