package cn.zhengqi.events;

import cn.zhengqi.kernel.event.DomainEvent;
import java.util.function.BiConsumer;

/**
 * What this service does when it hears of a fact. A bean of this type is subscribed by the library. {@link #handle} runs inside a transaction
 * which also records the event id, so it takes effect once however often the event is delivered; an exception rolls both back and the event comes again later,
 * after {@code zhengqi.rocketmq.max-attempts} it becomes a dead letter. What leaves the database, as a text message does, could not be rolled back and would leave a second time: it is written here, and sent
 * by whoever looks for what waits.
 */
public interface EventHandler<E extends DomainEvent> {

    Class<E> type();

    void handle(E event, EventMetadata meta);

    /** Stable name under which handled events are recorded. Two handlers of one event need two names. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** For a service that hears of many facts and has a line to say about each. */
    static <E extends DomainEvent> EventHandler<E> on(
            Class<E> type, String name, BiConsumer<? super E, EventMetadata> effect) {
        return new EventHandler<>() {
            @Override
            public Class<E> type() {
                return type;
            }

            @Override
            public void handle(E event, EventMetadata meta) {
                effect.accept(event, meta);
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
