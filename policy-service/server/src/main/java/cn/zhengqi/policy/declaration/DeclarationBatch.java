package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides several declarations at once, each by its own rules: one that is refused is undone alone, and all that is done is done with the answer or not at all. */
@Service
class DeclarationBatch {

    private final DeclarationDesk desk;
    private final Declarations declarations;
    private final TransactionTemplate alone;

    DeclarationBatch(DeclarationDesk desk, Declarations declarations, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.declarations = declarations;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * @param institutions for which the officer decides
     * @param closed who takes no step any more
     * @return in the order in which they were asked
     * @throws ProblemException VALIDATION_FAILED
     */
    @Transactional
    List<BatchDecision.Row> decide(
            BatchDecision decision, DataScope scope, Set<UUID> institutions, StepTakers.Closed closed, Actor officer) {
        decision.mustBeReasoned();
        Map<UUID, ProblemException> refused = new HashMap<>();
        decision.ordered().forEach((id, version) -> {
            try {
                alone.executeWithoutResult(status -> {
                    declarations.mustBeAt(institutions, id);
                    decide(decision, id, version, scope, closed, officer);
                });
            } catch (ProblemException refusal) {
                refused.put(id, refusal);
            }
        });
        return decision.items().stream()
                .map(item -> BatchDecision.Row.of(item.id(), refused.get(item.id())))
                .toList();
    }

    private void decide(
            BatchDecision decision, UUID id, int version, DataScope scope, StepTakers.Closed closed, Actor officer) {
        switch (decision.action()) {
            case TAKE_ON -> desk.takeOn(id, version, scope, officer);
            case PASS -> desk.pass(id, version, scope, decision.opinion(), closed, officer);
            case REJECT -> desk.reject(id, version, scope, Objects.requireNonNull(decision.opinion()), officer);
        }
    }
}
