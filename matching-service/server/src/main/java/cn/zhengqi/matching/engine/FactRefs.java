package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** References to the facts of a dictionary, each made once. */
final class FactRefs {

    private final FactDictionary facts;
    private final FactRef[] refs;

    /** What has to be filled in for a fact that is known by itself; null for one that is known by others. */
    private final @Nullable Missing[] alone;

    FactRefs(FactDictionary facts) {
        this.facts = facts;
        int size = facts.facts().size();
        refs = new FactRef[size];
        alone = new Missing[size];
        for (int slot = 0; slot < size; slot++) {
            FactDefinition fact = facts.facts().get(slot);
            refs[slot] = new FactRef(fact.name(), fact.label());
            if (!fact.derived() && fact.inputs().isEmpty()) {
                alone[slot] = new Missing(new int[] {slot}, List.of(refs[slot]));
            }
        }
    }

    Missing of(int slot, FactVector vector) {
        Missing itself = alone[slot];
        return itself != null
                ? itself
                : of(vector.missing(facts.facts().get(slot).name()));
    }

    /** Whether a fact is known by itself. */
    boolean alone(int slot) {
        return alone[slot] != null;
    }

    private Missing of(Collection<String> names) {
        int[] slots = new int[names.size()];
        int count = 0;
        for (String name : names) {
            slots[count++] = facts.slot(name);
        }
        return new Missing(slots, null);
    }

    private List<FactRef> refs(int[] slots) {
        FactRef[] told = new FactRef[slots.length];
        for (int i = 0; i < slots.length; i++) {
            told[i] = refs[slots[i]];
        }
        return List.of(told);
    }

    /** Facts to fill in, each once, in the order in which they were met. */
    final class Missing {

        private final int[] slots;
        private @Nullable List<FactRef> refs;

        /** @param refs null where they are made when somebody asks for them, for most are only added to others */
        Missing(int[] slots, @Nullable List<FactRef> refs) {
            this.slots = slots;
            this.refs = refs;
        }

        List<FactRef> refs() {
            List<FactRef> known = refs;
            if (known == null) {
                known = FactRefs.this.refs(slots);
                refs = known;
            }
            return known;
        }

        /** These, and the others after them. */
        Missing and(Missing others) {
            if (slots.length == 0) {
                return others;
            }
            int more = 0;
            for (int slot : others.slots) {
                more += holds(slot) ? 0 : 1;
            }
            if (more == 0) {
                return this;
            }
            int[] union = Arrays.copyOf(slots, slots.length + more);
            int count = slots.length;
            for (int slot : others.slots) {
                if (!holds(slot)) {
                    union[count++] = slot;
                }
            }
            return new Missing(union, null);
        }

        private boolean holds(int slot) {
            for (int one : slots) {
                if (one == slot) {
                    return true;
                }
            }
            return false;
        }
    }

    Missing none() {
        return new Missing(new int[0], List.of());
    }
}
