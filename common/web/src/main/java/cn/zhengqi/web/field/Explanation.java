package cn.zhengqi.web.field;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Why a step was taken, in words that somebody else reads: a letter or two explain nothing. It is read without the blanks around it, and they do
 * not count. Whether there must be one is another question.
 */
@Constraint(validatedBy = Explanation.Letters.class)
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Explanation {

    /** Also what the web's forms ask for before they send. */
    int LEAST = 5;

    /** 驳回的原因 */
    String of();

    int min() default LEAST;

    int max() default 500;

    String message() default "{of}为 {min} 到 {max} 字";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts letters, also where no annotation can ask for them because only some words of a field explain. */
    final class Letters implements ConstraintValidator<Explanation, String> {

        private int min;
        private int max;

        @Override
        public void initialize(Explanation rule) {
            min = rule.min();
            max = rule.max();
        }

        @Override
        public boolean isValid(@Nullable String words, ConstraintValidatorContext context) {
            // What @NotBlank calls blank is its to tell: it knows no wide blanks.
            if (words == null || words.trim().isEmpty()) {
                return true;
            }
            int letters = of(words);
            return letters >= min && letters <= max;
        }

        public static boolean areTooFew(String words) {
            return of(words) < LEAST;
        }

        private static int of(String words) {
            return words.strip().length();
        }
    }
}
