package cn.zhengqi.user.admission;

import cn.zhengqi.user.api.InstitutionType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application in a list of the console.
 *
 * @param name under which it was let in
 * @param nameNow what the institution is called by now, where that is another name
 */
public record AdmissionRow(
        UUID id,
        InstitutionType type,
        String name,
        @Nullable String nameNow,
        String uscc,
        String applicantName,
        AdmissionStatus status,
        OffsetDateTime submittedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedByName) {}
