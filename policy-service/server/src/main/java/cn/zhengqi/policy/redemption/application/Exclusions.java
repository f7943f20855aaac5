package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.policy.redemption.project.RedemptionProject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What of an enterprise's other applications stands in the way of one: told before it fills anything in, and refused where it applies all the same. Asked again where it is
 * recognised and where it is paid, for documents are published and verified meanwhile. Of two the one that was begun first is recognised first; where both hold money
 * already neither is paid before somebody ended the other.
 */
@Component
public class Exclusions {

    private final RedemptionMapper redemptions;
    private final ExclusionMapper exclusive;

    Exclusions(RedemptionMapper redemptions, ExclusionMapper exclusive) {
        this.redemptions = redemptions;
        this.exclusive = exclusive;
    }

    /** Null where nothing does; what is certain before what is not. @param at when it applies */
    @Nullable
    ExcludedBy of(UUID enterprise, RedemptionProject project, Instant at) {
        ExcludedBy ofGroup = byGroup(enterprise, project);
        return ofGroup == null
                ? exclusive
                        .ofNew(enterprise, project.policyId(), project.exclusiveYear(), at)
                        .map(ExclusionMapper.Row::excluding)
                        .orElse(null)
                : ofGroup;
    }

    /** What keeps its money from being held, or has to be decided over. That of a group no two have the index holds from the beginning. */
    @Nullable
    ExcludedBy beforeRecognition(UUID application) {
        return exclusive.beforeRecognition(List.of(application)).stream()
                .findFirst()
                .map(ExclusionMapper.Row::excluding)
                .orElse(null);
    }

    /** What keeps these from being paid, by their ids; what is certain before what is not. */
    public Map<UUID, ExcludedBy> beforePayment(Collection<UUID> applications) {
        return applications.isEmpty()
                ? Map.of()
                : exclusive.beforePayment(applications).stream()
                        .collect(Collectors.toMap(
                                row -> Objects.requireNonNull(row.ofApplication()), ExclusionMapper.Row::excluding));
    }

    private @Nullable ExcludedBy byGroup(UUID enterprise, RedemptionProject project) {
        String group = project.exclusiveGroup();
        Integer year = project.exclusiveYear();
        if (group == null || year == null) {
            return null;
        }
        return redemptions
                .ofGroup(enterprise, group, year)
                // The one under the project itself is no other.
                .filter(other -> !other.projectId().equals(project.id()))
                .map(other -> ExcludedBy.of(
                        true,
                        other,
                        "企业 " + year + " 年度在“" + other.projectTitle() + "”下已有申请（" + other.number() + "，"
                                + other.status().label() + "），与本项目不可同时享受"))
                .orElse(null);
    }
}
