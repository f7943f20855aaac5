package cn.zhengqi.policy.reading;

import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.reading.Vocabulary.ChoiceRule;
import cn.zhengqi.policy.reading.Vocabulary.Phrase;
import cn.zhengqi.policy.reading.Vocabulary.StatementRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a sentence asks for without a number: statements, ratings, qualifications, industries, regions. */
final class WordReading {

    /** A sentence that says little more than a name asks for it. */
    private static final int SHORT = 24;

    private static final int LONGEST_QUOTED = 200;

    /** What may follow the name of a province: a place in it that the reference data does not know. */
    private static final Pattern SMALLER =
            Pattern.compile("(?!(?:所辖|管辖|行政|辖)区)[一-龥&&[^内的且并或及和注册登记设立从依纳经]]{1,8}?(?:市|区|县|旗|自治州)");

    private final FactDictionary facts;
    private final Vocabulary vocabulary;
    private final Vocabulary.Words words;
    private final Map<ChoiceRule, Pattern> patterns = new LinkedHashMap<>();
    private final Map<String, String> choiceOfName = new LinkedHashMap<>();
    private final Pattern regionName;
    private final Pattern regionsAsked;
    private final Pattern regionsNamed;

    WordReading(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        facts = vocabulary.facts();
        this.words = vocabulary.words();
        // Longest first, as they stand there.
        String anyRegion =
                vocabulary.regions().keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        regionName = Pattern.compile(anyRegion);
        String several = "(?:%1$s)(?:(?:[、，和或及与]|或者)?(?:%1$s))*".formatted(anyRegion);
        String asked = words.regionContext().replace("{0}", several);
        regionsAsked = Pattern.compile(asked);
        regionsNamed = Pattern.compile(asked + "|" + words.regionSubject().replace("{0}", several));
        for (ChoiceRule rule : words.choices()) {
            facts.get(rule.fact())
                    .choices()
                    .forEach(choice -> vocabulary.namesOf(choice).forEach(name -> choiceOfName.put(name, choice)));
            String names = facts.get(rule.fact()).choices().stream()
                    .filter(choice -> !choice.equals("其他"))
                    .flatMap(choice -> vocabulary.namesOf(choice).stream())
                    .sorted((one, other) -> other.length() - one.length())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            patterns.put(
                    rule,
                    Pattern.compile(
                            rule.pattern() == null ? names : rule.pattern().replace("{0}", names)));
        }
    }

    /** @param numbers what the numbers of the sentence have used up, and which of them are of nothing known */
    List<Finding> in(Sentence sentence, NumberReading.Read numbers) {
        List<Finding> all = new ArrayList<>(numbers.findings());
        // 高新技术企业达到300家 tells of a plan, however short it is.
        boolean plan = numbers.unread().stream().anyMatch(one -> one.measure() == Measure.OTHER);
        boolean asks = asks(sentence) && (!plan || says(sentence));
        if (asks) {
            choices(sentence, all);
        }
        ratings(sentence, all);
        statements(sentence, asks, all);
        if (asks) {
            industries(sentence, all);
        }
        regions(sentence, asks, all);
        return all.subList(numbers.findings().size(), all.size());
    }

    private void statements(Sentence sentence, boolean asks, List<Finding> all) {
        for (StatementRule rule : words.statements()) {
            FactDefinition fact = facts.get(rule.fact());
            if (all.stream().anyMatch(one -> one.fact().equals(fact))
                    || (rule.not() != null && rule.not().isIn(sentence.asking()))
                    || (rule.weak() && !asks)) {
                continue;
            }
            int[] where = where(rule.words(), sentence.asking());
            if (where != null && free(all, where[0], where[1])) {
                all.add(found(
                        where[0],
                        where[1],
                        fact,
                        rule.op(),
                        rule.value(),
                        isShort(sentence) || sentence.item() || (!rule.weak() && asks),
                        sentence));
            }
        }
    }

    private static int @Nullable [] where(List<Phrase> phrases, String text) {
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (Phrase phrase : phrases) {
            Matcher found = phrase.in(text);
            if (found == null) {
                return null;
            }
            from = Math.min(from, found.start());
            to = Math.max(to, found.end());
        }
        return new int[] {from, to};
    }

    private void choices(Sentence sentence, List<Finding> all) {
        patterns.forEach((rule, pattern) -> {
            List<String> named = new ArrayList<>();
            int from = -1;
            int to = 0;
            for (Matcher one = pattern.matcher(sentence.asking()); one.find(); ) {
                if (free(all, one.start(), one.end())) {
                    named.addAll(rule.pattern() == null ? List.of(choiceOfName.get(one.group())) : inside(rule, one));
                    from = from < 0 ? one.start() : from;
                    to = one.end();
                }
            }
            List<String> choices = named.stream().distinct().toList();
            if (!choices.isEmpty()) {
                boolean one = choices.size() == 1;
                all.add(found(
                        from,
                        to,
                        facts.get(rule.fact()),
                        one ? rule.op() : rule.several(),
                        one && rule.op() == Operator.CONTAINS
                                ? new Value.Text(choices.getFirst())
                                : new Value.Texts(choices),
                        isShort(sentence) || sentence.item(),
                        sentence));
            }
        });
    }

    private List<String> inside(ChoiceRule rule, Matcher all) {
        return facts.get(rule.fact()).choices().stream()
                .filter(choice -> all.group().contains(choice))
                .toList();
    }

    private void ratings(Sentence sentence, List<Finding> all) {
        if (!words.ratings().words().isIn(sentence.asking())) {
            return;
        }
        FactDefinition fact = facts.get(words.ratings().fact());
        List<String> letters = new ArrayList<>();
        int from = -1;
        int to = 0;
        for (Matcher one = words.ratings().choice().pattern().matcher(sentence.asking()); one.find(); ) {
            int worst = fact.choices().indexOf(one.group(1));
            // B级以上 names those above it too.
            letters.addAll(fact.choices().subList(one.group(2) == null ? worst : 0, worst + 1));
            from = from < 0 ? one.start() : from;
            to = one.end();
        }
        if (from >= 0) {
            all.add(found(
                    from,
                    to,
                    fact,
                    Operator.IN,
                    new Value.Texts(letters.stream().distinct().toList()),
                    true,
                    sentence));
        }
    }

    private void industries(Sentence sentence, List<Finding> all) {
        if (!words.industryContext().isIn(sentence.asking() + (isShort(sentence) ? "行业" : ""))) {
            return;
        }
        List<String> codes = new ArrayList<>();
        List<Finding> used = new ArrayList<>(all);
        FactDefinition fact = facts.get("industryCode");
        int from = sentence.asking().length();
        int to = 0;
        for (Map.Entry<String, List<String>> industry : vocabulary.industries().entrySet()) {
            int at = sentence.asking().indexOf(industry.getKey());
            int end = at + industry.getKey().length();
            if (at >= 0 && free(used, at, end)) {
                codes.addAll(industry.getValue());
                // A longer name uses up the shorter ones in it.
                used.add(found(at, end, fact, Operator.IN, new Value.Texts(industry.getValue()), true, sentence));
                from = Math.min(from, at);
                to = Math.max(to, end);
            }
        }
        if (!codes.isEmpty()) {
            boolean excluding = words.excluding().isIn(sentence.asking());
            all.add(found(
                    from,
                    to,
                    fact,
                    excluding ? Operator.NOT_IN : Operator.IN,
                    new Value.Texts(codes.stream().distinct().sorted().toList()),
                    excluding || isShort(sentence),
                    sentence));
        }
    }

    /** What announces others asks for a place by itself: 在示例区注册，并符合下列条件. */
    List<Finding> inHeading(Sentence sentence) {
        List<Finding> all = new ArrayList<>();
        if (words.registered().isIn(sentence.asking())) {
            regions(sentence, false, all);
        }
        return all;
    }

    private void regions(Sentence sentence, boolean asks, List<Finding> all) {
        Matcher where = (asks ? regionsNamed : regionsAsked).matcher(sentence.asking());
        while (where.find()) {
            if (free(all, where.start(), where.end())) {
                Finding region = found(
                        where.start(),
                        where.end(),
                        facts.get("regionCode"),
                        Operator.IN,
                        new Value.Texts(codes(where.group())),
                        true,
                        sentence);
                boolean goesOn = SMALLER.matcher(sentence.asking())
                        .region(where.end(), sentence.asking().length())
                        .lookingAt();
                all.add(goesOn ? region.doubted("地名还有下级，没有识别出来，请核对所在区划") : region);
                return;
            }
        }
    }

    /** Right after the name of a larger one a name says where in it (甲市乙区); any other is one more (乙区、丙区). */
    private List<String> codes(String words) {
        List<String> codes = new ArrayList<>();
        int end = -1;
        for (Matcher one = regionName.matcher(words); one.find(); end = one.end()) {
            String code = Objects.requireNonNull(vocabulary.regions().get(one.group()));
            if (one.start() == end && code.startsWith(codes.getLast())) {
                codes.removeLast();
            }
            codes.add(code);
        }
        return codes.stream().distinct().toList();
    }

    /** Whether a sentence asks for what it names: it is short, one of a list, or says so; and it does not tell what is granted. */
    private boolean asks(Sentence sentence) {
        return isShort(sentence) || (says(sentence) && !words.benefit().isIn(sentence.asking()));
    }

    private boolean says(Sentence sentence) {
        return sentence.item() || words.context().isIn(sentence.asking());
    }

    private static boolean isShort(Sentence sentence) {
        return sentence.text().length() <= SHORT;
    }

    private static boolean free(List<Finding> all, int from, int to) {
        return all.stream().noneMatch(one -> one.overlaps(from, to));
    }

    private static Finding found(
            int from, int to, FactDefinition fact, Operator op, Value value, boolean clear, Sentence sentence) {
        List<String> why = new ArrayList<>();
        String words = sentence.text().substring(from, Math.min(to, from + LONGEST_QUOTED));
        why.add("原文“" + words + "”对应指标“" + fact.label() + "”");
        if (!clear) {
            why.add("句中提到，是否作为条件请核对");
        }
        return new Finding(from, to, fact, op, value, clear, why, null);
    }
}
