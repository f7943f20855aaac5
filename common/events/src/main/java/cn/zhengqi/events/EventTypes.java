package cn.zhengqi.events;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;

final class EventTypes {

    private EventTypes() {}

    static String nameOf(Class<? extends DomainEvent> event) {
        return typeOf(event).value();
    }

    static EventType typeOf(Class<? extends DomainEvent> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event.getName() + " has no @EventType");
        }
        return type;
    }

    static String contextOf(String type) {
        return type.substring(0, type.indexOf('.'));
    }

    static String topicOf(String type) {
        return "zhengqi-" + contextOf(type);
    }
}
