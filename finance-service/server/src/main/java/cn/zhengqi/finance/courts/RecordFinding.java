package cn.zhengqi.finance.courts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of one kind.
 *
 * @param source who was asked; absent where nobody could be
 * @param asOf day on which it answered; absent without an answer
 * @param total on record, of which the newest are among {@code records}
 */
public record RecordFinding(
        RecordKind kind,
        RecordStanding standing,
        @Nullable RecordSource source,
        @Nullable LocalDate asOf,
        long total,
        List<PublicRecord> records) {

    static RecordFinding notConnected(RecordKind kind) {
        return new RecordFinding(kind, RecordStanding.NOT_CONNECTED, null, null, 0, List.of());
    }

    static RecordFinding failed(RecordKind kind, RecordSource source) {
        return new RecordFinding(kind, RecordStanding.FAILED, source, null, 0, List.of());
    }

    static RecordFinding told(RecordKind kind, RecordSource source, LocalDate on, OnRecord it) {
        return new RecordFinding(
                kind,
                it.total() == 0 ? RecordStanding.NONE : RecordStanding.FOUND,
                source,
                on,
                it.total(),
                it.records());
    }
}
