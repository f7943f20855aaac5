package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.engine.FactRefs.Missing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one enterprise has, in words, and what it could fill in: told once per fact, however many conditions ask for it. */
final class FactWords {

    private final FactVector vector;
    private final FactRefs refs;
    private final @Nullable String[] actual;
    private final boolean[] told;
    private final @Nullable String[] start;
    private final @Nullable String[] distance;
    private final @Nullable Missing[] missing;

    FactWords(FactVector vector, FactRefs refs) {
        this.vector = vector;
        this.refs = refs;
        int size = vector.low.length;
        actual = new String[size];
        told = new boolean[size];
        start = new String[size];
        distance = new String[size * Distance.COUNT];
        missing = new Missing[size];
    }

    FactVector vector() {
        return vector;
    }

    /** What the enterprise has, null while it is not known. */
    @Nullable
    String actual(int slot) {
        if (!told[slot]) {
            told[slot] = true;
            actual[slot] = tell(slot);
        }
        return actual[slot];
    }

    /** With the name of the fact before it. */
    String start(int slot) {
        String known = start[slot];
        if (known == null) {
            String has = actual(slot);
            known = fact(slot).label() + (has == null ? "" : " " + has);
            start[slot] = known;
        }
        return known;
    }

    /** With what says that figures of a distance follow, such as 职工总数 12 人，还差 and a blank. */
    String before(int slot, Distance figures) {
        int at = slot * Distance.COUNT + figures.ordinal();
        String known = distance[at];
        if (known == null) {
            known = start(slot) + figures.words();
            distance[at] = known;
        }
        return known;
    }

    /** The facts that the enterprise could fill in to make this one known. */
    Missing missing(int slot) {
        Missing known = missing[slot];
        if (known == null) {
            known = refs.of(slot, vector);
            missing[slot] = known;
        }
        return known;
    }

    /** Whether it is known by one fact alone, so that nothing else is missing while it is not known. */
    boolean askedAlone(int slot) {
        return refs.alone(slot);
    }

    private @Nullable String tell(int slot) {
        FactDefinition fact = fact(slot);
        if (!fact.kind().numeric()) {
            return text(fact, vector.text[slot]);
        }
        double low = vector.low[slot];
        double high = vector.high[slot];
        if (low == high) {
            return ValueWords.number(fact, low);
        }
        if (low <= 0 && high < Double.POSITIVE_INFINITY) {
            return "不高于 " + ValueWords.number(fact, high);
        }
        if (low > 0 && high == Double.POSITIVE_INFINITY) {
            return "不低于 " + ValueWords.number(fact, low);
        }
        return null;
    }

    private @Nullable String text(FactDefinition fact, @Nullable Object stored) {
        return switch (stored) {
            case String single -> {
                Object given = fact.derived() ? null : vector.given(fact.name());
                yield ValueWords.item(
                        fact, given instanceof String original && fact.kind() != FactKind.TEXT ? original : single);
            }
            case String[] several when fact.kind() == FactKind.MULTI_CHOICE -> held(fact, several);
            case String[] possible -> String.join("或", Arrays.asList(possible));
            case null, default -> null;
        };
    }

    private String held(FactDefinition fact, String[] normal) {
        if (normal.length == 0) {
            return "无";
        }
        List<?> given = vector.given(fact.name()) instanceof List<?> list ? list : List.of();
        return given.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    private FactDefinition fact(int slot) {
        return vector.dictionary().facts().get(slot);
    }
}
