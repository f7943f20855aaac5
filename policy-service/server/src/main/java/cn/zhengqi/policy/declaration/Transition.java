package cn.zhengqi.policy.declaration;

import cn.zhengqi.policy.api.DeclarationFact;
import java.util.UUID;

/**
 * A change of state that was allowed, with everything that has to be stored in the same transaction.
 *
 * @param stepCase the promise of the step in which it happened; where a step was passed, of the one that is done
 */
record Transition(Declaration declaration, DeclarationEvent event, DeclarationFact fact, UUID stepCase) {}
