package cn.zhengqi.policy.draft;

import cn.zhengqi.events.audit.ChangeRecorded.Actor;
import cn.zhengqi.events.audit.ChangeRecorded.ActorKind;
import cn.zhengqi.web.CurrentUser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page has saved by itself and the record of changes does not have yet.
 *
 * @param before how it was when the record had all of it
 */
public record Unrecorded(
        UUID by,
        String name,
        String userType,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        DraftTold before) {

    static Unrecorded of(CurrentUser author, DraftTold before) {
        return new Unrecorded(
                author.accountId(),
                author.name(),
                author.userType().name(),
                author.institutionId(),
                author.institutionName(),
                before);
    }

    Actor actor() {
        return new Actor(ActorKind.PERSON, by, name, userType, null, null, institutionId, institutionName);
    }
}
