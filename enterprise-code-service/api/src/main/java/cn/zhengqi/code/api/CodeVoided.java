package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A code is good for nothing for now or for ever, or has another number: whoever had the enterprise's consent until then is to drop what they keep of it.
 *
 * @param number that it had
 * @param receivers the banks and owners of systems that had a consent which held at that moment
 * @param demo whether the enterprise is one of the demo
 */
@EventType("code.CodeVoided")
public record CodeVoided(
        UUID codeId, UUID enterpriseId, String number, Cause cause, Set<UUID> receivers, boolean demo, Instant at)
        implements DomainEvent {

    public enum Cause {
        FROZEN,
        REISSUED,
        REVOKED
    }

    public CodeVoided {
        receivers = Set.copyOf(receivers);
    }

    @Override
    public UUID subject() {
        return codeId;
    }
}
