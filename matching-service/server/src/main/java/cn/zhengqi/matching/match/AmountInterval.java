package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The limit of a loan while it is being reckoned: each thing that is published makes the interval smaller or wider. */
public final class AmountInterval {

    /** Null while there is no limit. */
    private @Nullable BigDecimal low;

    private @Nullable BigDecimal high;
    private boolean certain;

    /** Of the allowed balances that are used up, the smallest. */
    private @Nullable BigDecimal usedUp;

    private final List<String> basis = new ArrayList<>();
    private final Set<FactRef> missing = new LinkedHashSet<>();

    AmountInterval(@Nullable BigDecimal most, boolean certain) {
        low = most;
        high = most;
        this.certain = certain;
        say(most == null ? "产品没有公布最高额度" : "产品公布的最高额度 " + wan(most));
    }

    void say(String line) {
        basis.add(line);
    }

    /** A limit that holds. */
    void atMost(BigDecimal most, Clause clause) {
        low = lesser(low, most);
        high = lesser(high, most);
        say(clause, "适用，按最高 " + wan(most) + " 计");
    }

    /** A limit of which it is not known whether it holds. */
    void perhapsAtMost(BigDecimal most, Clause clause, List<FactRef> decidedBy, Criterion when) {
        low = lesser(low, most);
        missing.addAll(decidedBy);
        if (when instanceof Unverified unverified) {
            say(clause, unverified.reason());
        } else {
            say(clause, "是否适用取决于" + labels(decidedBy) + "，尚未填写");
        }
    }

    /** What is left of an allowed balance. */
    void room(BigDecimal allowed, BigDecimal used, Clause clause) {
        BigDecimal left = allowed.subtract(used).max(BigDecimal.ZERO);
        low = lesser(low, left);
        high = lesser(high, left);
        if (left.signum() == 0) {
            usedUp = lesser(usedUp, allowed);
        }
        say(clause, "现有余额 " + wan(used) + "，余下 " + wan(left));
    }

    void roomUnknown(BigDecimal allowed, Clause clause, List<FactRef> decidedBy) {
        low = BigDecimal.ZERO;
        high = lesser(high, allowed);
        missing.addAll(decidedBy);
        say(clause, labels(decidedBy) + "尚未填写，余下 0～" + wan(allowed));
    }

    /** Less than that is not granted, though perhaps more. */
    void least(BigDecimal least, Clause clause) {
        low = lesser(low, least);
        say(clause, "下限按 " + wan(least) + " 计");
    }

    AmountEstimate told(@Nullable Clause considered, List<AmountEstimate.Considered> considers, String balanceLabel) {
        if (usedUp != null) {
            // Whatever else was reckoned leads to nothing: only what would change that is told.
            return new AmountEstimate(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    certain,
                    List.of(balanceLabel + "降到 " + wan(usedUp) + "以下后，可再估算"),
                    List.of(),
                    List.of());
        }
        if (considered != null) {
            say(considered, "由银行核定，计算方法没有公布");
        } else if (basis.size() == 1 && high != null) {
            say("产品没有公布额度的计算方法，按公布的最高额度估算");
        }
        // Without a limit the least of it says nothing.
        return new AmountEstimate(
                high == null ? null : low, high, certain, List.copyOf(basis), List.copyOf(missing), considers);
    }

    public static String wan(BigDecimal amount) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount) + " 万元";
    }

    private void say(Clause clause, String what) {
        certain &= clause.certain();
        say(clause.text() + "：" + what + (clause.certain() ? "" : "（待核实）"));
    }

    private static String labels(List<FactRef> facts) {
        return facts.stream().map(FactRef::label).collect(Collectors.joining("、"));
    }

    private static BigDecimal lesser(@Nullable BigDecimal limit, BigDecimal other) {
        return limit == null ? other : limit.min(other);
    }
}
