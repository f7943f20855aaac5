package cn.zhengqi.matching.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A comparison of a text fact, evaluated once per enterprise however many rules share it. */
sealed interface TextPredicate {

    /** The truth code for what is stored in the fact's slot. */
    byte test(@Nullable Object stored);

    /** The choice is one of these. */
    record OneOf(Set<String> choices) implements TextPredicate {

        @Override
        public byte test(@Nullable Object stored) {
            return switch (stored) {
                case String choice -> choices.contains(choice) ? Truth.YES : Truth.NO;
                case String[] possible -> {
                    int hits = 0;
                    for (String choice : possible) {
                        hits += choices.contains(choice) ? 1 : 0;
                    }
                    yield hits == 0 ? Truth.NO : hits == possible.length ? Truth.YES : Truth.OPEN;
                }
                case null, default -> Truth.OPEN;
            };
        }
    }

    /** The list holds one of these. */
    record HoldsAny(Set<String> items) implements TextPredicate {

        @Override
        public byte test(@Nullable Object stored) {
            if (stored instanceof String[] held) {
                for (String item : held) {
                    if (items.contains(item)) {
                        return Truth.YES;
                    }
                }
                return Truth.NO;
            }
            return Truth.OPEN;
        }
    }

    /** The code begins with one of these; a code that is only the beginning of one of them leaves it open. */
    record BeginsWithAny(List<String> prefixes) implements TextPredicate {

        @Override
        public byte test(@Nullable Object stored) {
            if (!(stored instanceof String code)) {
                return Truth.OPEN;
            }
            byte truth = Truth.NO;
            for (String prefix : prefixes) {
                if (code.startsWith(prefix)) {
                    return Truth.YES;
                }
                if (prefix.startsWith(code)) {
                    truth = Truth.OPEN;
                }
            }
            return truth;
        }
    }
}
