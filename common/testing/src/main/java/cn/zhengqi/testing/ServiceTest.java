package cn.zhengqi.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.BeanOverrideTestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;
import org.springframework.test.context.support.DirtiesContextBeforeModesTestExecutionListener;
import org.springframework.test.context.support.DirtiesContextTestExecutionListener;

/**
 * The whole service on a random port, over a real database of its own, without registry and shared configuration. Classes with the same
 * options share one context, so a test brings its own ids and does not count all rows. Call it through an injected {@link ServiceClient}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(Patience.class)
@TestExecutionListeners({
    DirtiesContextBeforeModesTestExecutionListener.class,
    BeanOverrideTestExecutionListener.class,
    DependencyInjectionTestExecutionListener.class,
    DirtiesContextTestExecutionListener.class,
    ResetMocks.class,
    RefuseQuestionsInTransaction.class,
    RefuseSecondConnections.class
})
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "spring.cloud.nacos.discovery.enabled=false",
            "spring.cloud.nacos.config.enabled=false",
            "spring.cloud.nacos.config.import-check.enabled=false",
            "spring.cloud.service-registry.auto-registration.enabled=false",
            "server.address=127.0.0.1",
            "server.shutdown=immediate",
            "logging.structured.format.console=",
            "springdoc.paths-to-exclude=/internal/**",
            "springdoc.override-with-generic-response=false",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.default-flat-param-object=true"
        })
@Import({TestSecurity.class, OpenApiDescription.class, QuestionsInTransaction.class, SecondConnections.class})
public @interface ServiceTest {

    /** With a real RocketMQ; otherwise events are written to the outbox and stay there. */
    boolean events() default false;

    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};

    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
