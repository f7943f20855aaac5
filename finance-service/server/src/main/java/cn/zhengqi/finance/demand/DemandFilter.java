package cn.zhengqi.finance.demand;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a list of demands is narrowed by.
 *
 * @param q part of number, purpose, industry or town
 * @param mine for a bank: those that it claimed, or those that it can still claim; absent: both
 * @param from first day of posting
 * @param to last day of posting
 */
public record DemandFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable DemandStatus status,
        @Nullable Boolean mine,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to) {

    static DemandFilter of(@Nullable DemandStatus status) {
        return new DemandFilter(null, status, null, null, null);
    }
}
