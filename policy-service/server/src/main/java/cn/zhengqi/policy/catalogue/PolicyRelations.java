package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What documents have to do with each other: stated by an edition of the one, read from both. */
@Component
public class PolicyRelations {

    private final RelationMapper relations;

    PolicyRelations(RelationMapper relations) {
        this.relations = relations;
    }

    /** @param code of the other policy */
    public record Stated(RelationKind kind, String code) {}

    /** What the edition states, then what others state of the policy. */
    List<PolicyRelation> of(UUID policyId, int edition) {
        return Stream.concat(
                        relations.stated(policyId, edition).stream().map(row -> row.relation(true)),
                        ofOthers(policyId).stream())
                .toList();
    }

    public List<PolicyRelation> ofOthers(UUID policyId) {
        return relations.ofOthers(policyId).stream()
                .map(row -> row.relation(false))
                .toList();
    }

    List<Stated> statedBy(UUID policyId, int edition) {
        return relations.statedCodes(policyId, edition);
    }

    /** Those of them that were ever published. */
    public List<PolicyRef> named(List<String> codes) {
        return codes.isEmpty() ? List.of() : relations.named(codes);
    }

    /** @throws ProblemException VALIDATION_FAILED naming each that leads nowhere */
    public void requireSound(UUID policyId, List<Stated> stated) {
        find(policyId, stated);
    }

    /**
     * What cannot be had together with a policy has to be there, and be another one: an exclusion of nobody excludes nothing, unseen.
     *
     * @throws ProblemException VALIDATION_FAILED naming each that leads nowhere
     */
    public void requireExcluded(UUID policyId, List<String> codes) {
        Set<String> others = named(codes.stream().distinct().toList()).stream()
                .filter(other -> !other.id().equals(policyId))
                .map(PolicyRef::code)
                .collect(Collectors.toSet());
        List<FieldProblem> errors = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!others.contains(codes.get(i))) {
                errors.add(new FieldProblem(
                        "exclusions[" + i + "].with", "NOT_FOUND", "没有找到编号为 " + codes.get(i) + " 的其他政策，请检查编号"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
    }

    /** @throws ProblemException VALIDATION_FAILED naming each that leads nowhere */
    void state(UUID policyId, int edition, List<Stated> stated) {
        Map<String, PolicyRef> others = find(policyId, stated);
        stated.forEach(one -> relations.insert(
                policyId,
                edition,
                one.kind(),
                Objects.requireNonNull(others.get(one.code())).id()));
    }

    private Map<String, PolicyRef> find(UUID policyId, List<Stated> stated) {
        Map<String, PolicyRef> others = named(
                        stated.stream().map(Stated::code).distinct().toList())
                .stream()
                .filter(other -> !other.id().equals(policyId))
                .collect(Collectors.toMap(PolicyRef::code, Function.identity()));
        List<FieldProblem> errors = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            if (!others.containsKey(stated.get(i).code())) {
                errors.add(new FieldProblem(
                        "relations[" + i + "].code",
                        "NOT_FOUND",
                        "没有找到编号为 " + stated.get(i).code() + " 的其他政策，请重新选择"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
        return others;
    }
}
