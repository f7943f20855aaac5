package cn.zhengqi.ops;

import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** One context for all tests of the service: two that listen at once would each hear half of the events. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(events = true, properties = "zhengqi.audit.checkpoint-every=P1D")
@Import(MovableClock.Configuration.class)
public @interface OpsServiceTest {}
