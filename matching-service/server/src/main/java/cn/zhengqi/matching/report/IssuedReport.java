package cn.zhengqi.matching.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A report that was issued. Its content stays as it was under its number.
 *
 * @param fingerprint SHA-256 of the content, in hexadecimal digits
 * @param readable false when the content is not kept any more; then it can only be checked
 */
public record IssuedReport(
        UUID id,
        String number,
        String enterpriseName,
        LocalDate asOf,
        OffsetDateTime issuedAt,
        String fingerprint,
        boolean readable) {}
