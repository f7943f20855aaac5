package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.Channel;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a list of applications is narrowed by.
 *
 * @param q part of number, enterprise or product
 * @param from first day of submission
 * @param to last day of submission
 * @param holding only what the caller has or had to its end, what nobody has taken yet, or what goes on
 * @param handlerId who of the bank has it
 * @param branchId the branch at which it lies, or the bank for its head office
 * @param overdue only those that the bank has not answered within the promised time
 */
public record ApplicationFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable ApplicationStatus status,
        @Nullable UUID productId,
        @Nullable Channel channel,
        @Nullable LoanKind kind,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable Boolean overdue,
        @Nullable Holding holding,
        @Nullable UUID handlerId,
        @Nullable UUID branchId) {

    /** With whom it lies, as seen by the caller. */
    public enum Holding {
        /** Also what is over. */
        MINE,
        /** So long as it goes on. */
        MINE_OPEN,
        POOL,
        /** Whoever has it, so long as it goes on. */
        OPEN
    }

    static ApplicationFilter of(@Nullable ApplicationStatus status) {
        return new ApplicationFilter(null, status, null, null, null, null, null, null, null, null, null);
    }
}
