package cn.zhengqi.web.file;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a handler that takes files: a request that announces more is refused before any of it is received. The handler says what it makes of each file. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Upload {

    /** Of all files together. */
    long maxBytes();
}
