package cn.zhengqi.matching.tag;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.api.tag.EnterpriseSize;
import cn.zhengqi.matching.api.tag.InternalTags.NamedTag;
import cn.zhengqi.matching.api.tag.InternalTags.Question;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.profile.ProfileScan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of some enterprises, those that have one of some tags and are of one of some sizes: whom somebody writes to. Tax data is not read, as in {@link EnterpriseTags}. */
@Component
class TaggedCircle {

    private static final String SIZE = "enterpriseSize";

    private final JdbcClient jdbc;
    private final ProfileScan profiles;
    private final Clock clock;

    TaggedCircle(JdbcClient jdbc, ProfileScan profiles, Clock clock) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.clock = clock;
    }

    List<NamedTag> named(Set<UUID> tags) {
        return tags(tags).stream()
                .map(tag -> new NamedTag(tag.id(), tag.name(), tag.retired()))
                .toList();
    }

    Set<UUID> holders(Question question) {
        Set<UUID> left = new HashSet<>(question.enterprises());
        List<Tag> derived = List.of();
        Set<UUID> byHand = Set.of();
        if (!question.tags().isEmpty()) {
            derived = tags(question.tags()).stream().filter(Tag::derived).toList();
            byHand = byHand(question.tags(), left);
            if (question.sizes().isEmpty()) {
                left.removeAll(byHand);
            } else if (derived.isEmpty()) {
                left.retainAll(byHand);
            }
        }
        Set<UUID> found = question.sizes().isEmpty() ? new HashSet<>(byHand) : new HashSet<>();
        // Without an enterprise to look at a scan would go through all of them.
        if (!left.isEmpty() && !(derived.isEmpty() && question.sizes().isEmpty())) {
            found.addAll(judged(left, question, derived, byHand));
        }
        return found;
    }

    private List<Tag> tags(Collection<UUID> ids) {
        return jdbc.sql("select " + Tag.COLUMNS
                        + " from tag t where t.id = any(?) and t.subject = 'ENTERPRISE' order by t.name")
                .param(ids.toArray(UUID[]::new))
                .query(Tag::of)
                .list();
    }

    private Set<UUID> byHand(Collection<UUID> tags, Collection<UUID> enterprises) {
        return new HashSet<>(jdbc.sql("""
                        select distinct g.subject_id from tagging g join tag t on t.id = g.tag_id
                        where g.tag_id = any(?) and g.subject_id = any(?) and t.subject = 'ENTERPRISE'""")
                .params(tags.toArray(UUID[]::new), enterprises.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    private Set<UUID> judged(Set<UUID> some, Question question, List<Tag> derived, Set<UUID> byHand) {
        LocalDate today = BusinessTime.today(clock);
        RuleBook book = RuleBook.of(derived.stream().map(Tag::rule).toList());
        Set<String> names = derived.stream()
                .flatMap(tag -> RuleFacts.of(tag.rule()).stream())
                .collect(Collectors.toSet());
        if (!question.sizes().isEmpty()) {
            names.addAll(FactDictionary.inForce().basis(SIZE));
        }
        Set<String> sizes = question.sizes().stream().map(EnterpriseSize::label).collect(Collectors.toSet());
        Set<UUID> found = new HashSet<>();
        ProfileScan.Which which =
                ProfileScan.Which.withoutTaxData(DataScope.all()).only(some);
        profiles.inTurn(() -> profiles.each(which, names, today, one -> {
            if (one.personalised()) {
                FactVector facts = FactVector.of(FactDictionary.inForce(), one.facts(), today);
                boolean tagged = question.tags().isEmpty() || byHand.contains(one.id()) || anyOf(book, facts);
                if (tagged && (sizes.isEmpty() || isOf(sizes, facts.size()))) {
                    found.add(one.id());
                }
            }
        }));
        return found;
    }

    private static boolean anyOf(RuleBook book, FactVector facts) {
        if (book.size() == 0) {
            return false;
        }
        Evaluation evaluation = book.evaluate(facts);
        return IntStream.range(0, book.size()).anyMatch(i -> evaluation.outcome(i) == MatchOutcome.ELIGIBLE);
    }

    private static boolean isOf(Set<String> sizes, @Nullable String size) {
        return size != null && sizes.contains(size);
    }
}
