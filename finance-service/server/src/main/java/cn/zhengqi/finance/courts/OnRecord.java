package cn.zhengqi.finance.courts;

import java.util.List;

/**
 * An answer of a source.
 *
 * @param total at least as many as {@code records}; nothing is on record where it is zero
 */
record OnRecord(long total, List<PublicRecord> records) {

    static final OnRecord NOTHING = new OnRecord(0, List.of());

    OnRecord {
        records = List.copyOf(records);
        if (total < records.size()) {
            throw new IllegalArgumentException("More records than there are: " + total);
        }
    }
}
