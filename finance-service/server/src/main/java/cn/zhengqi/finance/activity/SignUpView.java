package cn.zhengqi.finance.activity;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-up as the organiser reads it; its code only who shows it knows. */
public record SignUpView(
        UUID id,
        UUID activityId,
        String activityTitle,
        String enterpriseName,
        int people,
        SignUpStatus status,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {FinancePermissions.MANAGE_ACTIVITIES, FinancePermissions.SIGN_UP},
                field = FinanceFields.SIGN_UP_CONTACT_NAME)
        String contactName,

        @Sensitive(
                mask = Mask.PHONE,
                plainFor = FinancePermissions.MANAGE_ACTIVITIES,
                field = FinanceFields.SIGN_UP_CONTACT_PHONE)
        String contactPhone,

        OffsetDateTime signedUpAt,
        @Nullable OffsetDateTime checkedInAt,
        @Nullable String checkedInBy,
        boolean demo) {

    static SignUpView of(SignUp it, String activityTitle) {
        return new SignUpView(
                it.id(),
                it.activityId(),
                activityTitle,
                it.enterpriseName(),
                it.people(),
                it.status(),
                it.contactName(),
                it.contactPhone(),
                BusinessTime.at(it.signedUpAt()),
                it.checkedInAt() == null ? null : BusinessTime.at(it.checkedInAt()),
                it.checkedInByName(),
                it.demo());
    }
}
