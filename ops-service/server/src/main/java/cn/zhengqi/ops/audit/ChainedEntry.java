package cn.zhengqi.ops.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a log that is kept as a chain. */
interface ChainedEntry {

    /** Without gaps from 1. */
    long seq();

    /** Of the event that brought it. */
    UUID eventId();

    Instant recordedAt();

    /** In the order of the table's columns; the hash depends on it. */
    List<@Nullable Object> values();
}
