package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Under which enterprises declare for a policy. What it asks stands in its {@link ProjectForm}, by versions. */
@TableName("declaration_project")
@SuppressWarnings("UnusedVariable") // some columns are only written
public class DeclarationProject {

    @TableId
    private UUID id;

    private UUID policyId;
    private String policyTitle;
    private String title;
    private String summary;
    private UUID institutionId;
    private String institutionName;
    private LocalDate opensOn;
    private LocalDate closesOn;

    private @Nullable Integer quota;

    private boolean barring;

    private @Nullable Audience audience;

    private ProjectStatus status;
    private int formVersion;
    private boolean demo;
    private UUID createdBy;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private DeclarationProject() {}

    /**
     * @param policyTitle as the policy is called now
     * @param owner whose project it is
     */
    static DeclarationProject draft(
            UUID policyId,
            String policyTitle,
            ProjectContent content,
            @Nullable Audience audience,
            Owner owner,
            boolean demo,
            Instant at) {
        DeclarationProject it = new DeclarationProject();
        it.id = Ids.next();
        it.policyId = policyId;
        it.policyTitle = policyTitle;
        it.institutionId = owner.institutionId();
        it.institutionName = owner.institutionName();
        it.createdBy = owner.accountId();
        it.createdAt = at;
        it.status = ProjectStatus.DRAFT;
        it.formVersion = 1;
        it.demo = demo;
        it.say(content, audience, at);
        return it;
    }

    /** Who makes it, and for which institution. */
    record Owner(UUID accountId, UUID institutionId, String institutionName) {}

    private void say(ProjectContent content, @Nullable Audience whom, Instant at) {
        title = content.title().strip();
        summary = content.summary() == null ? "" : content.summary().strip();
        opensOn = content.opensOn();
        closesOn = content.closesOn();
        quota = content.quota();
        barring = content.barring();
        audience = whom;
        changedAt = at;
    }

    /**
     * Whom it is for holds from now on; what was handed in keeps how its enterprise stood.
     *
     * @param newForm whether what it asks is another now: then it is a version more, and the older ones stay
     * @throws ProblemException VALIDATION_FAILED for a last day that is past, of one that is open: what was submitted since would stand outside its window
     */
    void change(ProjectContent content, @Nullable Audience whom, boolean newForm, Instant at) {
        if (status == ProjectStatus.OPEN
                && !content.closesOn().equals(closesOn)
                && content.closesOn().isBefore(BusinessTime.dayOf(at))) {
            throw ProblemException.validation("closesOn", "RANGE", "截止日期不能早于今天；要立即结束，请关闭项目");
        }
        say(content, whom, at);
        if (newForm) {
            formVersion++;
        }
    }

    /** @throws ProblemException STATE_CONFLICT when it is open; VALIDATION_FAILED when its window is over */
    void open(Instant at) {
        status = status.to(ProjectStatus.OPEN, "开放");
        if (BusinessTime.dayOf(at).isAfter(closesOn)) {
            throw ProblemException.validation("closesOn", "RANGE", "申报截止日期已过，请先修改截止日期");
        }
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is open */
    void close(Instant at) {
        status = status.to(ProjectStatus.CLOSED, "关闭");
        changedAt = at;
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    DeclarationProject seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    public WindowState window(LocalDate day) {
        if (status != ProjectStatus.OPEN) {
            return WindowState.CLOSED;
        }
        if (day.isBefore(opensOn)) {
            return WindowState.NOT_YET;
        }
        return day.isAfter(closesOn) ? WindowState.OVER : WindowState.OPEN;
    }

    /** @throws ProblemException WINDOW_CLOSED */
    public void mustTake(LocalDate day) {
        WindowState now = window(day);
        if (now != WindowState.OPEN) {
            String why = now == WindowState.CLOSED ? status.label() : now.label();
            throw new ProblemException(PolicyProblem.WINDOW_CLOSED, "该项目的申报" + why + "，现在不能申报；已填写的内容仍保留在草稿中");
        }
    }

    /**
     * @param taken declarations that count already
     * @throws ProblemException QUOTA_REACHED
     */
    public void mustHaveRoom(long taken) {
        if (isFull(() -> taken)) {
            throw new ProblemException(PolicyProblem.QUOTA_REACHED);
        }
    }

    /** @param taken how many declarations count already; asked only where there is a quota */
    public boolean isFull(LongSupplier taken) {
        return quota != null && taken.getAsLong() >= quota;
    }

    /**
     * Places that were taken are not taken back by another figure.
     *
     * @throws ProblemException VALIDATION_FAILED
     */
    void mustHold(long taken, @Nullable Integer before) {
        if (quota != null && taken > quota && !quota.equals(before)) {
            throw ProblemException.validation("quota", "RANGE", "已有 " + taken + " 家企业提交，名额不能少于 " + taken);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID policyId() {
        return policyId;
    }

    public String policyTitle() {
        return policyTitle;
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    public UUID institutionId() {
        return institutionId;
    }

    public String institutionName() {
        return institutionName;
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate closesOn() {
        return closesOn;
    }

    public @Nullable Integer quota() {
        return quota;
    }

    /** Whether who does not qualify may not declare at all. */
    public boolean barring() {
        return barring;
    }

    /** Its own conditions beside those of the policy; null where it has none. */
    public @Nullable Audience audience() {
        return audience;
    }

    public ProjectStatus status() {
        return status;
    }

    public int formVersion() {
        return formVersion;
    }

    public boolean demo() {
        return demo;
    }

    Instant changedAt() {
        return changedAt;
    }

    public int version() {
        return version;
    }
}
