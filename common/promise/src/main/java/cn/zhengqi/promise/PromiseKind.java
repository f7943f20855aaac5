package cn.zhengqi.promise;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.promise.PromiseCall;
import java.util.function.Function;

/**
 * A kind of promise that a service gives; one bean for each.
 *
 * @param name stable, in the tables
 * @param event by which the service tells of a call
 */
public record PromiseKind(String name, Function<PromiseCall, DomainEvent> event) {}
