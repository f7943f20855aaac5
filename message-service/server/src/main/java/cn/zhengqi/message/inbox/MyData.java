package cn.zhengqi.message.inbox;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What message-service keeps of a person, for them to take out. */
public record MyData(List<Told> messages) {

    /** What the person was told. */
    public record Told(
            OffsetDateTime at,
            String title,
            String body,
            @Nullable OffsetDateTime readAt) {}
}
