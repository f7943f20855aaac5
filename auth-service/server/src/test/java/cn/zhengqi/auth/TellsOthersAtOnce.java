package cn.zhengqi.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The service tells systems that listen on this machine, and does so at once. One context for all tests of this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(
        properties = {
            "zhengqi.webhooks.this-machine=true",
            "zhengqi.webhooks.send-every=PT0.1S",
            "zhengqi.apps.this-machine=true",
            "zhengqi.apps.look-for-ended-every=PT0.2S",
            "zhengqi.apps.tell-of-ended-every=PT0.2S"
        })
public @interface TellsOthersAtOnce {}
