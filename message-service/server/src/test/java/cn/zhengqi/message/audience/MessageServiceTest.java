package cn.zhengqi.message.audience;

import cn.zhengqi.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One context for all tests of the service: two that listen at once would each hear half of the events. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(events = true, properties = "zhengqi.message.look-every=PT0.1S")
@ContextConfiguration(initializers = UserService.class)
@Import(Notices.class)
@MockitoBean(types = {MembershipLog.class, AccountLog.class, CodeLog.class})
public @interface MessageServiceTest {}
