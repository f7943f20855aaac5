package cn.zhengqi.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which services may ask a route below {@code /internal/}, by the names under which they get their tokens; on the
 * method, or on the class for all its routes. A route there without it keeps the service from starting.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Callers {

    /** Who runs the platform: the {@code zhengqi} command, or a job of the cluster. */
    String OPERATIONS = "operations";

    String[] value();
}
