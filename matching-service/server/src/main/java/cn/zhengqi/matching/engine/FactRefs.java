package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** References to the facts of a dictionary, each made once. */
final class FactRefs {

    private final FactDictionary facts;
    private final FactRef[] refs;

    /** What has to be filled in for a fact that is known by one alone, itself or another; null for one that is known by several. */
    private final @Nullable Missing[] alone;

    FactRefs(FactDictionary facts) {
        this.facts = facts;
        int size = facts.facts().size();
        refs = new FactRef[size];
        alone = new Missing[size];
        for (int slot = 0; slot < size; slot++) {
            FactDefinition fact = facts.facts().get(slot);
            refs[slot] = new FactRef(fact.name(), fact.label());
        }
        for (int slot = 0; slot < size; slot++) {
            Set<String> basis = facts.basis(facts.facts().get(slot).name());
            if (basis.size() == 1) {
                alone[slot] = of(basis);
            }
        }
    }

    Missing of(int slot, FactVector vector) {
        Missing itself = alone[slot];
        return itself != null
                ? itself
                : of(vector.missing(facts.facts().get(slot).name()));
    }

    /** Whether a fact is known by one alone. */
    boolean alone(int slot) {
        return alone[slot] != null;
    }

    private Missing of(Collection<String> names) {
        int[] slots = new int[names.size()];
        int count = 0;
        for (String name : names) {
            slots[count++] = facts.slot(name);
        }
        return new Missing(slots, told(slots, count));
    }

    private List<FactRef> told(int[] slots, int count) {
        FactRef[] told = new FactRef[count];
        for (int i = 0; i < count; i++) {
            told[i] = refs[slots[i]];
        }
        return Arrays.asList(told);
    }

    Gathering gathering() {
        return new Gathering();
    }

    /** Facts to fill in, each once. */
    record Missing(int[] slots, List<FactRef> refs) {}

    /** Puts facts to fill in together, each once, in the order in which they are met. For one thread, and for one enterprise: what comes out again and again is one list. */
    final class Gathering {

        private static final int RECENT = 64;

        private final int[] slots = new int[refs.length];
        private final boolean[] held = new boolean[refs.length];
        private final @Nullable Missing[] recent = new Missing[RECENT];
        private int count;
        private int hash;

        void add(Missing more) {
            for (int slot : more.slots) {
                if (!held[slot]) {
                    held[slot] = true;
                    slots[count++] = slot;
                    hash = 31 * hash + slot;
                }
            }
        }

        /** What there is, and begins anew. */
        List<FactRef> end() {
            List<FactRef> told = count == 0 ? List.of() : told();
            for (int i = 0; i < count; i++) {
                held[slots[i]] = false;
            }
            count = 0;
            hash = 0;
            return told;
        }

        private List<FactRef> told() {
            Missing itself = count == 1 ? alone[slots[0]] : null;
            if (itself != null) {
                return itself.refs;
            }
            int at = (hash ^ hash >>> 6) & (RECENT - 1);
            Missing known = recent[at];
            if (known == null || !Arrays.equals(known.slots, 0, known.slots.length, slots, 0, count)) {
                known = new Missing(Arrays.copyOf(slots, count), FactRefs.this.told(slots, count));
                recent[at] = known;
            }
            return known.refs;
        }
    }
}
