package cn.zhengqi.web.problem;

import cn.zhengqi.kernel.Ids;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id under which a request is found in logs and traces. */
public final class TraceIds {

    private final @Nullable Tracer tracer;

    public TraceIds(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** 32 hexadecimal digits; a fresh one where nothing is being traced, so that a person can always quote one. */
    public String current() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span != null) {
            return span.context().traceId();
        }
        String logged = MDC.get("traceId");
        return logged != null && !logged.isEmpty()
                ? logged
                : Ids.next().toString().replace("-", "");
    }
}
