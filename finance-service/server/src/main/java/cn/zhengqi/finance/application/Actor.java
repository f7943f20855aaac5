package cn.zhengqi.finance.application;

import cn.zhengqi.web.CallingSystem;
import java.util.UUID;

/**
 * Who moved an application, by the name that the timeline shows: a person, or a bank's system with its key.
 *
 * @param accountId of a system the id of its key
 */
public record Actor(UUID accountId, String name, boolean system) {

    /** Where nobody did it. */
    static final Actor PLATFORM = new Actor(new UUID(0, 0), "平台");

    /** A person. */
    public Actor(UUID accountId, String name) {
        this(accountId, name, false);
    }

    static Actor of(CallingSystem system) {
        return new Actor(system.id(), system.ownerName() + " " + system.name(), true);
    }
}
