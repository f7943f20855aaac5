package cn.zhengqi.data.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler method of a controller: the request may carry {@code Idempotency-Key} (8 to 128 characters) and then has its effect at most once. The handler
 * runs inside one transaction with the stored answer; what it does outside the database (a Feign call, a file) must bear a repeat.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** A request without the header is refused with 428 IDEMPOTENCY_KEY_REQUIRED. */
    boolean required() default false;
}
