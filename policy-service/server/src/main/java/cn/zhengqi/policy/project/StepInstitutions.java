package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalInstitutions.Open;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who takes the steps of a project: what came to a step of nobody could be decided by nobody, nor go back. */
@Component
public class StepInstitutions {

    /** Whoever decides reads all of a declaration: that is for the government. */
    private static final Set<InstitutionType> DECIDE = EnumSet.of(InstitutionType.DEPARTMENT, InstitutionType.TOWN);

    private final InternalInstitutions institutions;

    StepInstitutions(InternalInstitutions institutions) {
        this.institutions = institutions;
    }

    /** Those of them that can take a step today. @throws ProblemException SERVICE_UNAVAILABLE */
    public Map<UUID, Open> open(List<UUID> named) {
        return named.isEmpty()
                ? Map.of()
                : institutions.open(named).stream()
                        .filter(one -> DECIDE.contains(one.type()))
                        .collect(Collectors.toMap(Open::id, Function.identity()));
    }

    /**
     * The same, with each step taken by who it says, called as they are called.
     *
     * @throws ProblemException FORM_INVALID at each step that nobody could take; SERVICE_UNAVAILABLE
     */
    ProjectContent taken(ProjectContent content) {
        List<UUID> named = content.steps().stream()
                .map(Step::institutionId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Open> open = open(named);
        List<Step> steps = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (Step step : content.steps()) {
            Open taker = step.institutionId() == null ? null : open.get(step.institutionId());
            if (step.institutionId() != null && taker == null) {
                problems.add(new FieldProblem(
                        "steps[" + steps.size() + "].institutionId",
                        "UNKNOWN",
                        "“" + step.kind().label() + "”的办理部门不存在或已停用，请重新选择"));
            }
            steps.add(step.takenBy(taker == null ? null : taker.name()));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.FORM_INVALID,
                    PolicyProblem.FORM_INVALID.title() + "："
                            + problems.getFirst().message(),
                    problems,
                    Map.of());
        }
        return content.with(steps);
    }
}
