package cn.zhengqi.user.reference;

import cn.zhengqi.finance.api.InternalPurposeUses;
import cn.zhengqi.finance.api.InternalPurposeUses.Names;
import cn.zhengqi.finance.api.InternalPurposeUses.Uses;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InternalDictionary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How often other services use what stands under 基础数据: finance-service keeps the purposes of loans, by name. It is asked outside of any transaction. While it does not
 * answer, nobody knows how often a purpose is used, and none is deleted.
 */
@Component
class UsesElsewhere {

    private static final Logger LOG = LoggerFactory.getLogger(UsesElsewhere.class);

    private static final String PURPOSES = InternalDictionary.LOAN_PURPOSE + ".";

    private final ReferenceStore store;
    private final InternalPurposeUses finance;

    UsesElsewhere(ReferenceStore store, InternalPurposeUses finance) {
        this.store = store;
        this.finance = finance;
    }

    /** @return the same items, with what others use of them counted in */
    Page<ReferenceItem> in(Page<ReferenceItem> page) {
        if (page.items().stream().noneMatch(UsesElsewhere::isPurpose)) {
            return page;
        }
        return new Page<>(page.items().stream().map(counting()).toList(), page.total(), page.page(), page.size());
    }

    ReferenceItem in(ReferenceItem item) {
        return isPurpose(item) ? counting().apply(item) : item;
    }

    /** Asks at once, and counts in then what others use of an item. */
    UnaryOperator<ReferenceItem> counting() {
        Counted counted = counted();
        return item -> isPurpose(item) ? item.usedElsewhere(counted.of(item.code())) : item;
    }

    /** @return null: who knows does not answer */
    @Nullable
    Long of(ReferenceKind kind, String code) {
        return isPurpose(kind, code) ? counted().of(code) : Long.valueOf(0);
    }

    private Counted counted() {
        Map<String, Set<String>> names = store.namesBelow(InternalDictionary.LOAN_PURPOSE);
        List<String> all =
                names.values().stream().flatMap(Set::stream).distinct().toList();
        try {
            return new Counted(names, finance.uses(new Names(all)));
        } catch (ProblemException silent) {
            LOG.warn("Nobody says how often purposes of loans are used: {}", silent.toString());
            return new Counted(names, null);
        }
    }

    private static boolean isPurpose(ReferenceItem item) {
        return isPurpose(item.kind(), item.code());
    }

    private static boolean isPurpose(ReferenceKind kind, String code) {
        return kind == ReferenceKind.DICTIONARY && code.startsWith(PURPOSES);
    }

    /**
     * @param names of each code, former ones too
     * @param uses null: nobody says
     */
    private record Counted(
            Map<String, Set<String>> names, @Nullable Uses uses) {

        @Nullable
        Long of(String code) {
            if (uses == null) {
                return null;
            }
            long named = names.getOrDefault(code, Set.of()).stream()
                    .mapToLong(name -> uses.byName().getOrDefault(name, 0L))
                    .sum();
            return code.equals(InternalDictionary.OTHER_PURPOSE) ? named + uses.inOtherWords() : named;
        }
    }
}
