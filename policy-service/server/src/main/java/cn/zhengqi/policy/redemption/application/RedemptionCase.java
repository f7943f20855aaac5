package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.api.RedemptionParties;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import com.baomidou.mybatisplus.annotation.TableId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose application it is, and under which project, as both were called when it began: what never changes of it. */
@SuppressWarnings("UnusedVariable") // some columns are only written
public abstract class RedemptionCase {

    @TableId
    private UUID id;

    private String number;
    private UUID projectId;
    private String projectTitle;
    private RedemptionKind kind;
    private UUID policyId;
    private String policyTitle;
    private UUID institutionId;
    private String institutionName;
    private @Nullable String exclusiveGroup;
    private @Nullable Integer exclusiveYear;
    private UUID enterpriseId;
    private String enterpriseName;
    private @Nullable String townCode;
    private boolean demo;
    private Instant submittedAt;

    /** As it is stored. */
    @SuppressWarnings("NullAway.Init")
    RedemptionCase() {}

    RedemptionCase(String number, RedemptionProject project, Claimant claimant, Instant at) {
        this.number = number;
        id = Ids.next();
        projectId = project.id();
        projectTitle = project.title();
        kind = project.kind();
        policyId = project.policyId();
        policyTitle = project.policyTitle();
        institutionId = project.institutionId();
        institutionName = project.institutionName();
        exclusiveGroup = project.exclusiveGroup();
        exclusiveYear = project.exclusiveYear();
        enterpriseId = claimant.enterpriseId();
        enterpriseName = claimant.name();
        townCode = claimant.townCode();
        demo = claimant.demo();
        submittedAt = at;
    }

    RedemptionParties parties(@Nullable UUID applicantId) {
        return new RedemptionParties(
                id,
                number,
                projectId,
                projectTitle,
                institutionId,
                institutionName,
                enterpriseId,
                enterpriseName,
                applicantId,
                demo);
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public UUID projectId() {
        return projectId;
    }

    public String projectTitle() {
        return projectTitle;
    }

    public RedemptionKind kind() {
        return kind;
    }

    public UUID policyId() {
        return policyId;
    }

    public String policyTitle() {
        return policyTitle;
    }

    public UUID institutionId() {
        return institutionId;
    }

    public String institutionName() {
        return institutionName;
    }

    public UUID enterpriseId() {
        return enterpriseId;
    }

    public String enterpriseName() {
        return enterpriseName;
    }

    public @Nullable String townCode() {
        return townCode;
    }

    public boolean demo() {
        return demo;
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
