package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** Somebody who looks after an account, and not its owner, made void or changed what it is signed in with. */
@EventType("auth.CredentialTakenAway")
public record CredentialTakenAway(UUID accountId, Credential credential, Instant at) implements DomainEvent {

    /** What an account is signed in with. */
    public enum Credential {
        PASSWORD,
        SECOND_FACTOR,
        PHONE
    }

    @Override
    public UUID subject() {
        return accountId;
    }
}
