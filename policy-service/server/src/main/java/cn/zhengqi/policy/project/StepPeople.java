package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.InternalPrincipals.StaffMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whether the institutions of the steps have the people for them: what comes to a step that nobody may take stands still there, and its enterprise waits. Who may, is
 * who a declaration can be handed over to: people of the institution itself, not of those below it.
 */
@Component
public class StepPeople {

    private final InternalPrincipals principals;

    StepPeople(InternalPrincipals principals) {
        this.principals = principals;
    }

    /** How many people of an institution may handle declarations. @throws ProblemException SERVICE_UNAVAILABLE */
    public long at(UUID institution) {
        return principals.staff(institution, PolicyPermissions.HANDLE_DECLARATIONS).stream()
                .filter(it -> it.institutionId().equals(institution))
                .map(StaffMember::accountId)
                .distinct()
                .count();
    }

    /**
     * Before declarations come: each institution has somebody, and as many as its steps for another person need.
     *
     * @throws ProblemException STEP_WITHOUT_PEOPLE, STEP_PEOPLE_TOO_FEW, each at its step; SERVICE_UNAVAILABLE
     */
    void mustSuffice(ProjectView project, List<Step> steps) {
        Map<UUID, List<Integer>> places = new LinkedHashMap<>();
        for (int at = 0; at < steps.size(); at++) {
            UUID named = steps.get(at).institutionId();
            places.computeIfAbsent(named == null ? project.institutionId() : named, none -> new ArrayList<>())
                    .add(at);
        }
        List<FieldProblem> without = new ArrayList<>();
        List<FieldProblem> few = new ArrayList<>();
        places.forEach((institution, own) -> {
            String name =
                    Objects.requireNonNullElse(steps.get(own.getFirst()).institutionName(), project.institutionName());
            long people = at(institution);
            // Whoever took the one before can take the next, unless that is for another person.
            List<Integer> others = own.stream()
                    .filter(at -> at.equals(own.getFirst()) || steps.get(at).needsAnother())
                    .toList();
            if (people == 0) {
                own.forEach(at -> without.add(nobody(at, steps.get(at), name)));
            } else if (people < others.size()) {
                few.add(tooFew(others.get((int) people), labels(steps, own), name, people, others.size()));
            }
        });
        refuse(PolicyProblem.STEP_WITHOUT_PEOPLE, without);
        refuse(PolicyProblem.STEP_PEOPLE_TOO_FEW, few);
    }

    private static FieldProblem nobody(int at, Step step, String institution) {
        return new FieldProblem(
                "steps[" + at + "].institutionId",
                "NOBODY",
                "“" + step.kind().label() + "”的办理部门“" + institution + "”没有可以办理政策申报的人员，请改由其他部门办理，或先为该部门增加经办人员");
    }

    private static FieldProblem tooFew(int at, String steps, String institution, long people, int needed) {
        return new FieldProblem(
                "steps[" + at + "].anotherPerson",
                "TOO_FEW",
                "“" + institution + "”办理" + steps + "至少需要 " + needed + " 名经办人员，现有 " + people
                        + " 名；请为该部门增加经办人员，或减少须由未办理前面环节的人员办理的环节");
    }

    private static String labels(List<Step> steps, List<Integer> own) {
        return own.stream().map(at -> "“" + steps.get(at).kind().label() + "”").collect(Collectors.joining("、"));
    }

    private static void refuse(PolicyProblem problem, List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problem, problems.getFirst().message(), problems, Map.of());
        }
    }
}
