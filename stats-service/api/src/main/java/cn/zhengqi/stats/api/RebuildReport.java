package cn.zhengqi.stats.api;

import java.time.OffsetDateTime;

/**
 * What a rebuild of the figures did.
 *
 * @param events read from the event logs of the sources
 * @param counted of them, those that changed a figure
 */
public record RebuildReport(OffsetDateTime at, long events, long counted) {}
