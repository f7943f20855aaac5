package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bands of one fact: none is for nothing, no two are for the same value, and of numbers none is left out between two. */
final class BandCheck {

    /** What is for one value alone comes before what begins above it. */
    private static final Comparator<Range> UPWARDS = Comparator.comparing(
                    (Range range) -> range.values().from(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(range -> !range.values().fromIncluded());

    private final FactDefinition by;
    private final List<Range> ranges = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private boolean sound = true;

    private record Range(Place band, PossibleValues values) {}

    BandCheck(FactDefinition by) {
        this.by = by;
    }

    void run(Place band) {
        int faults = band.faults().size();
        look(band);
        sound &= band.faults().size() == faults;
    }

    private void look(Place band) {
        boolean list = !band.leavesOpen("in");
        boolean numbers = by.kind() == FactKind.NUMBER || by.kind() == FactKind.INTEGER || by.readAsNewest();
        if (numbers == list) {
            band.fault(
                    list ? "in" : "from",
                    "BAND_KIND",
                    "按“" + by.label() + "”分档，" + (numbers ? "请填写数字范围" : "请填写或选择这一档包括哪些"));
        } else if (list) {
            list(band);
        } else {
            range(band);
        }
    }

    private void list(Place band) {
        JsonNode in = band.get("in");
        if (!in.isArray() || in.isEmpty()) {
            band.fault("in", "BAND_EMPTY", "请填写这一档包括哪些");
            return;
        }
        AcceptedValues accepted = new AcceptedValues(by, band);
        for (JsonNode one : in) {
            if (!one.isString() || one.asString().isBlank()) {
                band.fault("in", "VALUE_KIND", "请填写这一档包括哪些");
                return;
            }
            accepted.mustOffer(one.asString(), "in");
            if (!taken.add(one.asString())) {
                band.fault("in", "BANDS_OVERLAP", "“" + one.asString() + "”已在另一档中");
            }
        }
    }

    /** Once all have been looked at: who lies between two of them would meet nothing, which no document means and nobody sees. */
    void mustFollow() {
        if (!sound) {
            return;
        }
        List<Range> upwards = ranges.stream().sorted(UPWARDS).toList();
        for (int i = 1; i < upwards.size(); i++) {
            PossibleValues below = upwards.get(i - 1).values();
            Place band = upwards.get(i).band();
            PossibleValues values = upwards.get(i).values();
            BigDecimal end = Objects.requireNonNull(below.to());
            BigDecimal start = Objects.requireNonNull(values.from());
            if (end.scale() <= PossibleValues.FINEST
                    && start.scale() <= PossibleValues.FINEST
                    && !new PossibleValues(end, !below.toIncluded(), start, !values.fromIncluded())
                            .isEmptyFor(by.kind())) {
                band.fault(
                        "from",
                        "BANDS_APART",
                        "比它小的一档到 " + end(end, below.toIncluded(), band) + "，这一档从 "
                                + end(start, values.fromIncluded(), band)
                                + "起，之间的不在任何一档里，会判为不符合；请改两端，或补上一档");
            }
        }
    }

    private String end(BigDecimal end, boolean included, Place band) {
        return new AcceptedValues(by, band).measured(end) + (included ? "（含）" : "（不含）");
    }

    private void range(Place band) {
        if (!isEnd(band, "from") || !isEnd(band, "to")) {
            band.fault("from", "VALUE_KIND", "分档的两端为数字，不填表示不限");
            return;
        }
        PossibleValues range = new PossibleValues(
                end(band, "from"),
                band.get("fromIncluded").asBoolean(false),
                end(band, "to"),
                band.get("toIncluded").asBoolean(false));
        if (range.isEmpty()) {
            band.fault("from", "RANGE_REVERSED", "这一档是空的：下限不小于上限");
            return;
        }
        AcceptedValues accepted = new AcceptedValues(by, band);
        if ((range.from() != null && !accepted.mustInclude(range.from()))
                || (range.to() != null && !accepted.mustInclude(range.to()))) {
            return;
        }
        if (ranges.stream().anyMatch(other -> !range.and(other.values()).isEmpty())) {
            band.fault("from", "BANDS_OVERLAP", "这一档和前面的档重叠，同一个数会落入两档");
        }
        ranges.add(new Range(band, range));
    }

    private static boolean isEnd(Place band, String member) {
        return band.leavesOpen(member) || band.hasNumber(member);
    }

    /** Null: open. */
    private static @Nullable BigDecimal end(Place band, String member) {
        return band.leavesOpen(member) ? null : band.get(member).decimalValue();
    }
}
