package cn.zhengqi.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** What the service tells other systems it tells at once, also to those that a test plays on this machine. All such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(
        properties = {
            "zhengqi.apps.this-machine=true",
            "zhengqi.apps.look-for-ended-every=PT0.2S",
            "zhengqi.apps.tell-of-ended-every=PT0.2S",
            "zhengqi.webhooks.this-machine=true",
            "zhengqi.webhooks.send-every=PT0.1S"
        })
public @interface TellsThisMachine {}
