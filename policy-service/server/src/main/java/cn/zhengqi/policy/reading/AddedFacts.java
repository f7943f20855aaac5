package cn.zhengqi.policy.reading;

import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.policy.reading.Vocabulary.NumberRule;
import cn.zhengqi.policy.reading.Vocabulary.Phrase;
import cn.zhengqi.policy.reading.Vocabulary.StatementRule;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How documents name what somebody added to the dictionary: as it is called there. Of what ships the words are known better ({@code words.json}).
 *
 * <p>Of a yes or no it is looked for what it is about: 近两年受过行政处罚 is about 行政处罚, which a document asks for the other way round, as 未受到行政处罚; and one that
 * is itself called 无行政处罚 is then true.
 */
final class AddedFacts {

    private static final String NOT = "(?:未|无|没有|没|不得|不存在|不曾|从未)";
    private static final String OCCURS = "(?:曾|有|存在|发生|受到|受过|受|被|出现|产生|因)?(?:过|任何)?";

    /** What stands between a denial and what is denied: 未受到重大行政处罚. */
    private static final String DENIED = NOT + OCCURS + "[^，,。；：、]{0,8}?";

    private static final Pattern NAME = Pattern.compile(
            "^(?:是否)?(?:(?:近|最近|过去|上|前|当)?[一二两三四五六七八九十\\d]*个?(?:会计|纳税)?(?:年度|年|月)(?:内|以来)?)?" + "(?:(?<not>" + NOT + ")"
                    + OCCURS + "|曾?(?:受到|受过|存在|发生|出现)过?)?(?<about>.{2,}?)(?:的?(?:记录|情形|情况|行为))?$");

    private static final Pattern BRACKETED = Pattern.compile("[（(][^）)]*[）)]");

    private final List<FactDefinition> added;

    AddedFacts(FactDictionary facts) {
        added = facts.offered().stream()
                .filter(fact -> FactDictionary.standard().find(fact.name()) == null)
                .toList();
    }

    Stream<NumberRule> numbers() {
        return added.stream()
                .filter(fact -> fact.kind() == FactKind.NUMBER || fact.kind() == FactKind.INTEGER)
                .map(fact -> new NumberRule(
                        fact.name(), List.of(anyOf(names(fact).map(Pattern::quote))), null, null, null, false));
    }

    Stream<StatementRule> statements() {
        return added.stream()
                .filter(fact -> fact.kind() == FactKind.BOOLEAN)
                .flatMap(fact ->
                        names(fact).map(NAME::matcher).filter(Matcher::matches).flatMap(name -> said(fact, name)));
    }

    private static Stream<StatementRule> said(FactDefinition fact, Matcher name) {
        String about = Pattern.quote(Objects.requireNonNull(name.group("about")));
        Phrase denied = Phrase.of(DENIED + about);
        boolean trueWhenDenied = name.group("not") != null;
        StatementRule denial = rule(fact, trueWhenDenied, denied, null, false);
        // Who is punished is not asked for by a condition: what is called a denial is found denied alone.
        return trueWhenDenied ? Stream.of(denial) : Stream.of(denial, rule(fact, true, Phrase.of(about), denied, true));
    }

    private static StatementRule rule(
            FactDefinition fact, boolean value, Phrase words, @Nullable Phrase not, boolean weak) {
        return new StatementRule(fact.name(), Operator.EQUAL, new Value.Flag(value), List.of(words), not, weak);
    }

    private static Stream<String> names(FactDefinition fact) {
        return Stream.concat(Stream.of(fact.label()), fact.aliases().stream())
                .map(name -> BRACKETED.matcher(name).replaceAll("").strip())
                .filter(name -> name.length() > 1)
                .distinct();
    }

    private static Phrase anyOf(Stream<String> patterns) {
        return Phrase.of(patterns.collect(Collectors.joining("|")));
    }
}
