package cn.zhengqi.promise.sample;

import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.web.PublicRoutes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Promises answers. */
@SpringBootApplication
public class AnswerServiceApplication {

    /** A case with such a number is not there any more. */
    public static final String GONE = "GONE";

    /** Numbers of cases of which nothing can be told for now. */
    public static final Set<String> BAD = ConcurrentHashMap.newKeySet();

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
                call -> {
                    if (BAD.contains(call.caseNumber())) {
                        throw new IllegalStateException("nothing can be told of " + call.caseNumber());
                    }
                    return call.caseNumber().startsWith(GONE) ? null : new AnswerCalled(call);
                },
                AnswerExtended::new);
    }
}
