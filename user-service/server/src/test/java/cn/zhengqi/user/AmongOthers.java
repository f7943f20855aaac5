package cn.zhengqi.user;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.finance.api.InternalPurposeUses;
import cn.zhengqi.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The service whose neighbours answer what a test lets them answer: all of them together, so that all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@ActiveProfiles("test")
@MockitoBean(types = {InternalAccounts.class, InternalPurposeUses.class, PlatformLogs.class})
public @interface AmongOthers {}
