package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.project.ProjectForm;
import com.baomidou.mybatisplus.annotation.TableId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose declaration it is, and under which project and version of its form, as they were called when it began: what never changes of it. */
@SuppressWarnings("UnusedVariable") // some columns are only written
abstract class DeclarationCase {

    @TableId
    private UUID id;

    private UUID projectId;
    private int formVersion;
    private String projectTitle;
    private UUID policyId;
    private String policyTitle;
    private UUID institutionId;
    private String institutionName;
    private UUID enterpriseId;
    private String enterpriseName;
    private @Nullable String townCode;
    private boolean demo;
    private Instant createdAt;

    /** As it is stored. */
    @SuppressWarnings("NullAway.Init")
    DeclarationCase() {}

    DeclarationCase(DeclarationProject project, ProjectForm form, Applicant applicant, Instant at) {
        id = Ids.next();
        projectId = project.id();
        formVersion = form.version();
        projectTitle = project.title();
        policyId = project.policyId();
        policyTitle = project.policyTitle();
        institutionId = project.institutionId();
        institutionName = project.institutionName();
        enterpriseId = applicant.enterpriseId();
        enterpriseName = applicant.enterpriseName();
        townCode = applicant.townCode();
        demo = applicant.demo();
        createdAt = at;
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    int formVersion() {
        return formVersion;
    }

    String projectTitle() {
        return projectTitle;
    }

    UUID policyId() {
        return policyId;
    }

    String policyTitle() {
        return policyTitle;
    }

    UUID institutionId() {
        return institutionId;
    }

    String institutionName() {
        return institutionName;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    String enterpriseName() {
        return enterpriseName;
    }

    @Nullable
    String townCode() {
        return townCode;
    }

    boolean demo() {
        return demo;
    }
}
