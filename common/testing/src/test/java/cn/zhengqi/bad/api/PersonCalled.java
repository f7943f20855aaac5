package cn.zhengqi.bad.api;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.web.Sensitive;
import java.util.List;
import java.util.UUID;

/** Tells everybody whom somebody called, and at what number. */
@EventType("bad.PersonCalled")
public record PersonCalled(UUID callId, String readerName, String contactPhone, String applicantName, List<Whom> others)
        implements DomainEvent {

    public record Whom(@Sensitive(mask = Mask.NAME) String covered, String homeAddress) {}

    @Override
    public UUID subject() {
        return callId;
    }
}
