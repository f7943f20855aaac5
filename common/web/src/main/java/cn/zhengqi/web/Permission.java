package cn.zhengqi.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a route needs; on the method, or on the class for all its routes. Several mean: any of them. A
 * route with neither this nor {@link Callers} nor an entry in {@link PublicRoutes} keeps the service from starting.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Permission {

    /** Any signed-in person. */
    String SIGNED_IN = "self";

    /** Any other service; which of them may ask a route below {@code /internal/} is said by {@link Callers}. */
    String INTERNAL = "internal";

    String[] value();
}
