package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.auth.api.InternalAccountTotals;
import cn.zhengqi.code.api.InternalCodeTotals;
import cn.zhengqi.finance.api.InternalLoanTotals;
import cn.zhengqi.policy.api.InternalPolicyTotals;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One context for all tests of the service: two that listen at once would each hear half of the events. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(events = true)
@Import(MovableClock.Configuration.class)
@MockitoBean(
        types = {
            Source.Auth.class,
            Source.Code.class,
            Source.Policy.class,
            Source.Matching.class,
            Source.Finance.class,
            InternalAccountTotals.class,
            InternalCodeTotals.class,
            InternalPolicyTotals.class,
            InternalLoanTotals.class
        })
public @interface StatsServiceTest {}
