package cn.zhengqi.gateway.problem;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A request goes from thread to thread, and its trace stands in the context of its reactive chain. Few look for it, a problem and a line of the log, and they look here: to have it carried
 * to every thread on the way costs each request a good part of the gateway's time.
 */
public final class RequestTrace {

    private RequestTrace() {}

    /** Does this with the trace of the request at hand, where one has begun. */
    public static <T> Mono<T> within(Supplier<Mono<T>> work) {
        return Mono.deferContextual(context -> {
            Observation request = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
            if (request == null) {
                return work.get();
            }
            try (Observation.Scope scope = request.openScope()) {
                return work.get();
            }
        });
    }
}
