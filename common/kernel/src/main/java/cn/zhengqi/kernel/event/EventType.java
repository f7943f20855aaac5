package cn.zhengqi.kernel.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The stable name of an event on the wire, {@code <context>.<FactInPastTense>}: {@code finance.LoanApplicationSubmitted}.
 * The part before the dot is the name of the service without {@code -service} ({@code code} for enterprise-code-service), and names the topic.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    String value();

    /** How long it stays in the log of the service that tells it (ADR 0029). */
    Kept kept() default Kept.UNTIL_HEARD;

    /** The component with the account of the person whom {@link #names} names; empty where it names nobody. An event in which it is absent names nobody either. */
    String person() default "";

    /** Components with what that person is called: in the log they are blanked once the account is closed. */
    String[] names() default {};
}
