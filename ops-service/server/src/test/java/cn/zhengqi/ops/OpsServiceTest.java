package cn.zhengqi.ops;

import cn.zhengqi.auth.api.InternalSignInNames;
import cn.zhengqi.ops.rebuild.CopySource;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.user.api.InternalDictionary;
import cn.zhengqi.user.api.InternalPrincipals;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One context for all tests of the service: two that listen at once would each hear half of the events. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(
        events = true,
        properties = {"zhengqi.audit.checkpoint-every=P1D", "zhengqi.export-jobs.look=PT24H"})
@Import(MovableClock.Configuration.class)
@MockitoBean(
        types = {
            InternalDictionary.class,
            InternalPrincipals.class,
            InternalSignInNames.class,
            CopySource.User.class,
            CopySource.Code.class,
            CopySource.Policy.class,
            CopySource.Finance.class
        })
public @interface OpsServiceTest {}
