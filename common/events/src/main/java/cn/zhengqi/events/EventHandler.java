package cn.zhengqi.events;

import cn.zhengqi.kernel.event.DomainEvent;

/**
 * What this service does when it hears of a fact. A bean of this type is subscribed by the library. {@link #handle} runs inside a transaction
 * which also records the event id, so it takes effect once however often the event is delivered; an exception rolls both back and the event comes again later,
 * after {@code zhengqi.rocketmq.max-attempts} it becomes a dead letter.
 */
public interface EventHandler<E extends DomainEvent> {

    Class<E> type();

    void handle(E event, EventMetadata meta);

    /** Stable name under which handled events are recorded. Two handlers of one event need two names. */
    default String name() {
        return getClass().getSimpleName();
    }
}
