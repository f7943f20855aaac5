package cn.zhengqi.web.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A person's name: letters of any script, digits, spaces, ·, - and full stops; not signs alone. Whether there must be one is another question. */
@Pattern(regexp = "\\s*|(?=.*\\p{L})[\\p{L}\\p{M}\\p{N} ·•.-]+", message = "姓名只能含文字、数字、空格和 · - .")
@Constraint(validatedBy = {})
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonName {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
