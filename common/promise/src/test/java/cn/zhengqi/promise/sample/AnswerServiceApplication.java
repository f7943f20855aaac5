package cn.zhengqi.promise.sample;

import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Promises answers. */
@SpringBootApplication
public class AnswerServiceApplication {

    /** A case with such a number is not there any more. */
    public static final String GONE = "GONE";

    public static void main(String[] args) {
        SpringApplication.run(AnswerServiceApplication.class, args);
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.none();
    }

    @Bean
    PromiseKind answers() {
        return new PromiseKind(
                "ANSWER",
                call -> call.caseNumber().startsWith(GONE) ? null : new AnswerCalled(call),
                AnswerExtended::new);
    }
}
