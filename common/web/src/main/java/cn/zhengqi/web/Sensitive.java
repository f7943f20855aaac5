package cn.zhengqi.web;

import cn.zhengqi.kernel.Mask;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Field rule on a text component of a response record: covered by its mask, except for callers who hold {@code plainFor}.
 * Holds wherever the record is written: JSON, and {@link FieldRules} for files. Without a caller it is covered.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Sensitive {

    Mask mask();

    /** Permission to see it plainly; empty: nobody has it. */
    String plainFor() default "";
}
