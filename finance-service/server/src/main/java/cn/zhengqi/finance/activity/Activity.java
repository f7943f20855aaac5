package cn.zhengqi.finance.activity;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.cover.Cover;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.FieldStrategy;
import com.baomidou.mybatisplus.annotation.TableField;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 金融活动. Whoever changes it or a sign-up for it has locked its row. */
@TableName("finance_activity")
class Activity {

    /** Doors open so long before the beginning. */
    static final Duration DOORS = Duration.ofHours(2);

    @TableId
    private UUID id;

    private String title;
    private String organiser;

    private @Nullable String place;

    private @Nullable String onlineLink;

    private Instant startsAt;
    private Instant endsAt;
    private Instant signUpFrom;
    private Instant signUpUntil;
    private int quota;
    private int mostEach;

    /** Counted by {@link ActivityMapper#seat} alone: a sign-up is no change that its editor would have to see. */
    @TableField(updateStrategy = FieldStrategy.NEVER)
    private int taken;

    private String audience;
    private String body;

    private @Nullable UUID coverId;

    private @Nullable String coverWords;

    private ActivityStatus status;
    private @Nullable String cancelReason;
    private String createdByName;
    private Instant changedAt;
    private @Nullable Instant publishedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Activity() {}

    @SuppressWarnings("NullAway.Init") // by write
    Activity(ActivityContent content, String author, Instant at) {
        this.id = Ids.next();
        this.status = ActivityStatus.DRAFT;
        this.createdByName = author;
        write(content, at);
    }

    /**
     * @param largest people of the largest sign-up that stands or waits
     * @return whether those who are signed up have to be told: it is somewhere else or at another time
     * @throws ProblemException STATE_CONFLICT once it is cancelled or over, QUOTA_BELOW_TAKEN, LIMIT_BELOW_SIGN_UP, VALIDATION_FAILED
     */
    boolean change(ActivityContent content, int largest, Instant at) {
        if (status == ActivityStatus.CANCELLED) {
            throw status.refuse("修改");
        }
        mustNotBeOver("修改", at);
        if (status == ActivityStatus.PUBLISHED && !at.isBefore(content.endsAt().toInstant())) {
            throw ProblemException.validation("endsAt", "RANGE", "活动结束时间不能早于现在；不再举办的活动请取消");
        }
        if (content.quota() < taken) {
            throw new ProblemException(FinanceProblem.QUOTA_BELOW_TAKEN, "已有 " + taken + " 人报名，名额不能少于 " + taken + " 人");
        }
        if (content.mostEach() < largest) {
            throw new ProblemException(
                    FinanceProblem.LIMIT_BELOW_SIGN_UP, "已有企业报名 " + largest + " 人，每家企业最多人数不能少于 " + largest + " 人");
        }
        Rendezvous before = rendezvous();
        write(content, at);
        return status == ActivityStatus.PUBLISHED && !before.equals(rendezvous());
    }

    private record Rendezvous(
            @Nullable String place, @Nullable String onlineLink, Instant startsAt, Instant endsAt) {}

    private Rendezvous rendezvous() {
        return new Rendezvous(place, onlineLink, startsAt, endsAt);
    }

    private void write(ActivityContent content, Instant at) {
        content.sensible();
        this.title = content.title().strip();
        this.organiser = content.organiser().strip();
        this.place = content.place();
        this.onlineLink = content.onlineLink();
        this.startsAt = content.startsAt().toInstant();
        this.endsAt = content.endsAt().toInstant();
        this.signUpFrom = content.signUpFrom().toInstant();
        this.signUpUntil = content.signUpUntil().toInstant();
        this.quota = content.quota();
        this.mostEach = content.mostEach();
        this.audience = content.audience().strip();
        this.body = content.body().strip();
        Cover cover = content.cover();
        this.coverId = cover == null ? null : cover.id();
        this.coverWords = cover == null ? null : cover.words().strip();
        this.changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT, VALIDATION_FAILED once it has begun */
    void publish(Instant at) {
        ActivityStatus next = status.to(ActivityStatus.PUBLISHED, "发布");
        if (!at.isBefore(startsAt)) {
            throw ProblemException.validation("startsAt", "RANGE", "活动开始时间已过，请修改后再发布");
        }
        status = next;
        publishedAt = at;
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT, also once it is over */
    void cancel(String reason, Instant at) {
        ActivityStatus next = status.to(ActivityStatus.CANCELLED, "取消");
        mustNotBeOver("取消", at);
        status = next;
        cancelReason = reason;
        changedAt = at;
    }

    private void mustNotBeOver(String action, Instant at) {
        if (status == ActivityStatus.PUBLISHED && !at.isBefore(endsAt)) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该活动已经结束，不能" + action);
        }
    }

    /**
     * @param people that somebody wants to come with
     * @return whether there is room for them; else they wait
     * @throws ProblemException STATE_CONFLICT, SIGN_UP_NOT_OPEN, SIGN_UP_OVER, PEOPLE_OVER_QUOTA, PEOPLE_OVER_LIMIT
     */
    boolean admits(int people, Instant at) {
        mustBePublished("报名");
        if (at.isBefore(signUpFrom)) {
            throw new ProblemException(FinanceProblem.SIGN_UP_NOT_OPEN);
        }
        if (!at.isBefore(signUpUntil)) {
            throw new ProblemException(FinanceProblem.SIGN_UP_OVER);
        }
        if (people > quota) {
            throw new ProblemException(FinanceProblem.PEOPLE_OVER_QUOTA);
        }
        if (people > mostEach) {
            throw new ProblemException(FinanceProblem.PEOPLE_OVER_LIMIT, "每家企业最多 " + mostEach + " 人参加");
        }
        return people <= room();
    }

    int room() {
        return quota - taken;
    }

    /** Whoever waits still moves up. */
    boolean movesUp(Instant at) {
        return status == ActivityStatus.PUBLISHED && at.isBefore(startsAt);
    }

    /** @throws ProblemException ACTIVITY_BEGUN */
    void mustNotHaveBegun(Instant at) {
        if (!at.isBefore(startsAt)) {
            throw new ProblemException(FinanceProblem.ACTIVITY_BEGUN);
        }
    }

    /** @throws ProblemException STATE_CONFLICT, CHECK_IN_NOT_OPEN */
    void mustLetIn(Instant at) {
        mustBePublished("签到");
        if (at.isBefore(startsAt.minus(DOORS)) || at.isAfter(endsAt)) {
            throw new ProblemException(FinanceProblem.CHECK_IN_NOT_OPEN);
        }
    }

    private void mustBePublished(String action) {
        if (status != ActivityStatus.PUBLISHED) {
            throw status.refuse(action);
        }
    }

    ActivityPhase phase(Instant at) {
        if (status == ActivityStatus.CANCELLED) {
            return ActivityPhase.CANCELLED;
        }
        if (!at.isBefore(endsAt)) {
            return ActivityPhase.OVER;
        }
        if (!at.isBefore(startsAt)) {
            return ActivityPhase.RUNNING;
        }
        if (!at.isBefore(signUpUntil)) {
            return ActivityPhase.CLOSED;
        }
        if (at.isBefore(signUpFrom)) {
            return ActivityPhase.UPCOMING;
        }
        return room() > 0 ? ActivityPhase.OPEN : ActivityPhase.FULL;
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    Activity seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    ActivityContent content() {
        return new ActivityContent(
                title,
                organiser,
                place,
                onlineLink,
                BusinessTime.at(startsAt),
                BusinessTime.at(endsAt),
                BusinessTime.at(signUpFrom),
                BusinessTime.at(signUpUntil),
                quota,
                mostEach,
                audience,
                body,
                cover());
    }

    @Nullable
    Cover cover() {
        return coverId == null || coverWords == null ? null : new Cover(coverId, coverWords);
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    String organiser() {
        return organiser;
    }

    @Nullable
    String place() {
        return place;
    }

    @Nullable
    String onlineLink() {
        return onlineLink;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    Instant signUpFrom() {
        return signUpFrom;
    }

    Instant signUpUntil() {
        return signUpUntil;
    }

    int quota() {
        return quota;
    }

    int mostEach() {
        return mostEach;
    }

    int taken() {
        return taken;
    }

    String audience() {
        return audience;
    }

    String body() {
        return body;
    }

    ActivityStatus status() {
        return status;
    }

    @Nullable
    String cancelReason() {
        return cancelReason;
    }

    String createdByName() {
        return createdByName;
    }

    Instant changedAt() {
        return changedAt;
    }

    int version() {
        return version;
    }
}
