package cn.zhengqi.finance.activity;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up as its enterprise reads it.
 *
 * @param onlineLink where one takes part from elsewhere; absent: one does not, or there is no room yet
 * @param code shown at the door; absent while there is no room
 * @param waitingBefore how many enterprises wait before it; of one that waits
 * @param withdrawable whether it can still be taken back
 * @param version to be sent with the next action
 */
public record MySignUp(
        UUID id,
        ActivityView activity,
        @Nullable String onlineLink,
        int people,
        SignUpStatus status,
        @Nullable String code,
        @Nullable Integer waitingBefore,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {FinancePermissions.MANAGE_ACTIVITIES, FinancePermissions.SIGN_UP},
                field = FinanceFields.SIGN_UP_CONTACT_NAME)
        String contactName,

        OffsetDateTime signedUpAt,
        @Nullable OffsetDateTime checkedInAt,
        boolean withdrawable,
        int version) {

    static MySignUp of(SignUp it, Activity activity, @Nullable Integer waitingBefore, Instant now) {
        boolean in = it.status() == SignUpStatus.SIGNED_UP;
        return new MySignUp(
                it.id(),
                ActivityView.of(activity, now),
                in ? activity.onlineLink() : null,
                it.people(),
                it.status(),
                in ? it.code() : null,
                waitingBefore,
                it.contactName(),
                BusinessTime.at(it.signedUpAt()),
                it.checkedInAt() == null ? null : BusinessTime.at(it.checkedInAt()),
                it.status().isOpen() && it.checkedInAt() == null && activity.movesUp(now),
                it.version());
    }
}
