package cn.zhengqi.matching.profile;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.TaxAuthorizationChanged;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.engine.FactCheck;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.user.api.EnterpriseRegistered;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps profiles: register facts by event, what the enterprise says of itself, tax data while it allows that. */
@Service
public class Profiles {

    private static final int AUTHORIZED_MONTHS = 12;

    private final FactStore store;
    private final TaxData taxData;
    private final DemoFacts demoFacts;
    private final boolean demo;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final FactDictionary dictionary = FactDictionary.standard();
    private final FactCheck check = new FactCheck(dictionary);

    Profiles(
            FactStore store,
            TaxData taxData,
            DemoFacts demoFacts,
            @Value("${zhengqi.demo.enabled:false}") boolean demo,
            Outbox outbox,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.taxData = taxData;
        this.demoFacts = demoFacts;
        this.demo = demo;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the engine is given for one enterprise today. */
    public record Basis(String enterpriseName, Map<String, Object> facts, FactVector vector, int completeness) {}

    @Transactional(readOnly = true)
    public Basis basis(UUID enterprise) {
        String name = store.enterprise(enterprise).name();
        Map<String, KnownFact> effective = store.effective(enterprise);
        Map<String, Object> facts = values(effective);
        return new Basis(
                name, facts, FactVector.of(dictionary, facts, BusinessTime.today(clock)), completeness(effective));
    }

    /** From the primary: people look at it right after they filled something in. */
    @Transactional
    public Profile profile(UUID enterprise) {
        Map<String, KnownFact> effective = store.effective(enterprise);
        FactVector vector = FactVector.of(dictionary, values(effective), BusinessTime.today(clock));
        Map<String, List<Profile.Fact>> groups = new LinkedHashMap<>();
        for (FactDefinition fact : dictionary.facts()) {
            groups.computeIfAbsent(fact.group(), none -> new ArrayList<>())
                    .add(view(fact, effective.get(fact.name()), vector));
        }
        return new Profile(
                enterprise,
                store.enterprise(enterprise).name(),
                completeness(effective),
                vector.size(),
                groups.entrySet().stream()
                        .map(group -> new Profile.Group(group.getKey(), group.getValue()))
                        .toList(),
                authorization(enterprise));
    }

    /**
     * Stores what the enterprise says of itself; null takes a fact back to not known. All of it or nothing.
     *
     * @throws ProblemException VALIDATION_FAILED with a field for each fact that cannot be
     */
    @Transactional
    public void report(UUID enterprise, Map<String, @Nullable Object> facts, UUID by) {
        store.enterprise(enterprise);
        LocalDate today = BusinessTime.today(clock);
        List<FieldProblem> problems = new ArrayList<>();
        facts.forEach((name, value) -> {
            FactDefinition fact = dictionary.find(name);
            if (fact != null && !fact.editable()) {
                problems.add(new FieldProblem(name, "FACT_NOT_EDITABLE", fact.label() + "由登记信息或其他指标得出，不能填写"));
            }
        });
        if (problems.isEmpty()) {
            Map<String, @Nullable Object> together = new HashMap<>(values(store.effective(enterprise)));
            facts.forEach((name, value) -> together.put(canonical(name), value));
            check.check(together, today).stream()
                    .filter(problem ->
                            facts.containsKey(problem.fact()) || problem.code().equals("FACT_INCONSISTENT"))
                    .map(problem -> new FieldProblem(problem.fact(), problem.code(), problem.message()))
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
        facts.forEach((name, value) -> {
            if (value == null) {
                store.remove(enterprise, canonical(name), FactSource.SELF);
            } else {
                store.put(enterprise, new KnownFact(canonical(name), FactSource.SELF, value, today), by);
            }
        });
    }

    /** Tax data comes with the authorization, and goes with it. */
    @Transactional
    public void authorizeTax(UUID enterprise, String purpose, UUID by) {
        FactStore.Enterprise who = store.enterprise(enterprise);
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dayOf(now);
        jdbc.sql("""
                        insert into tax_authorization (enterprise_id, purpose, granted_by, granted_at, valid_until) values (?, ?, ?, ?, ?)
                        on conflict (enterprise_id) do update
                        set purpose = excluded.purpose, granted_by = excluded.granted_by, granted_at = excluded.granted_at, valid_until = excluded.valid_until""")
                .params(enterprise, purpose, by, BusinessTime.at(now), today.plusMonths(AUTHORIZED_MONTHS))
                .update();
        check.sound(taxData.factsOf(who.uscc()), today)
                .forEach((name, value) -> store.put(enterprise, new KnownFact(name, FactSource.TAX, value, today), by));
        outbox.publish(new TaxAuthorizationChanged(enterprise, true, now), now.toEpochMilli());
    }

    @Transactional
    public void withdrawTax(UUID enterprise) {
        int withdrawn = jdbc.sql("delete from tax_authorization where enterprise_id = ?")
                .param(enterprise)
                .update();
        if (withdrawn == 1) {
            store.removeAll(enterprise, FactSource.TAX);
            Instant now = clock.instant();
            outbox.publish(new TaxAuthorizationChanged(enterprise, false, now), now.toEpochMilli());
        }
    }

    /** The consent to the use of tax data, taken back in the consent centre, ends the authorization here. */
    void consentChanged(ConsentChanged consent) {
        if (consent.category() == ConsentCategory.TAX && !consent.granted()) {
            withdrawTax(consent.enterpriseId());
        }
    }

    void registered(EnterpriseRegistered enterprise, long version) {
        if (!store.register(enterprise.enterpriseId(), enterprise.uscc(), enterprise.name(), version)) {
            return;
        }
        LocalDate day = BusinessTime.dayOf(enterprise.registeredAt());
        store.removeAll(enterprise.enterpriseId(), FactSource.REGISTER);
        check.sound(enterprise.facts(), BusinessTime.today(clock))
                .forEach((name, value) -> store.put(
                        enterprise.enterpriseId(), new KnownFact(name, FactSource.REGISTER, value, day), null));
        if (demo && enterprise.demo()) {
            check.sound(demoFacts.of(enterprise.uscc()), BusinessTime.today(clock))
                    .forEach((name, value) -> {
                        FactDefinition fact = dictionary.get(name);
                        if (fact.source() != FactSource.REGISTER
                                || !enterprise.facts().containsKey(fact.name())) {
                            FactSource source =
                                    fact.source() == FactSource.REGISTER ? FactSource.REGISTER : FactSource.SELF;
                            store.put(enterprise.enterpriseId(), new KnownFact(fact.name(), source, value, day), null);
                        }
                    });
        }
    }

    private String canonical(String name) {
        FactDefinition fact = dictionary.find(name);
        return fact == null ? name : fact.name();
    }

    private Profile.TaxAuthorization authorization(UUID enterprise) {
        return jdbc.sql("select granted_at, valid_until from tax_authorization where enterprise_id = ?")
                .param(enterprise)
                .query((row, number) -> new Profile.TaxAuthorization(
                        true,
                        BusinessTime.at(row.getObject("granted_at", OffsetDateTime.class)
                                .toInstant()),
                        row.getObject("valid_until", LocalDate.class)))
                .optional()
                .orElseGet(() -> new Profile.TaxAuthorization(false, null, null));
    }

    private int completeness(Map<String, KnownFact> effective) {
        long all = dictionary.facts().stream().filter(fact -> !fact.derived()).count();
        return (int) (effective.size() * 100L / all);
    }

    private static Map<String, Object> values(Map<String, KnownFact> facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        facts.forEach((name, fact) -> values.put(name, fact.value()));
        return values;
    }

    private static Profile.Fact view(FactDefinition fact, @Nullable KnownFact known, FactVector vector) {
        Object value = known != null ? known.value() : fact.derived() ? derived(fact, vector) : null;
        FactSource source = known != null ? known.source() : value != null ? FactSource.DERIVED : null;
        return new Profile.Fact(
                fact.name(),
                fact.label(),
                fact.unit(),
                fact.kind(),
                value,
                source,
                known != null ? known.asOf() : value != null ? vector.asOf() : null,
                fact.editable() && source != FactSource.TAX,
                fact.min(),
                fact.max(),
                fact.choices().isEmpty() ? null : fact.choices(),
                fact.hint(),
                fact.formula());
    }

    private static @Nullable Object derived(FactDefinition fact, FactVector vector) {
        if (fact.kind() == FactKind.CHOICE || fact.kind() == FactKind.TEXT) {
            return vector.text(fact.name());
        }
        double number = vector.number(fact.name());
        if (Double.isNaN(number)) {
            return null;
        }
        if (fact.kind() == FactKind.BOOLEAN) {
            return number != 0;
        }
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
