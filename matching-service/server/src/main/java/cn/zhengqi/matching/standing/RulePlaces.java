package cn.zhengqi.matching.standing;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.matching.library.Library;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each rule its place in the cells of enterprises, for good. A great library takes long to compile: while few rules have changed since, those are compiled alone
 * and stand beside it, so that an enterprise whose facts change after a publication does not wait for it.
 */
@Component
class RulePlaces {

    /** More are compiled with all others, when there is nothing else to do. */
    private static final int FEW = 20;

    /** More are not compiled beside a library that was. */
    private static final int MANY = 300;

    private final Library library;
    private final FactsInForce facts;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

    RulePlaces(Library library, FactsInForce facts, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.library = library;
        this.facts = facts;
        this.jdbc = jdbc;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param whole the library that was compiled last */
    private record Known(Library.Shelf whole, PlacedBook book) {}

    private record Changed(UUID subject, @Nullable EligibilityRule rule) {}

    /** What is published now, placed; read after whatever the caller has locked. */
    PlacedBook current() {
        long revision = jdbc.sql("select number from library_revision")
                .query(Long.class)
                .single();
        Known known = latest.get();
        if (known != null && known.book().revision() == revision) {
            return known.book();
        }
        List<Changed> changed =
                known == null ? List.of() : changedSince(known.whole().revision());
        Known next = known == null || changed.size() > MANY ? whole() : beside(known.whole(), revision, changed);
        latest.set(next);
        return next.book();
    }

    /** Whether it is what is published, as it is then until the caller commits: who publishes waits for that. */
    boolean stays(PlacedBook book) {
        return book.revision()
                == jdbc.sql("select number from library_revision for share")
                        .query(Long.class)
                        .single();
    }

    /** Compiles all of it anew where much stands beside it; those who ask meanwhile get what there is. */
    void refresh() {
        Known known = latest.get();
        if (known != null && known.book().changedCount() > FEW) {
            latest.set(whole());
        }
    }

    private List<Changed> changedSince(long revision) {
        return jdbc.sql("select subject_id, listed, rule from library_entry where revision > ? limit ?")
                .params(revision, MANY + 1)
                .query((row, number) -> new Changed(
                        row.getObject("subject_id", UUID.class),
                        row.getBoolean("listed")
                                ? Json.MAPPER.readValue(row.getString("rule"), EligibilityRule.class)
                                : null))
                .list();
    }

    private Known whole() {
        Library.Shelf shelf = library.shelf();
        RuleBook book = shelf.book();
        Map<UUID, Integer> placeOf = places(shelf.ids().values());
        int[] places = new int[book.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(placeOf, shelf.idOf(book.rule(i)));
        }
        return new Known(
                shelf, new PlacedBook(shelf.revision(), book, places, RuleBook.of(List.of()), new int[0], new int[0]));
    }

    private Known beside(Library.Shelf whole, long revision, List<Changed> changed) {
        List<EligibilityRule> rules = new ArrayList<>();
        List<UUID> subjects = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        for (Changed one : changed) {
            if (one.rule() == null) {
                gone.add(one.subject());
            } else {
                rules.add(one.rule());
                subjects.add(one.subject());
            }
        }
        Map<UUID, Integer> placeOf =
                places(changed.stream().map(Changed::subject).toList());
        RuleBook book = whole.book();
        int[] places = new int[book.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(placeOf, whole.idOf(book.rule(i)));
        }
        return new Known(
                whole,
                new PlacedBook(
                        revision,
                        book,
                        places,
                        RuleBook.of(facts.current().dictionary(), rules),
                        subjects.stream()
                                .mapToInt(subject -> place(placeOf, subject))
                                .toArray(),
                        gone.stream()
                                .mapToInt(subject -> place(placeOf, subject))
                                .toArray()));
    }

    private static int place(Map<UUID, Integer> placeOf, UUID subject) {
        return Objects.requireNonNull(placeOf.get(subject), "each has its place");
    }

    /** Given for good at once: what is remembered of them must not go with a transaction that comes to nothing. */
    private Map<UUID, Integer> places(Collection<UUID> subjects) {
        return Objects.requireNonNull(apart.execute(status -> {
            jdbc.sql("""
                            insert into standing_rule (subject_id)
                            select subject from unnest(?) subject where not exists (select from standing_rule r where r.subject_id = subject)
                            on conflict do nothing""").param(subjects.toArray(UUID[]::new)).update();
            Map<UUID, Integer> places = new HashMap<>();
            jdbc.sql("select subject_id, place from standing_rule").query(row -> {
                places.put(row.getObject("subject_id", UUID.class), row.getInt("place"));
            });
            return places;
        }));
    }
}
