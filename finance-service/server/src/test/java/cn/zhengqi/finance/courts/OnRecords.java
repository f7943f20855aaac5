package cn.zhengqi.finance.courts;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import cn.zhengqi.finance.courts.PublicRecords.RecordsUnavailable;
import java.util.List;

/** What a source of a test has on record, for tests of other packages. */
public record OnRecords(List<PublicRecord> records) {

    public static final OnRecords NOTHING = of();

    public static OnRecords of(PublicRecord... records) {
        return new OnRecords(List.of(records));
    }

    public void answeredBy(PublicRecords source, RecordKind kind) {
        when(source.of(eq(kind), any(), any())).thenReturn(new OnRecord(records.size(), records));
    }

    public static void silent(PublicRecords source, RecordKind kind) {
        when(source.of(eq(kind), any(), any())).thenThrow(new RecordsUnavailable("silent"));
    }
}
