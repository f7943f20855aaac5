package cn.zhengqi.web;

import cn.zhengqi.kernel.Mask;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Field rule on a text component of a response record: covered by its mask, except for callers who hold one of {@code plainFor}, and except
 * where the caller's roles say something of {@code field}. Holds wherever the record is written: JSON, and {@link FieldRules} for files.
 * Without a caller it is covered. On a component of a filter it says that the filter looks into that field.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Sensitive {

    Mask mask();

    /** Permissions to see it plainly, any of which is enough; none: nobody has it. */
    String[] plainFor() default {};

    /**
     * On a component of a request that edits a record: permissions to change the field where the caller's roles say nothing of it. Such a request is
     * read through {@link FieldEdits#accept}, which a test of each service sees to.
     */
    String[] editableFor() default {};

    /** Code among the service's {@code DeclaredFields}; empty: no role can say otherwise. */
    String field() default "";
}
