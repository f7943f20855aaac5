package cn.zhengqi.matching.match;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which policies exclude each other, and which of them is proposed where an enterprise qualifies for several: the one of the
 * highest benefit where benefits can be compared, else the one that fits best.
 */
final class ExclusiveChoices {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    /** Of these more is better; of a rate that is charged less is. */
    private static final Pattern GIVEN = Pattern.compile("加计扣除|奖励|补助|补贴|资助");

    private final Exclusions excluded;
    private final Map<String, PolicyMatch> matches = new LinkedHashMap<>();
    private final Map<String, ExclusiveChoice> choices = new HashMap<>();

    /** @param matches in the order in which the enterprise sees them */
    ExclusiveChoices(Exclusions excluded, List<PolicyMatch> matches) {
        this.excluded = excluded;
        for (PolicyMatch match : matches) {
            if (excluded.concern(match.code())) {
                this.matches.put(match.code(), match);
            }
        }
        Set<String> seen = new LinkedHashSet<>();
        this.matches.keySet().forEach(code -> {
            if (isOpen(code) && seen.add(code)) {
                List<String> group = group(code);
                seen.addAll(group);
                if (group.size() > 1) {
                    choose(group);
                }
            }
        });
    }

    /** The match with what it excludes and what is proposed. */
    PolicyMatch tell(PolicyMatch match) {
        if (!excluded.concern(match.code())) {
            return match;
        }
        List<ExcludedPolicy> others = new ArrayList<>();
        excluded.of(match.code()).forEach((code, clause) -> {
            PolicyMatch other = matches.get(code);
            if (other != null) {
                others.add(new ExcludedPolicy(
                        other.policyId(),
                        code,
                        other.title(),
                        other.outcome(),
                        clause.text(),
                        clause.place(),
                        clause.certain()));
            }
        });
        return others.isEmpty() ? match : match.with(others, choices.get(match.code()));
    }

    private boolean isOpen(String code) {
        PolicyMatch match = matches.get(code);
        return match != null && match.current();
    }

    /** All that hang together by exclusions, through those that the enterprise qualifies for. */
    private List<String> group(String start) {
        Set<String> group = new LinkedHashSet<>(List.of(start));
        Deque<String> open = new ArrayDeque<>(group);
        while (!open.isEmpty()) {
            for (String next : excluded.of(open.remove()).keySet()) {
                if (isOpen(next) && group.add(next)) {
                    open.add(next);
                }
            }
        }
        return List.copyOf(group);
    }

    /** The best first; each that is not excluded by a better one is proposed too. */
    private void choose(List<String> group) {
        Map<String, BigDecimal> benefits = comparableBenefits(group);
        Comparator<String> best = Comparator.comparing(
                        (String code) -> match(code).degree())
                .thenComparing(code -> match(code).completeness())
                .thenComparing(code -> match(code).verified());
        if (benefits != null) {
            best = Comparator.<String, BigDecimal>comparing(benefits::get).thenComparing(best);
        }
        List<String> ordered = new ArrayList<>(group);
        List<String> order = List.copyOf(matches.keySet());
        ordered.sort(best.reversed().thenComparing(order::indexOf));

        Map<String, String> inFavourOf = new LinkedHashMap<>();
        List<String> proposed = new ArrayList<>();
        for (String code : ordered) {
            Set<String> others = excluded.of(code).keySet();
            proposed.stream()
                    .filter(others::contains)
                    .findFirst()
                    .ifPresentOrElse(better -> inFavourOf.put(code, better), () -> proposed.add(code));
        }
        inFavourOf.forEach((code, better) ->
                choices.put(code, new ExclusiveChoice(false, List.of(), better, reason(better, code, benefits))));
        for (String code : proposed) {
            List<String> insteadOf = group.stream()
                    .filter(other -> code.equals(inFavourOf.get(other)))
                    .toList();
            String reason = insteadOf.isEmpty() ? "与其他建议享受的政策不冲突" : reason(code, insteadOf.getFirst(), benefits);
            choices.put(code, new ExclusiveChoice(true, insteadOf, null, reason));
        }
    }

    private String reason(String better, String other, @Nullable Map<String, BigDecimal> benefits) {
        PolicyMatch one = match(better);
        PolicyMatch two = match(other);
        if (benefits != null && !Objects.equals(benefits.get(better), benefits.get(other))) {
            return better + " 的优惠更高：" + one.benefit() + "，" + other + " 为" + two.benefit();
        }
        if (one.degree() != two.degree()) {
            return better + " 的匹配度更高：" + one.degree() + "%，" + other + " 为 " + two.degree() + "%";
        }
        String same = "优惠无法直接比较，匹配度相同；";
        if (one.completeness() != two.completeness()) {
            return same + better + " 的数据更完整";
        }
        return one.verified() != two.verified() ? same + better + " 的条款已核实" : same + better + " 在匹配结果中排在前面，请按实际情况选择";
    }

    private PolicyMatch match(String code) {
        PolicyMatch match = matches.get(code);
        if (match == null) {
            throw new IllegalStateException("No match for " + code);
        }
        return match;
    }

    /** Benefits can be compared where they are said in the same words with one number; null where they cannot. */
    private @Nullable Map<String, BigDecimal> comparableBenefits(List<String> group) {
        Map<String, BigDecimal> benefits = new HashMap<>();
        Set<String> words = new LinkedHashSet<>();
        for (String code : group) {
            String benefit = match(code).benefit();
            if (benefit == null || !GIVEN.matcher(benefit).find()) {
                return null;
            }
            List<String> numbers =
                    NUMBER.matcher(benefit).results().map(MatchResult::group).toList();
            words.add(NUMBER.matcher(benefit).replaceAll("#"));
            if (numbers.size() != 1 || words.size() > 1) {
                return null;
            }
            benefits.put(code, new BigDecimal(numbers.getFirst()).stripTrailingZeros());
        }
        return benefits;
    }
}
