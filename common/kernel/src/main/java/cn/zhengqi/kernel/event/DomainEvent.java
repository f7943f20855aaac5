package cn.zhengqi.kernel.event;

import java.util.UUID;

/**
 * A fact in the past tense that a service tells the others. Implemented by records in the api modules that carry
 * {@link EventType}; the record itself is the {@code data} of a CloudEvent.
 */
public interface DomainEvent {

    /** The aggregate that the fact is about: the CloudEvents {@code subject}, to which versions refer. */
    UUID subject();
}
