package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.project.Audience;
import cn.zhengqi.policy.project.ProjectStatus;
import cn.zhengqi.policy.project.WindowState;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 兑付项目: under which enterprises are paid for a policy. Once it was opened it promises what it says, also whom it is for: only its last day can be moved, and its
 * budget goes by the ledger.
 */
@TableName("redemption_project")
@SuppressWarnings("UnusedVariable") // some columns are only written
public class RedemptionProject {

    @TableId
    private UUID id;

    private UUID policyId;
    private String policyTitle;
    private String title;
    private String summary;
    private UUID institutionId;
    private String institutionName;
    private RedemptionKind kind;
    private AmountRule rule;
    private BigDecimal budget;
    private LocalDate opensOn;
    private LocalDate closesOn;
    private int noticeDays;

    private @Nullable String exclusiveGroup;

    private @Nullable Integer exclusiveYear;

    private boolean barring;

    private @Nullable Audience audience;

    private ProjectStatus status;
    private boolean demo;
    private UUID createdBy;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private RedemptionProject() {}

    /** Who makes it, and for which institution. */
    public record Owner(UUID accountId, UUID institutionId, String institutionName) {}

    /** @param whom its own conditions, with their words; absent where it has none */
    static RedemptionProject draft(
            UUID policyId,
            String policyTitle,
            RedemptionContent content,
            @Nullable Audience whom,
            Owner owner,
            boolean demo,
            Instant at) {
        RedemptionProject it = new RedemptionProject();
        it.id = Ids.next();
        it.policyId = policyId;
        it.policyTitle = policyTitle;
        it.institutionId = owner.institutionId();
        it.institutionName = owner.institutionName();
        it.createdBy = owner.accountId();
        it.createdAt = at;
        it.status = ProjectStatus.DRAFT;
        it.demo = demo;
        it.say(content, whom, at);
        return it;
    }

    private void say(RedemptionContent content, @Nullable Audience whom, Instant at) {
        title = content.title().strip();
        summary = content.summary() == null ? "" : content.summary().strip();
        kind = content.kind();
        rule = content.rule();
        budget = AmountRule.cents(content.budget());
        opensOn = content.opensOn();
        closesOn = content.closesOn();
        noticeDays = content.noticeDays();
        exclusiveGroup = ExclusiveGroup.named(content.exclusiveGroup());
        exclusiveYear = exclusiveGroup == null ? null : content.exclusiveYear();
        barring = content.barring() && kind == RedemptionKind.APPLICATION;
        audience = whom;
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT once it was opened */
    void change(RedemptionContent content, @Nullable Audience whom, Instant at) {
        if (status != ProjectStatus.DRAFT) {
            throw refuse("修改，只能调整截止日期和预算");
        }
        say(content, whom, at);
    }

    /** @throws ProblemException STATE_CONFLICT unless it is open; VALIDATION_FAILED for a day before it opens, or that is over */
    void closeOn(LocalDate day, Instant at) {
        if (status != ProjectStatus.OPEN) {
            throw refuse("调整截止日期");
        }
        if (day.isBefore(opensOn)) {
            throw ProblemException.validation("closesOn", "RANGE", "截止日期不能早于开始日期");
        }
        // Who was told of a later day is not cut off unseen: a project that is to end at once is closed.
        if (day.isBefore(BusinessTime.dayOf(at))) {
            throw ProblemException.validation("closesOn", "RANGE", "截止日期不能早于今天；要立即结束，请关闭项目");
        }
        closesOn = day;
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT when it is open; VALIDATION_FAILED when its window is over */
    void open(Instant at) {
        ProjectStatus opened = status.to(ProjectStatus.OPEN, "开放");
        if (BusinessTime.dayOf(at).isAfter(closesOn)) {
            throw ProblemException.validation("closesOn", "RANGE", "截止日期已过，请先修改截止日期");
        }
        status = opened;
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is open */
    void close(Instant at) {
        status = status.to(ProjectStatus.CLOSED, "关闭");
        changedAt = at;
    }

    /** The ledger is about it now. @throws ProblemException STATE_CONFLICT before it was opened, or where it is closed for what is given */
    void mustTakeMoney(boolean given) {
        if (status == ProjectStatus.DRAFT || (given && status != ProjectStatus.OPEN)) {
            throw refuse(given ? "追加预算" : "交回预算");
        }
    }

    private ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该项目当前为“" + status.label() + "”，不能" + action);
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    RedemptionProject seenAs(int seenVersion) {
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

    /** @throws ProblemException REDEMPTION_CLOSED outside its window */
    public void mustTake(LocalDate day) {
        WindowState now = window(day);
        if (now != WindowState.OPEN) {
            throw new ProblemException(
                    PolicyProblem.REDEMPTION_CLOSED, PolicyProblem.REDEMPTION_CLOSED.title() + "（" + now.label() + "）");
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

    public RedemptionKind kind() {
        return kind;
    }

    public AmountRule rule() {
        return rule;
    }

    /** As it was planned; what holds stands in the ledger. */
    BigDecimal budget() {
        return budget;
    }

    LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate closesOn() {
        return closesOn;
    }

    public int noticeDays() {
        return noticeDays;
    }

    public @Nullable String exclusiveGroup() {
        return exclusiveGroup;
    }

    public @Nullable Integer exclusiveYear() {
        return exclusiveYear;
    }

    public boolean barring() {
        return barring;
    }

    /** Its own conditions beside those of the policy; null where it has none. */
    public @Nullable Audience audience() {
        return audience;
    }

    /** The tree of them. */
    public @Nullable Map<String, Object> criteria() {
        return audience == null ? null : audience.criteria();
    }

    public ProjectStatus status() {
        return status;
    }

    public boolean demo() {
        return demo;
    }

    Instant changedAt() {
        return changedAt;
    }

    int version() {
        return version;
    }
}
