package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to sign in, or the end of a sign-in, for 登录日志 that ops-service keeps.
 *
 * @param signInId of this record
 * @param typed what was typed as a name, covered: it may be a phone, or a password in the wrong field
 * @param typedIndex keyed, hexadecimal: by which the same is found again
 * @param accountId absent when nobody has that name
 * @param affiliation institution or enterprise for which they act; absent also while user-service does not say
 * @param way absent for the end of a sign-in, and in what was written before ways were
 */
@EventType("auth.SignInRecorded")
public record SignInRecorded(
        UUID signInId,
        String typed,
        String typedIndex,
        @Nullable UUID accountId,
        @Nullable String accountName,
        @Nullable String affiliation,
        @Nullable SignInWay way,
        SignInResult result,
        String address,
        String userAgent,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return signInId;
    }
}
