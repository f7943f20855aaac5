package cn.zhengqi.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a handler that takes a body larger than is usual ({@code zhengqi.usual-body}). Files have {@link cn.zhengqi.web.file.Upload}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargeBody {

    /** At most {@code zhengqi.max-body}. */
    int kilobytes();
}
