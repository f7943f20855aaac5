package cn.zhengqi.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What the envelope says about an event.
 *
 * @param id of the event; the same in every delivery
 * @param subject aggregate that the event is about
 * @param version of the aggregate after the event; order of delivery is not assumed, so an older version may come later
 * @param occurredAt when it happened, not when it was written or delivered
 */
public record EventMetadata(UUID id, String type, UUID subject, long version, Instant occurredAt) {}
