package cn.zhengqi.promise;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.promise.PromiseCall;
import org.jspecify.annotations.Nullable;

/**
 * A kind of promise that a service gives; one bean for each.
 *
 * @param name stable, in the tables
 * @param event by which the service tells of a call
 */
public record PromiseKind(String name, Telling event) {

    /** How a service tells of a call. */
    @FunctionalInterface
    public interface Telling {

        /** Null where the case is gone: then nobody is told, and the promise is dropped. */
        @Nullable
        DomainEvent of(PromiseCall call);
    }
}
