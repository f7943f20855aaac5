package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * CloudEvents 1.0 in structured JSON mode, as it goes through the broker and through {@code /internal/events}.
 *
 * @param source {@code /zhengqi/<context>}
 * @param aggregateversion extension: version of the subject after the event
 * @param traceparent extension (Distributed Tracing): W3C trace context of the transaction that wrote the event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        UUID subject,
        OffsetDateTime time,
        String datacontenttype,
        long aggregateversion,
        @Nullable String traceparent,
        JsonNode data) {

    static CloudEvent of(
            UUID id,
            String type,
            UUID subject,
            Instant occurredAt,
            long version,
            @Nullable String traceParent,
            JsonNode data) {
        return new CloudEvent(
                "1.0",
                id,
                "/zhengqi/" + EventTypes.contextOf(type),
                type,
                subject,
                BusinessTime.at(occurredAt),
                "application/json",
                version,
                traceParent,
                data);
    }

    static CloudEvent parse(byte[] body) {
        return Json.MAPPER.readValue(body, CloudEvent.class);
    }

    byte[] toBytes() {
        return Json.MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    public EventMetadata metadata() {
        return new EventMetadata(id, type, subject, aggregateversion, time.toInstant());
    }
}
