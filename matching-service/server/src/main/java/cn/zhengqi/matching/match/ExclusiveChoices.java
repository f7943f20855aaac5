package cn.zhengqi.matching.match;

import cn.zhengqi.matching.benefit.BenefitSums;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which policies exclude each other, and which of them is proposed where an enterprise qualifies for several: the one of the
 * highest benefit where benefits can be compared, by their words or by what they come to for this enterprise, else the one that fits better. Where neither tells them apart
 * it is left to the enterprise: how much of the data is known, or whether we have checked the text, is no reason to give anything up. Sums and calendar go by one of them all the same.
 */
final class ExclusiveChoices {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    /** Of these more is better; of a rate that is charged less is. */
    private static final Pattern GIVEN = Pattern.compile("加计扣除|奖励|补助|补贴|资助");

    /** Of more all combinations are too many: the best are taken in turn. */
    private static final int MOST_COMBINED = 12;

    /** The order by which one is taken; only the first of these three is a reason that concerns the enterprise. */
    private static final Comparator<PolicyMatch> BY_FIT = Comparator.comparingInt(PolicyMatch::degree)
            .thenComparingInt(PolicyMatch::completeness)
            .thenComparing(PolicyMatch::verified);

    private final Exclusions excluded;
    private final BenefitSums enterprise;
    private final Map<String, PolicyMatch> matches = new LinkedHashMap<>();
    private final Set<String> lowering = new HashSet<>();
    private final Map<String, ExclusiveChoice> choices = new HashMap<>();

    /**
     * @param enterprise by whose figures benefits come to a sum
     * @param matches in the order in which the enterprise sees them
     */
    ExclusiveChoices(Exclusions excluded, BenefitSums enterprise, List<PolicyMatch> matches) {
        this.excluded = excluded;
        this.enterprise = enterprise;
        for (PolicyMatch match : matches) {
            if (excluded.concern(match.code())) {
                this.matches.put(match.code(), match);
                if (excluded.rate(match.code()) != null) {
                    lowering.add(match.code());
                }
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
                        other.beginsOn(),
                        other.group(),
                        clause.text(),
                        clause.place(),
                        clause.certain()));
            }
        });
        ExclusiveChoice choice = choices.get(match.code());
        return others.isEmpty() && choice == null ? match : match.with(others, choice);
    }

    private boolean isOpen(String code) {
        PolicyMatch match = matches.get(code);
        return match != null && match.current();
    }

    /** All that hang together by exclusions or by the one rate that they lower, through those that the enterprise qualifies for. */
    private List<String> group(String start) {
        Set<String> group = new LinkedHashSet<>(List.of(start));
        Deque<String> open = new ArrayDeque<>(group);
        boolean rate = false;
        while (!open.isEmpty()) {
            String code = open.remove();
            Collection<String> near = new ArrayList<>(excluded.of(code).keySet());
            if (lowering.contains(code) && !rate) {
                rate = true;
                near.addAll(ofTheRate());
            }
            for (String next : near) {
                if (isOpen(next) && group.add(next)) {
                    open.add(next);
                }
            }
        }
        return List.copyOf(group);
    }

    /** In the order in which the enterprise sees them. */
    private List<String> ofTheRate() {
        return matches.keySet().stream().filter(lowering::contains).toList();
    }

    /**
     * Of a group without those of which it is plain that they bring nothing: of the policies that lower the rate and exclude nothing else only the one that lowers it most can count,
     * so that no combination has to be tried with the others.
     */
    private List<String> withoutLesserRates(List<String> group) {
        String lowest = null;
        List<String> rest = new ArrayList<>();
        for (String code : group) {
            if (!lowering.contains(code) || !excluded.of(code).isEmpty()) {
                rest.add(code);
            } else if (lowest == null || lower(excluded, match(code), match(lowest))) {
                lowest = code;
            }
        }
        if (lowest != null) {
            rest.add(lowest);
        }
        return rest;
    }

    /** Whether one brings a lower rate than the other, or the same and fits better. */
    private static boolean lower(Exclusions excluded, PolicyMatch one, PolicyMatch other) {
        int order = Objects.requireNonNull(excluded.rate(other.code()))
                .compareTo(Objects.requireNonNull(excluded.rate(one.code())));
        return order == 0 ? BY_FIT.compare(one, other) > 0 : order > 0;
    }

    /**
     * Proposes one of policies that all lower the rate and exclude nothing.
     *
     * @param matches in which those that come to a choice are replaced
     * @param open where those stand that the enterprise qualifies for, more than one
     */
    static void lowestRate(Exclusions excluded, List<PolicyMatch> matches, List<Integer> open) {
        int lowest = open.getFirst();
        for (int place : open) {
            if (lower(excluded, matches.get(place), matches.get(lowest))) {
                lowest = place;
            }
        }
        PolicyMatch better = matches.get(lowest);
        String name = named(better);
        List<String> insteadOf = new ArrayList<>(open.size() - 1);
        String reason = "";
        for (int place : open) {
            if (place != lowest) {
                PolicyMatch other = matches.get(place);
                String told = ofOneRateNamed(name, named(other));
                reason = insteadOf.isEmpty() ? told : reason;
                insteadOf.add(other.code());
                matches.set(place, other.with(List.of(), new ExclusiveChoice(false, List.of(), better.code(), told)));
            }
        }
        matches.set(lowest, better.with(List.of(), new ExclusiveChoice(true, insteadOf, null, reason)));
    }

    /**
     * What the benefits of a group are worth: by their words, or by what they come to.
     *
     * @param values of each that can be compared with the others; empty where none can
     * @param sums by which they are compared; empty where it is by their words
     */
    private record Worth(Map<String, BigDecimal> values, Map<String, BenefitSums.Sum> sums) {

        static Worth of(Map<String, BenefitSums.Sum> sums) {
            Map<String, BigDecimal> middles = new HashMap<>();
            sums.forEach((code, sum) -> middles.put(code, sum.middle()));
            return new Worth(middles, sums);
        }

        boolean knows(String code) {
            return values.containsKey(code);
        }

        BigDecimal value(String code) {
            return Objects.requireNonNull(values.get(code));
        }

        /** Of two sums with the same middle the surer one is the one that comes to more at least. */
        BigDecimal least(String code) {
            BenefitSums.Sum sum = sums.get(code);
            return sum == null ? BigDecimal.ZERO : sum.low();
        }
    }

    /** Words that say the same but for one number are compared by it, whatever it comes to; others by what they come to. */
    private Worth worth(List<String> group) {
        Map<String, BigDecimal> words = comparableBenefits(group);
        if (words != null) {
            return new Worth(words, Map.of());
        }
        Map<String, BenefitSums.Sum> sums = new HashMap<>();
        for (String code : group) {
            enterprise.sum(match(code).benefit()).ifPresent(sum -> sums.put(code, sum));
        }
        return sums.size() < 2 ? new Worth(Map.of(), Map.of()) : Worth.of(sums);
    }

    /** Together the most where all benefits can be compared; else the best first, and each that is not excluded by a better one. */
    private void choose(List<String> group) {
        List<String> considered = withoutLesserRates(group);
        Worth worth = worth(considered);
        Comparator<String> best = Comparator.comparing(this::match, BY_FIT);
        List<String> ordered = new ArrayList<>(considered);
        List<String> order = List.copyOf(matches.keySet());
        ordered.sort(best.reversed().thenComparing(order::indexOf));
        List<String> byWorth = ordered.stream()
                .filter(worth::knows)
                .sorted(Comparator.comparing(worth::value)
                        .thenComparing(worth::least)
                        .reversed())
                .toList();
        // Those that can be compared change places among themselves: how the others stand to them is not known.
        Iterator<String> next = byWorth.iterator();
        ordered.replaceAll(code -> worth.knows(code) ? next.next() : code);

        List<String> proposed = byWorth.size() < ordered.size() || ordered.size() > MOST_COMBINED
                ? inTurn(ordered)
                : mostTogether(ordered, worth);
        Map<String, ExclusiveChoice> givenUp = new LinkedHashMap<>();
        for (String code : group) {
            if (!proposed.contains(code)) {
                List<ExclusiveChoice> ways = Stream.concat(
                                proposed.stream().filter(excluded.of(code).keySet()::contains),
                                // Of those that lower one rate one counts, whether or not documents say so.
                                proposed.stream().filter(better -> ofOneRate(better, code)))
                        .map(better -> reason(better, code, proposed, worth).against(better))
                        .toList();
                ways.stream()
                        .filter(ExclusiveChoice::advised)
                        .findFirst()
                        .or(() -> ways.stream().findFirst())
                        .ifPresent(way -> givenUp.put(code, way));
            }
        }
        choices.putAll(givenUp);
        for (String code : proposed) {
            choices.put(code, inPlaceOf(code, givenUp));
        }
    }

    /** What is said at a policy that is taken of those that give way to it. */
    private ExclusiveChoice inPlaceOf(String code, Map<String, ExclusiveChoice> givenUp) {
        Map<String, ExclusiveChoice> others = new LinkedHashMap<>();
        givenUp.forEach((other, choice) -> {
            if (code.equals(choice.inFavourOf())) {
                others.put(other, choice);
            }
        });
        List<String> insteadOf = List.copyOf(others.keySet());
        if (insteadOf.isEmpty()) {
            return new ExclusiveChoice(true, insteadOf, null, "与其他建议享受的政策不冲突");
        }
        Optional<String> advised = others.values().stream()
                .filter(ExclusiveChoice::advised)
                .map(ExclusiveChoice::reason)
                .findFirst();
        if (advised.isEmpty()) {
            return new ExclusiveChoice(
                    true, insteadOf, null, others.values().iterator().next().reason(), true);
        }
        String besides = others.entrySet().stream()
                .filter(other -> !other.getValue().advised())
                .map(other -> "；与" + named(other.getKey()) + "只能选其一，"
                        + other.getValue().reason())
                .collect(Collectors.joining());
        return new ExclusiveChoice(true, insteadOf, null, advised.get() + besides);
    }

    private List<String> inTurn(List<String> ordered) {
        List<String> proposed = new ArrayList<>();
        for (String code : ordered) {
            if (goesWith(code, proposed) && (!lowering.contains(code) || Collections.disjoint(lowering, proposed))) {
                proposed.add(code);
            }
        }
        return proposed;
    }

    private boolean goesWith(String code, List<String> others) {
        return Collections.disjoint(excluded.of(code).keySet(), others);
    }

    /** Of all that go together those of the greatest sum; of equal sums the most that bring something, then those that come first. */
    private List<String> mostTogether(List<String> ordered, Worth worth) {
        List<String> most = List.of();
        BigDecimal sumOfMost = BigDecimal.ZERO;
        for (int set = (1 << ordered.size()) - 1; set > 0; set--) {
            List<String> some = new ArrayList<>();
            boolean together = true;
            for (int i = 0; i < ordered.size() && together; i++) {
                // The best has the highest bit, so that of equals the set of better ones is met first.
                if ((set & (1 << (ordered.size() - 1 - i))) != 0) {
                    String code = ordered.get(i);
                    together = goesWith(code, some);
                    some.add(code);
                }
            }
            if (!together) {
                continue;
            }
            // What brings nothing beside the others is not proposed with them.
            List<String> bringing = counting(some, worth);
            BigDecimal sum = sum(bringing, worth);
            int order = sum.compareTo(sumOfMost);
            if (order > 0 || (order == 0 && bringing.size() > most.size())) {
                most = bringing;
                sumOfMost = sum;
            }
        }
        return most;
    }

    private BigDecimal sum(List<String> together, Worth worth) {
        return counting(together, worth).stream().map(worth::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** One income is taxed at one rate: of those that lower it the greatest counts, and nothing besides for the others. */
    private List<String> counting(List<String> together, Worth worth) {
        List<String> ofOneRate = together.stream()
                .filter(lowering::contains)
                .sorted(Comparator.comparing(worth::value).reversed())
                .toList();
        return together.stream()
                .filter(code -> !lowering.contains(code) || code.equals(ofOneRate.getFirst()))
                .toList();
    }

    private boolean ofOneRate(String one, String other) {
        return lowering.contains(one) && lowering.contains(other);
    }

    private String ofOneRateInWords(String better, String other) {
        return ofOneRateNamed(named(better), named(other));
    }

    private static String ofOneRateNamed(String better, String other) {
        return better + "与" + other + "都降低企业所得税税率，只按较高的一项计，不相加";
    }

    /**
     * Why one is taken and not the other.
     *
     * @param leftOpen whether that is no reason to give the other one up
     */
    private record Reason(String words, boolean leftOpen) {

        static Reason deciding(String words) {
            return new Reason(words, false);
        }

        /** @param why no benefit decides */
        static Reason open(String why) {
            return new Reason(why + "，请按实际情况选择", true);
        }

        ExclusiveChoice against(String better) {
            return new ExclusiveChoice(false, List.of(), better, words, leftOpen ? true : null);
        }
    }

    private Reason reason(String better, String other, List<String> proposed, Worth worth) {
        if (ofOneRate(better, other) && !excluded.of(other).containsKey(better)) {
            return Reason.deciding(ofOneRateInWords(better, other));
        }
        PolicyMatch one = match(better);
        PolicyMatch two = match(other);
        boolean compared = worth.knows(better) && worth.knows(other);
        if (compared) {
            int order = Comparator.comparing(worth::value)
                    .thenComparing(worth::least)
                    .compare(better, other);
            if (order > 0) {
                return Reason.deciding(
                        worth.sums().isEmpty()
                                ? named(better) + "的优惠更高：" + one.benefit() + "，" + named(other) + "为" + two.benefit()
                                : higher(better, other, worth.sums()));
            }
            Optional<String> sameRate = proposed.stream()
                    .filter(code -> ofOneRate(code, other)
                            && worth.knows(code)
                            && worth.value(code).compareTo(worth.value(other)) >= 0)
                    .findFirst();
            if (order < 0 && sameRate.isPresent()) {
                return Reason.deciding(ofOneRateInWords(sameRate.get(), other));
            }
            List<String> excluding = proposed.stream()
                    .filter(excluded.of(other).keySet()::contains)
                    .toList();
            boolean known = excluding.stream().allMatch(worth::knows);
            List<String> together = known ? counting(excluding, worth) : excluding;
            if (order < 0 && known && sum(excluding, worth).compareTo(worth.value(other)) < 0) {
                return Reason.deciding("连同其他建议享受的政策合计更高，同一税率的优惠只按较高的一项计");
            }
            if (together.size() > 1 && known) {
                return Reason.deciding(together.stream().map(this::named).collect(Collectors.joining()) + "可同时享受，合计"
                        + (worth.sums().isEmpty()
                                ? "不低于" + named(other) + "："
                                        + together.stream()
                                                .map(code -> match(code).benefit())
                                                .collect(Collectors.joining("、"))
                                        + "，" + named(other) + "为" + two.benefit()
                                : "预计 " + inWords(together, worth.sums()) + "，按中间值不低于" + named(other) + "的 "
                                        + inWords(List.of(other), worth.sums())));
            }
        }
        if (one.degree() > two.degree()) {
            return Reason.deciding(
                    named(better) + "的匹配度更高：" + one.degree() + "%，" + named(other) + "为 " + two.degree() + "%");
        }
        return Reason.open(compared && worth.value(better).compareTo(worth.value(other)) == 0 ? "优惠相同" : "优惠无法直接比较");
    }

    /** Where one surely comes to more, that; where both may, by which figure it was decided. */
    private String higher(String better, String other, Map<String, BenefitSums.Sum> sums) {
        BenefitSums.Sum one = Objects.requireNonNull(sums.get(better));
        BenefitSums.Sum two = Objects.requireNonNull(sums.get(other));
        if (one.low().compareTo(two.high()) > 0) {
            return named(better) + "预计 " + one.inWords() + "，高于" + named(other) + "的 " + two.inWords();
        }
        return named(better) + "预计 " + one.inWords() + "，" + named(other) + "预计 " + two.inWords() + "，两者有重叠；"
                + (one.middle().compareTo(two.middle()) > 0 ? "前者的中间值更高" : "中间值相同，前者至少可得的更多");
    }

    private static String inWords(List<String> codes, Map<String, BenefitSums.Sum> sums) {
        return codes.stream()
                .map(code -> Objects.requireNonNull(sums.get(code)))
                .reduce(BenefitSums.Sum::and)
                .orElseThrow()
                .inWords();
    }

    private String named(String code) {
        return named(match(code));
    }

    private static String named(PolicyMatch match) {
        String title = match.title();
        return title.startsWith("《") && title.endsWith("》") ? title : "《" + title + "》";
    }

    private PolicyMatch match(String code) {
        PolicyMatch match = matches.get(code);
        if (match == null) {
            throw new IllegalStateException("No match for " + code);
        }
        return match;
    }

    /** Benefits can be compared by their words where they are said in the same words with one number; null where they cannot. */
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
