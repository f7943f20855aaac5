package cn.zhengqi.matching.dictionary;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactVisibility;
import cn.zhengqi.matching.api.facts.Formula;
import cn.zhengqi.matching.api.facts.FormulaCheck;
import cn.zhengqi.matching.api.facts.FormulaFault;
import cn.zhengqi.matching.api.facts.FormulaWords;
import cn.zhengqi.matching.dictionary.FactController.TriedProfile;
import cn.zhengqi.matching.engine.FactCheck;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.matching.profile.ProfileScan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Shows what a formula says and what it comes to for an enterprise before anybody saves it; keeps nothing. */
@Service
class FactPreviews {

    private final FactsInForce inForce;
    private final ProfileScan profiles;
    private final JdbcClient jdbc;
    private final Clock clock;

    FactPreviews(FactsInForce inForce, ProfileScan profiles, JdbcClient jdbc, Clock clock) {
        this.inForce = inForce;
        this.profiles = profiles;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A formula in words, or what is wrong with it.
     *
     * @param unit of what it comes to; absent for how many times
     * @param trial with the figures of one enterprise, where one was named and nothing is wrong
     */
    record FormulaPreview(
            String words,
            @Nullable String unit,
            FactKind kind,
            List<FormulaFault> faults,
            @Nullable FormulaTrial trial) {}

    /**
     * What it comes to for an enterprise, or for a case.
     *
     * @param enterpriseName or what the case is called
     * @param value absent while not all is known that it takes
     * @param withheld it rests on what the enterprise alone may see: neither value nor figures are told
     */
    record FormulaTrial(
            String enterpriseName,
            @Nullable Double value,
            boolean withheld,
            List<FormulaGiven> given,
            List<String> missing) {}

    /** @param value as it was said: a number, a text, a day, or figures by year */
    record FormulaGiven(String name, String label, @Nullable String unit, Object value) {}

    /** @throws ProblemException VALIDATION_FAILED for what is no formula, NOT_FOUND where the asker does not reach the enterprise */
    FormulaPreview of(
            @Nullable String name,
            Map<String, Object> tree,
            @Nullable TriedProfile profile,
            @Nullable String uscc,
            DataScope scope) {
        Formula calculation = Objects.requireNonNull(FormulaJson.read(tree));
        FactDictionary facts = inForce.current().dictionary();
        FormulaCheck.Result result = FormulaCheck.of(facts, Objects.requireNonNullElse(name, ""), calculation);
        boolean sound = result.faults().isEmpty();
        return new FormulaPreview(
                sound ? FormulaWords.spoken(calculation, facts) : "",
                result.unit(),
                result.kind(),
                result.faults(),
                sound ? trial(facts, calculation, profile, uscc, scope) : null);
    }

    private @Nullable FormulaTrial trial(
            FactDictionary facts,
            Formula calculation,
            @Nullable TriedProfile profile,
            @Nullable String uscc,
            DataScope scope) {
        if (profile != null) {
            return tried(facts, calculation, profile);
        }
        return uscc == null ? null : tried(facts, calculation, uscc.strip(), scope);
    }

    private FormulaTrial tried(FactDictionary facts, Formula calculation, TriedProfile profile) {
        LocalDate today = BusinessTime.today(clock);
        FactVector vector = FactVector.ofCase(facts, FactCheck.ofCases(facts).sound(profile.facts(), today), today);
        Set<String> basis = new LinkedHashSet<>();
        // What a case tells of a derived fact is told, whatever that would be computed from.
        calculation
                .inputs()
                .forEach(input -> basis.addAll(vector.given(input) == null ? facts.basis(input) : Set.of(input)));
        return tried(profile.name(), vector, calculation, basis);
    }

    private FormulaTrial tried(FactDictionary facts, Formula calculation, String uscc, DataScope scope) {
        Set<String> basis = new LinkedHashSet<>();
        calculation.inputs().forEach(input -> basis.addAll(facts.basis(input)));
        boolean withheld = basis.stream().map(facts::get).anyMatch(fact -> fact.visibility() == FactVisibility.OWNER);
        LocalDate today = BusinessTime.today(clock);
        AtomicReference<@Nullable FormulaTrial> tried = new AtomicReference<>();
        List<UUID> enterprise = jdbc.sql("select id from enterprise where uscc = ?")
                .param(uscc)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        if (!enterprise.isEmpty()) {
            profiles.each(
                    ProfileScan.Which.withoutTaxData(scope).only(enterprise),
                    basis,
                    today,
                    one -> tried.set(
                            withheld
                                    ? new FormulaTrial(one.name(), null, true, List.of(), List.of())
                                    : tried(one.name(), FactVector.of(facts, one.facts(), today), calculation, basis)));
        }
        FormulaTrial found = tried.get();
        if (found == null) {
            throw ProblemException.notFound("没有这家企业，或不在您的数据权限内");
        }
        return found;
    }

    private static FormulaTrial tried(String name, FactVector vector, Formula calculation, Set<String> basis) {
        double value = vector.value(calculation);
        List<FactDefinition> known = basis.stream()
                .filter(fact -> vector.given(fact) != null)
                .map(vector.dictionary()::get)
                .toList();
        return new FormulaTrial(
                name,
                Double.isNaN(value) ? null : value,
                false,
                known.stream()
                        .map(fact -> new FormulaGiven(
                                fact.name(),
                                fact.label(),
                                fact.unit(),
                                Objects.requireNonNull(vector.given(fact.name()))))
                        .toList(),
                basis.stream()
                        .filter(fact -> vector.given(fact) == null)
                        .map(fact -> vector.dictionary().get(fact).label())
                        .toList());
    }
}
