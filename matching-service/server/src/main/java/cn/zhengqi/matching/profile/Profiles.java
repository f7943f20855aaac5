package cn.zhengqi.matching.profile;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.engine.CodeNames;
import cn.zhengqi.matching.engine.FactCheck;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.user.api.EnterpriseRegistered;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps profiles: register facts by event, what the enterprise says of itself, and with tax data while it allows that. */
@Service
public class Profiles {

    /** The name of the handlers that feed the profiles. */
    public static final String EVENTS = "profiles";

    private final FactStore store;
    private final TaxAuthorizations taxAuthorizations;
    private final DemoFacts demoFacts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher inside;
    private final boolean demo;
    private final Clock clock;

    Profiles(
            FactStore store,
            TaxAuthorizations taxAuthorizations,
            DemoFacts demoFacts,
            AuditTrail audit,
            ApplicationEventPublisher inside,
            @Value("${zhengqi.demo.enabled:false}") boolean demo,
            Clock clock) {
        this.store = store;
        this.taxAuthorizations = taxAuthorizations;
        this.demoFacts = demoFacts;
        this.audit = audit;
        this.inside = inside;
        this.demo = demo;
        this.clock = clock;
    }

    /**
     * What the engine is given for one enterprise today.
     *
     * @param taxFacts names of those that are there by the authorization of tax data alone
     */
    public record Basis(
            String enterpriseName,
            Map<String, Object> facts,
            Set<String> taxFacts,
            FactVector vector,
            int completeness) {}

    @Transactional
    public Basis basis(UUID enterprise) {
        String name = store.enterprise(enterprise).name();
        LocalDate today = BusinessTime.today(clock);
        Map<String, KnownFact> effective = store.effective(enterprise, today);
        Map<String, Object> facts = values(effective);
        return new Basis(
                name, facts, taxFacts(effective), FactVector.of(dictionary(), facts, today), completeness(effective));
    }

    /** Who said what of an enterprise, and for which day. */
    public record Said(FactSource source, Object value, LocalDate asOf) {

        /** Whether it is the same figure, as it was written down elsewhere. */
        public boolean is(@Nullable Object other) {
            return Json.MAPPER.writeValueAsString(value).equals(Json.MAPPER.writeValueAsString(other));
        }
    }

    /** Of today, by the name of the fact. */
    @Transactional
    public Map<String, Said> said(UUID enterprise) {
        Map<String, Said> said = new HashMap<>();
        store.effective(enterprise, BusinessTime.today(clock))
                .forEach((name, fact) -> said.put(name, new Said(fact.source(), fact.value(), fact.asOf())));
        return said;
    }

    /**
     * What a match for a day that is over rests on.
     *
     * @param later what was not known yet on that day, and counts as it was first said later
     */
    public record PastBasis(Map<String, Object> facts, List<ConditionResult.FactRef> later) {}

    @Transactional
    public PastBasis basisOn(UUID enterprise, LocalDate day) {
        store.enterprise(enterprise);
        Map<String, FactStore.PastFact> past = store.effectiveOn(enterprise, day, BusinessTime.today(clock));
        Map<String, KnownFact> facts = new LinkedHashMap<>();
        Set<String> later = new HashSet<>();
        past.forEach((name, it) -> {
            facts.put(name, it.fact());
            if (it.later()) {
                later.add(name);
            }
        });
        return new PastBasis(
                values(facts),
                dictionary().facts().stream()
                        .filter(fact -> later.contains(fact.name()))
                        .map(fact -> new ConditionResult.FactRef(fact.name(), fact.label()))
                        .toList());
    }

    /** As {@link #basis}, and until the end of the transaction nobody changes the profile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Basis lockedBasis(UUID enterprise) {
        store.lock(enterprise);
        return basis(enterprise);
    }

    private static Set<String> taxFacts(Map<String, KnownFact> facts) {
        return facts.values().stream()
                .filter(fact -> fact.source() == FactSource.TAX)
                .map(KnownFact::name)
                .collect(Collectors.toSet());
    }

    /** From the primary: people look at it right after they filled something in. */
    @Transactional
    public Profile profile(UUID enterprise) {
        FactStore.Enterprise who = store.enterprise(enterprise);
        LocalDate today = BusinessTime.today(clock);
        Map<String, KnownFact> effective = store.effective(enterprise, today);
        FactVector vector = FactVector.of(dictionary(), values(effective), today);
        Map<String, List<Profile.Fact>> groups = new LinkedHashMap<>();
        for (FactDefinition fact : dictionary().offered()) {
            groups.computeIfAbsent(fact.group(), none -> new ArrayList<>())
                    .add(view(fact, effective.get(fact.name()), vector));
        }
        return new Profile(
                enterprise,
                who.name(),
                who.reports(),
                completeness(effective),
                vector.size(),
                groups.entrySet().stream()
                        .map(group -> new Profile.Group(group.getKey(), group.getValue()))
                        .toList(),
                taxAuthorizations.of(enterprise));
    }

    /**
     * Stores what the enterprise says of itself; null takes a fact back to not known. All of it or nothing. Colleagues at the
     * same time wait for each other, so that the facts are checked together.
     *
     * @param seen version of the profile that the person saw; absent = not compared
     * @throws ProblemException VALIDATION_FAILED with a field for each fact that cannot be; VERSION_CONFLICT when a colleague
     *     reported meanwhile
     */
    @Transactional
    public void report(UUID enterprise, @Nullable Long seen, Map<String, @Nullable Object> facts, UUID by) {
        store.lock(enterprise);
        long version = store.enterprise(enterprise).reports();
        if (seen != null && seen != version) {
            throw ProblemException.versionConflict();
        }
        LocalDate today = BusinessTime.today(clock);
        List<FieldProblem> problems = new ArrayList<>();
        facts.forEach((name, value) -> {
            FactDefinition fact = dictionary().find(name);
            if (fact != null && fact.outOfUse() && value != null) {
                problems.add(new FieldProblem(name, "FACT_RETIRED", fact.label() + "已停用，不用再填"));
            } else if (fact != null && !fact.editable()) {
                problems.add(new FieldProblem(name, "FACT_NOT_EDITABLE", fact.label() + "由登记信息或其他指标得出，不能填写"));
            }
        });
        if (problems.isEmpty()) {
            problems.addAll(misfits(values(store.effective(enterprise, today)), facts, today));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
        Told before = told(enterprise, facts.keySet(), today);
        facts.forEach((name, value) -> {
            // What was invented gives way for good, or it would come back when the enterprise takes its own word back.
            store.remove(enterprise, canonical(name), FactSource.DEMO);
            if (value == null) {
                store.remove(enterprise, canonical(name), FactSource.SELF);
            } else {
                store.put(
                        enterprise,
                        new KnownFact(canonical(name), FactSource.SELF, check().normal(name, value), today),
                        by);
            }
        });
        store.reported(enterprise);
        inside.publishEvent(new ProfileChanged(enterprise));
        audit.changed(
                ProfileAction.FACTS_REPORTED,
                enterprise,
                store.enterprise(enterprise).name(),
                before,
                told(enterprise, facts.keySet(), today));
    }

    /** What does not fit, by itself or with what is known; what does not fit together already and is not touched now stops nobody. */
    private List<FieldProblem> misfits(
            Map<String, Object> known, Map<String, @Nullable Object> changed, LocalDate today) {
        Map<String, @Nullable Object> together = new HashMap<>(known);
        Set<String> touched = new HashSet<>(changed.keySet());
        changed.forEach((name, value) -> {
            touched.add(canonical(name));
            together.put(canonical(name), value);
        });
        return check().check(together, today).stream()
                .filter(problem -> problem.between().stream().anyMatch(touched::contains))
                .map(problem -> new FieldProblem(problem.field(), problem.code(), problem.message()))
                .toList();
    }

    /**
     * The facts as they would be with these changes, of which nothing is kept; those of the register may be others too.
     *
     * @throws ProblemException VALIDATION_FAILED with a field for each fact that cannot be
     */
    @Transactional
    public Map<String, Object> whatIf(UUID enterprise, Map<String, @Nullable Object> changes) {
        store.enterprise(enterprise);
        LocalDate today = BusinessTime.today(clock);
        Map<String, Object> facts = values(store.effective(enterprise, today));
        List<FieldProblem> problems = misfits(facts, changes, today);
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
        changes.forEach((name, value) -> {
            if (value == null) {
                facts.remove(canonical(name));
            } else {
                facts.put(canonical(name), check().normal(name, value));
            }
        });
        return facts;
    }

    /**
     * Some facts of a profile.
     *
     * @param enterpriseName absent where they are of nobody
     * @param version absent as the name
     */
    public record Excerpt(
            @Nullable String enterpriseName, @Nullable Long version, Map<String, Profile.Fact> facts) {

        public Profile.Fact fact(String name) {
            return Objects.requireNonNull(facts.get(name));
        }
    }

    /** @param enterprise null: the facts without a value */
    @Transactional
    public Excerpt excerpt(@Nullable UUID enterprise, List<String> names) {
        LocalDate today = BusinessTime.today(clock);
        FactStore.Enterprise who = enterprise == null ? null : store.enterprise(enterprise);
        Map<String, KnownFact> effective = enterprise == null ? Map.of() : store.effective(enterprise, today);
        FactVector vector = FactVector.of(dictionary(), values(effective), today);
        Map<String, Profile.Fact> facts = new LinkedHashMap<>();
        names.forEach(name -> facts.put(name, view(dictionary().get(name), effective.get(name), vector)));
        return new Excerpt(who == null ? null : who.name(), who == null ? null : who.reports(), facts);
    }

    /** The facts that a report is about, as they count; of the tax authority's none, for what is on record stays. */
    private record Told(Map<String, Object> facts) {}

    private Told told(UUID enterprise, Set<String> names, LocalDate today) {
        Map<String, KnownFact> effective = store.effective(enterprise, today);
        Map<String, Object> told = values(effective);
        told.keySet().removeAll(taxFacts(effective));
        told.keySet().retainAll(names.stream().map(this::canonical).toList());
        return new Told(told);
    }

    void registered(EnterpriseRegistered enterprise, long version) {
        boolean first = !store.knows(enterprise.enterpriseId());
        if (!store.register(enterprise, version)) {
            return;
        }
        inside.publishEvent(new ProfileChanged(enterprise.enterpriseId()));
        LocalDate day = BusinessTime.dayOf(enterprise.registeredAt());
        store.removeAll(enterprise.enterpriseId(), FactSource.REGISTER);
        check().sound(enterprise.facts(), BusinessTime.today(clock))
                .forEach((name, value) -> store.put(
                        enterprise.enterpriseId(), new KnownFact(name, FactSource.REGISTER, value, day), null));
        if (demo && enterprise.demo()) {
            // What is invented is so for the day on which it is.
            LocalDate today = BusinessTime.today(clock);
            boolean taxData = first
                    && demoFacts
                            .allowsTaxData(enterprise.uscc())
                            .filter(by -> taxAuthorizations.heldByDemo(enterprise.enterpriseId(), by))
                            .isPresent();
            check().sound(demoFacts.of(enterprise.uscc()), today).forEach((name, value) -> {
                FactDefinition fact = dictionary().get(name);
                if (fact.source() == FactSource.TAX) {
                    // Comes with an authorization and goes with it, as everybody's does.
                    if (taxData) {
                        store.put(
                                enterprise.enterpriseId(),
                                new KnownFact(fact.name(), FactSource.TAX, value, today),
                                null);
                    }
                } else if (fact.source() != FactSource.REGISTER
                        || !enterprise.facts().containsKey(fact.name())) {
                    FactSource source = fact.source() == FactSource.REGISTER ? FactSource.REGISTER : FactSource.DEMO;
                    // What it would say of itself is invented once; after that it is for the enterprise to say.
                    if (first || source == FactSource.REGISTER) {
                        store.put(
                                enterprise.enterpriseId(),
                                new KnownFact(fact.name(), source, value, source == FactSource.DEMO ? today : day),
                                null);
                    }
                }
            });
        }
    }

    private String canonical(String name) {
        FactDefinition fact = dictionary().find(name);
        return fact == null ? name : fact.name();
    }

    /** What was said of a fact that is out of use since stays, and is no part of what is asked for. */
    private int completeness(Map<String, KnownFact> effective) {
        List<FactDefinition> askedFor =
                dictionary().offered().stream().filter(fact -> !fact.derived()).toList();
        long known = askedFor.stream()
                .filter(fact -> effective.containsKey(fact.name()))
                .count();
        return (int) (known * 100 / askedFor.size());
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
                CodeNames.of(fact.name(), value),
                source,
                known != null ? known.asOf() : value != null ? vector.asOf() : null,
                fact.editable() && source != FactSource.TAX,
                fact.min(),
                fact.max(),
                fact.years(),
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

    private static FactDictionary dictionary() {
        return FactDictionary.inForce();
    }

    private static FactCheck check() {
        return new FactCheck(dictionary());
    }
}
