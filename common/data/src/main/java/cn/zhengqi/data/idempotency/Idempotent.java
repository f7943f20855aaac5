package cn.zhengqi.data.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler method of a controller: the request may carry {@code Idempotency-Key} (8 to 128 characters) and then has its effect at most once. The handler
 * runs inside one transaction with the stored answer. Asking another service there would hold a connection while that thinks: a handler that asks says
 * {@link #asksFirst} and has its effect by {@link OneEffect}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** A request without the header is refused with 428 IDEMPOTENCY_KEY_REQUIRED. */
    boolean required() default false;

    /** The handler runs without a transaction up to {@link OneEffect#of}, where it has to come to when it says yes. */
    boolean asksFirst() default false;

    /**
     * For how many seconds the answer is told again to who repeats the request; after that the repeat is refused with 409 ANSWER_NOT_REPEATED, and still has no
     * second effect. For an answer that shows what somebody may take back meanwhile. 0: as long as it is kept.
     */
    int answeredForSeconds() default 0;
}
