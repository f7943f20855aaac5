package cn.zhengqi.matching.library;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.finance.api.LoanProductSuspended;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.facts.FactsChanged;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rules of everything published now, compiled. Each copy of the service compiles for itself and looks before each use
 * whether the library has changed since.
 */
@Component
public class Library {

    /** The name of the handlers that feed it. */
    public static final String NAME = "library";

    /** Some ten megabytes each with a library of thousands. */
    private static final int MOST_PAST = 8;

    private static final String POLICY = "POLICY";
    private static final String LOAN_PRODUCT = "LOAN_PRODUCT";

    private final JdbcClient jdbc;
    private final FactsInForce facts;
    private final ApplicationEventPublisher inside;
    private final AtomicReference<@Nullable Shelf> shelf = new AtomicReference<>();

    /** Compiled libraries of days that are over; compiled by one, while others that ask for the same wait. */
    private final Cache<Held, Shelf> past =
            Caffeine.newBuilder().maximumSize(MOST_PAST).build();

    Library(JdbcClient jdbc, FactsInForce facts, ApplicationEventPublisher inside) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.inside = inside;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<PolicyPublished> policyOnShelf(Library library) {
            return on(PolicyPublished.class, NAME, (policy, meta) -> {
                if (policy.rule() == null) {
                    // The edition before may have had one, which holds no longer.
                    library.remove(POLICY, policy.policyId(), policy.code(), policy.title(), meta);
                } else {
                    library.put(POLICY, policy.policyId(), policy.code(), policy.title(), policy.rule(), null, meta);
                }
            });
        }

        @Bean
        EventHandler<PolicyWithdrawn> policyOffShelf(Library library) {
            return on(
                    PolicyWithdrawn.class,
                    NAME,
                    (policy, meta) -> library.remove(POLICY, policy.policyId(), policy.code(), null, meta));
        }

        @Bean
        EventHandler<LoanProductPublished> productOnShelf(Library library) {
            return on(
                    LoanProductPublished.class,
                    NAME,
                    (product, meta) -> library.put(
                            LOAN_PRODUCT,
                            product.productId(),
                            product.code(),
                            product.title(),
                            product.rule().offeredBy(product.bankName()),
                            product.bankId(),
                            meta));
        }

        @Bean
        EventHandler<LoanProductSuspended> productOffShelf(Library library) {
            return on(
                    LoanProductSuspended.class,
                    NAME,
                    (product, meta) -> library.remove(LOAN_PRODUCT, product.productId(), product.code(), null, meta));
        }
    }

    /**
     * Compiled rules with the ids of what they are about.
     *
     * @param ids by the rule's code
     * @param banks whose product it is, by the rule's code
     */
    public record Shelf(RuleBook book, Map<String, UUID> ids, Map<String, UUID> banks, long revision) {

        /** Of which no bank is known. */
        public Shelf(RuleBook book, Map<String, UUID> ids, long revision) {
            this(book, ids, Map.of(), revision);
        }

        /** Whose product it is; null for a policy, and while it is not known. */
        public @Nullable UUID bankOf(EligibilityRule rule) {
            return banks.get(rule.id());
        }

        /** The rule of a policy that grants something. */
        public Optional<PolicyRule> policy(String code) {
            return IntStream.range(0, book.size())
                    .mapToObj(book::rule)
                    .filter(rule -> rule instanceof PolicyRule policy
                            && !policy.reference()
                            && rule.id().equals(code))
                    .map(PolicyRule.class::cast)
                    .max(Comparator.comparing(EligibilityRule::edition));
        }

        public UUID idOf(EligibilityRule rule) {
            UUID id = ids.get(rule.id());
            if (id == null) {
                throw new IllegalStateException("No id for rule " + rule.id());
            }
            return id;
        }
    }

    private record Entry(
            UUID subjectId, EligibilityRule rule, @Nullable UUID bank) {}

    /** What is published now. */
    public Shelf shelf() {
        // Read before the entries: what changes in between is compiled again the next time.
        long revision = jdbc.sql("select number from library_revision")
                .query(Long.class)
                .single();
        Shelf present = shelf.get();
        if (present != null && present.revision() == revision) {
            return present;
        }
        Shelf compiled = compile(revision);
        shelf.set(compiled);
        return compiled;
    }

    /**
     * What held on a day that is over, as far as editions are known: of each policy and product the newest edition that had begun by then, a policy's by its own first day
     * or, where it has none, or none that is later than those of the editions before, by the day on which it was published: what corrects an edition was told to nobody before. A policy was
     * there before the platform knew it: its first edition held before that day, and one of which none had begun is there with its first edition, which says so. A product is offered from its first day, and on none on which it was not published.
     */
    public Shelf shelfOn(LocalDate day) {
        long revision = shelf().revision();
        List<Edition> held = jdbc.sql("""
                        select subject_id, version from (
                          select distinct on (kind, subject_id) kind, subject_id, code, version, listed, holds_from from (
                            select kind, subject_id, code, version, listed,
                              case when kind = 'POLICY' and first then coalesce(begins, '-infinity')
                                when kind = 'POLICY' and begins > begun then begins
                                else greatest(begins, published_on) end as holds_from
                            from (
                              select kind, subject_id, code, version, rule is not null as listed, published_on, begins,
                                row_number() over earlier = 1 as first,
                                max(case when rule is not null then coalesce(begins, published_on) end)
                                  over (earlier rows between unbounded preceding and 1 preceding) as begun
                              from (select *, (rule -> 'validity' ->> 'from')::date as begins from library_edition) edition
                              window earlier as (partition by kind, subject_id order by version)) placed) dated
                          order by kind, subject_id, holds_from <= :day desc, case when holds_from <= :day then version end desc, version) edition
                        where listed and (kind = 'POLICY' or holds_from <= :day) order by kind desc, code""")
                .param("day", day)
                .query((row, number) -> new Edition(row.getObject("subject_id", UUID.class), row.getLong("version")))
                .list();
        return past.get(new Held(revision, facts.on(day), held), this::compile);
    }

    /** One edition of a policy or a product. */
    private record Edition(UUID subject, long version) {}

    /**
     * What held on a day. Many days held the same.
     *
     * @param revision with which they were read: what came since may have changed an edition
     */
    private record Held(long revision, FactDictionary facts, List<Edition> editions) {}

    private Shelf compile(Held held) {
        return compile(
                held.facts(),
                jdbc.sql("""
                                select e.subject_id, e.rule, e.bank_id
                                from unnest(?::uuid[], ?::bigint[]) with ordinality as held (subject_id, version, place)
                                join library_edition e on e.subject_id = held.subject_id and e.version = held.version
                                where e.rule is not null order by held.place""")
                        .params(
                                held.editions().stream().map(Edition::subject).toArray(UUID[]::new),
                                held.editions().stream().map(Edition::version).toArray(Long[]::new))
                        .query((row, number) -> entry(row))
                        .list(),
                held.revision());
    }

    private Shelf compile(long revision) {
        return compile(
                facts.current().dictionary(),
                jdbc.sql("select subject_id, rule, bank_id from library_entry where listed order by kind desc, code")
                        .query((row, number) -> entry(row))
                        .list(),
                revision);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("subject_id", UUID.class),
                Json.MAPPER.readValue(row.getString("rule"), EligibilityRule.class),
                row.getObject("bank_id", UUID.class));
    }

    private static Shelf compile(FactDictionary dictionary, List<Entry> entries, long revision) {
        Map<String, UUID> ids = new HashMap<>();
        Map<String, UUID> banks = new HashMap<>();
        entries.forEach(entry -> {
            ids.put(entry.rule().id(), entry.subjectId());
            if (entry.bank() != null) {
                banks.put(entry.rule().id(), entry.bank());
            }
        });
        return new Shelf(
                RuleBook.of(dictionary, entries.stream().map(Entry::rule).toList()),
                Map.copyOf(ids),
                Map.copyOf(banks),
                revision);
    }

    /**
     * Another dictionary of facts is in force from the end of this transaction on: all is compiled anew, and enterprises are judged anew by the policies and products whose
     * conditions come out otherwise.
     *
     * @param codes of those policies and products
     */
    public void factsChanged(Collection<String> codes) {
        long revision = jdbc.sql("update library_revision set number = number + 1, facts = number + 1 returning number")
                .query(Long.class)
                .single();
        jdbc.sql("update library_entry set revision = ? where listed and code = any(?)")
                .params(revision, codes.toArray(String[]::new))
                .update();
        inside.publishEvent(new FactsChanged());
        inside.publishEvent(new LibraryChanged());
    }

    /** A rule that cannot be compiled stays outside, where its dead letter tells why, and does not spoil the others. */
    private void put(
            String kind,
            UUID subject,
            String code,
            String title,
            EligibilityRule rule,
            @Nullable UUID bank,
            EventMetadata meta) {
        RuleBook.of(facts.current().dictionary(), List.of(rule));
        store(
                kind,
                subject,
                code,
                title,
                Json.MAPPER.writerFor(EligibilityRule.class).writeValueAsString(rule),
                bank,
                meta);
    }

    private void remove(String kind, UUID subject, String code, @Nullable String title, EventMetadata meta) {
        store(kind, subject, code, title, null, null, meta);
    }

    /** Events have no order: only what is newer than what is known changes anything, and what is off the shelf stays known. */
    private void store(
            String kind,
            UUID subject,
            String code,
            @Nullable String title,
            @Nullable String rule,
            @Nullable UUID bank,
            EventMetadata meta) {
        jdbc.sql("""
                        insert into library_edition (kind, subject_id, version, code, rule, bank_id, published_on)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (kind, subject_id, version) do update
                        set code = excluded.code, rule = excluded.rule, bank_id = excluded.bank_id, published_on = excluded.published_on""")
                .params(Arrays.asList(
                        kind, subject, meta.version(), code, rule, bank, BusinessTime.dayOf(meta.occurredAt())))
                .update();
        long revision = jdbc.sql("update library_revision set number = number + 1 returning number")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into library_entry (kind, subject_id, code, title, rule, bank_id, listed, version, revision)
                        values (:kind, :subject, :code, :title, :rule::jsonb, :bank::uuid, :rule::jsonb is not null, :version, :revision)
                        on conflict (kind, subject_id) do update
                        set code = excluded.code, title = coalesce(excluded.title, library_entry.title), rule = excluded.rule, bank_id = excluded.bank_id, listed = excluded.listed,
                          version = excluded.version, revision = excluded.revision
                        where library_entry.version <= excluded.version""")
                .param("kind", kind)
                .param("subject", subject)
                .param("code", code)
                .param("title", title)
                .param("rule", rule)
                .param("bank", bank)
                .param("version", meta.version())
                .param("revision", revision)
                .update();
        inside.publishEvent(new LibraryChanged());
    }
}
