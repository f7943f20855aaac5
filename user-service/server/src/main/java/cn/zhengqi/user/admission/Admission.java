package cn.zhengqi.user.admission;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.web.Sensitive;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as the applicant and the reviewers see it.
 *
 * @param name under which it was let in
 * @param nameNow what the institution is called by now, where that is another name
 */
public record Admission(
        UUID id,
        InstitutionType type,
        String name,
        @Nullable String nameNow,
        String uscc,
        String address,
        String applicantName,
        String contactName,

        @Sensitive(mask = Mask.PHONE, plainFor = UserPermissions.REVIEW_ADMISSIONS)
        String contactPhone,

        String introduction,
        AdmissionStatus status,
        @Nullable String reason,
        OffsetDateTime submittedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedByName,
        List<PaperInfo> papers,
        int version) {

    public record PaperInfo(UUID id, String name, String contentType, long size) {}
}
