package cn.zhengqi.policy.declaration;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is promised of a declaration is that its step is done: which declarations the promised steps are of. */
@Component
public class StepCases {

    private final DeclarationMapper declarations;

    StepCases(DeclarationMapper declarations) {
        this.declarations = declarations;
    }

    /** By the case of the step; a step that was passed meanwhile is in none. */
    public Map<UUID, UUID> declarationsOf(Collection<UUID> stepCases) {
        return stepCases.isEmpty()
                ? Map.of()
                : declarations.inSteps(stepCases).stream()
                        .collect(Collectors.toMap(Declaration::stepCaseId, Declaration::id));
    }
}
