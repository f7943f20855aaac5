package cn.zhengqi.matching.dictionary;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FormulaWords;
import cn.zhengqi.matching.dictionary.FactUse.Named;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.tag.DerivedTags;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the dictionary, and where each fact is used by what is published now. */
@Service
class FactPages {

    private final FactsInForce inForce;
    private final Library library;
    private final DerivedTags tags;
    private final JdbcClient jdbc;

    FactPages(FactsInForce inForce, Library library, DerivedTags tags, JdbcClient jdbc) {
        this.inForce = inForce;
        this.jdbc = jdbc;
        this.library = library;
        this.tags = tags;
    }

    /** What is published now, by the facts that it asks for. */
    private static final class Uses {

        private final Map<String, Map<String, Named>> policies = new HashMap<>();
        private final Map<String, Map<String, Named>> products = new HashMap<>();
        private final Map<String, Map<String, Named>> tags = new HashMap<>();

        void add(Map<String, Map<String, Named>> into, Criterion criteria, Named user) {
            Set<String> facts = new HashSet<>(RuleFacts.named(criteria));
            // What is computed goes by way of other computed ones down to what is filled in.
            List<String> open = new ArrayList<>(facts);
            while (!open.isEmpty()) {
                FactDictionary.inForce().get(open.removeLast()).inputs().stream()
                        .map(input -> FactDictionary.inForce().get(input).name())
                        .filter(facts::add)
                        .forEach(open::add);
            }
            facts.forEach(
                    fact -> into.computeIfAbsent(fact, none -> new TreeMap<>()).put(user.code(), user));
        }

        static Collection<Named> of(Map<String, Map<String, Named>> uses, String fact) {
            return uses.getOrDefault(fact, Map.of()).values();
        }

        FactEntry entry(FactDefinition fact) {
            return FactEntry.of(
                    fact,
                    of(policies, fact.name()).size(),
                    of(products, fact.name()).size(),
                    of(tags, fact.name()).size());
        }
    }

    Page<FactEntry> list(FactFilter filter, PageRequest page) {
        List<FactEntry> all = found(filter);
        return Page.of(all.stream().skip(page.offset()).limit(page.size()).toList(), all.size(), page);
    }

    /** All that the filter finds; the dictionary is small. */
    List<FactEntry> found(FactFilter filter) {
        Collator pinyin = Collator.getInstance(Locale.CHINA);
        Map<String, Comparator<FactEntry>> sortable = Map.of(
                "name", Comparator.comparing(FactEntry::name),
                "label", Comparator.comparing(FactEntry::label, pinyin),
                "group", Comparator.comparing(FactEntry::group, pinyin),
                "source", Comparator.comparing(FactEntry::source),
                "policies", Comparator.comparingInt(FactEntry::policies),
                "tags", Comparator.comparingInt(FactEntry::tags));
        Sort<Comparator<FactEntry>> asked = Sort.parse(filter.sort(), sortable);
        Uses uses = uses();
        Stream<FactEntry> entries =
                dictionary().facts().stream().filter(fact -> fits(fact, filter)).map(uses::entry);
        return (asked == null
                        ? entries
                        : entries.sorted(
                                asked.ascending() ? asked.by() : asked.by().reversed()))
                .toList();
    }

    /** In the order of the dictionary. */
    List<String> groups() {
        return dictionary().offered().stream()
                .map(FactDefinition::group)
                .distinct()
                .toList();
    }

    /** @throws ProblemException NOT_FOUND */
    FactUse use(String name) {
        FactDictionary dictionary = dictionary();
        FactDefinition fact = dictionary.find(name);
        if (fact == null) {
            throw ProblemException.notFound("没有这个指标");
        }
        Uses uses = uses();
        Stored stored = jdbc.sql("select edition, shipped from fact_definition where name = ?")
                .param(fact.name())
                .query(Stored.class)
                .single();
        return new FactUse(
                uses.entry(fact),
                stored.edition(),
                stored.shipped(),
                fact.closable(),
                FormulaJson.tree(fact.calculation()),
                fact.calculation() == null ? null : FormulaWords.spoken(fact.calculation(), dictionary),
                fact.inputs().stream()
                        .map(dictionary::get)
                        .map(FactPages::named)
                        .toList(),
                dictionary.offered().stream()
                        .filter(other -> other.inputs().stream()
                                .anyMatch(input -> dictionary.get(input).equals(fact)))
                        .map(FactPages::named)
                        .toList(),
                List.copyOf(Uses.of(uses.policies, fact.name())),
                List.copyOf(Uses.of(uses.products, fact.name())),
                List.copyOf(Uses.of(uses.tags, fact.name())));
    }

    private record Stored(int edition, boolean shipped) {}

    private FactDictionary dictionary() {
        return inForce.current().dictionary();
    }

    private static Named named(FactDefinition fact) {
        return new Named(fact.name(), fact.label());
    }

    private Uses uses() {
        Uses uses = new Uses();
        RuleBook book = library.shelf().book();
        IntStream.range(0, book.size()).mapToObj(book::rule).forEach(rule -> add(uses, rule));
        tags.rules().forEach(tag -> uses.add(uses.tags, tag.criteria(), new Named(tag.id(), tag.title())));
        return uses;
    }

    private static void add(Uses uses, EligibilityRule rule) {
        uses.add(
                rule instanceof PolicyRule ? uses.policies : uses.products,
                rule.criteria(),
                new Named(rule.id(), rule.title()));
    }

    private static boolean fits(FactDefinition fact, FactFilter filter) {
        return (filter.group() == null || filter.group().equals(fact.group()))
                && Boolean.TRUE.equals(filter.retired()) == fact.outOfUse()
                && (filter.source() == null || filter.source() == fact.source())
                && contains(fact, filter.q());
    }

    private static boolean contains(FactDefinition fact, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return true;
        }
        String word = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(fact.name(), fact.label()),
                        Stream.concat(fact.aliases().stream(), Stream.ofNullable(fact.hint())))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }
}
