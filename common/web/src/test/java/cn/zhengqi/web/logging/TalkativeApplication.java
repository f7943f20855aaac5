package cn.zhengqi.web.logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;

/** Logs what no service should, in a process of its own, since Boot sets up the log of a process once. */
@SpringBootConfiguration(proxyBeanMethods = false)
class TalkativeApplication {

    private static final Logger log = LoggerFactory.getLogger(TalkativeApplication.class);

    public static void main(String[] args) throws InterruptedException {
        SpringApplication application = new SpringApplication(TalkativeApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(args);
        MDC.put("caller", "13800000003");
        log.info("in the message 13800000001\nand after its first line 13800000002, account 6222021234567890123");
        log.warn("an argument {} and {}", 13800000004L, "500199198506120037");
        log.atInfo().addKeyValue("phone", 13800000005L).log("a value");
        log.error(
                "failed",
                new IllegalStateException("of 13800000006", new IllegalArgumentException("because of 023-66223344")));
        Thread dying = Thread.ofPlatform().start(() -> {
            throw new IllegalStateException("died of 13800000006");
        });
        dying.join();
        log.info("the end 019a1ddb-e288-71d9-a787-013800000007");
    }
}
