package cn.zhengqi.events;

import cn.zhengqi.kernel.event.DomainEvent;
import java.util.function.BiConsumer;

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

    /**
     * Whether its effect leaves the database, as a text message does. Such an event is never taken in one transaction with others: when one of them failed, what has
     * left could not be taken back, and would leave a second time.
     */
    default boolean reachesOutside() {
        return false;
    }

    /** For a service that hears of many facts and has a line to say about each. */
    static <E extends DomainEvent> EventHandler<E> on(
            Class<E> type, String name, BiConsumer<? super E, EventMetadata> effect) {
        return on(type, name, false, effect);
    }

    /** As {@link #on}, of an effect that {@linkplain #reachesOutside reaches outside}. */
    static <E extends DomainEvent> EventHandler<E> onReachingOutside(
            Class<E> type, String name, BiConsumer<? super E, EventMetadata> effect) {
        return on(type, name, true, effect);
    }

    private static <E extends DomainEvent> EventHandler<E> on(
            Class<E> type, String name, boolean outside, BiConsumer<? super E, EventMetadata> effect) {
        return new EventHandler<>() {
            @Override
            public boolean reachesOutside() {
                return outside;
            }

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
