package cn.zhengqi.code.reading;

import cn.zhengqi.code.api.ConsentCategory;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody saw data of the enterprise, as the enterprise reads of it.
 *
 * @param purpose what for
 * @param applicationNumber number of the loan application, the demand, the claim or the declaration; absent for a scan or a system
 * @param place where it was scanned, as the scanner said
 * @param sourceId the scan, the loan application, the demand, the claim, the declaration or the key of the system
 * @param revealed name of a covered field that was shown for the purpose
 * @param document name of a paper that was opened for the purpose
 * @param categories what was shown beyond name, code and state
 */
public record Reading(
        UUID id,
        OffsetDateTime at,
        String readerName,
        @Nullable String institutionName,
        String purpose,
        ReadingSource source,
        UUID sourceId,
        @Nullable String applicationNumber,
        @Nullable String place,
        List<ConsentCategory> categories,
        @Nullable String revealed,
        @Nullable String document) {

    /** What a bank reads of a demand is read as of an application; the number says which of the two it is. */
    static boolean isOfDemand(ReadingSource source, @Nullable String number) {
        return source == ReadingSource.APPLICATION && number != null && number.startsWith("XQ");
    }

    /** What led to it, as the enterprise calls it. */
    String origin() {
        return isOfDemand(source, applicationNumber) ? "融资需求" : source.label();
    }
}
