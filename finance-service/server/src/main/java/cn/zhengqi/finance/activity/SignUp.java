package cn.zhengqi.finance.activity;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.ActivitySignUpAffected;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.FieldStrategy;
import com.baomidou.mybatisplus.annotation.TableField;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise that comes to an activity, or would like to. */
@TableName("activity_sign_up")
class SignUp {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    @TableId
    private UUID id;

    private UUID activityId;
    private String code;
    private UUID enterpriseId;
    private String enterpriseName;
    private boolean demo;
    private UUID personId;
    private int people;

    /** Of the activity; the database carries it on when the organiser changes it, and refuses more people than that. */
    @SuppressWarnings("UnusedVariable") // only written
    @TableField(updateStrategy = FieldStrategy.NEVER)
    private int mostEach;

    private String contactName;
    private SignUpPhone contactPhone;
    private SignUpStatus status;
    private Instant signedUpAt;
    private @Nullable Instant admittedAt;
    private @Nullable Instant endedAt;

    private @Nullable Instant remindedAt;

    private @Nullable Instant checkedInAt;
    private @Nullable String checkedInByName;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private SignUp() {}

    /** @param admitted whether there is room; else it waits */
    SignUp(Activity activity, Participant who, String code, boolean admitted, Instant at) {
        this.id = Ids.next();
        this.activityId = activity.id();
        this.code = code;
        this.enterpriseId = who.enterpriseId();
        this.enterpriseName = who.enterpriseName();
        this.demo = who.demo();
        this.personId = who.personId();
        this.people = who.people();
        this.mostEach = activity.mostEach();
        this.contactName = who.contactName();
        this.contactPhone = new SignUpPhone(who.contactPhone());
        this.status = admitted ? SignUpStatus.SIGNED_UP : SignUpStatus.WAITING;
        this.signedUpAt = at;
        this.admittedAt = admitted ? at : null;
    }

    /** There is room now. */
    void moveUp(Instant at) {
        status = status.to(SignUpStatus.SIGNED_UP, "递补");
        admittedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT, ALREADY_CHECKED_IN */
    void withdraw(Instant at) {
        if (checkedInAt != null) {
            throw alreadyIn(checkedInAt);
        }
        status = status.to(SignUpStatus.WITHDRAWN, "取消报名");
        endedAt = at;
    }

    /** With its activity. */
    void cancel(Instant at) {
        status = status.to(SignUpStatus.CANCELLED, "取消");
        endedAt = at;
    }

    /** It is somewhere else or at another time: of that the reminder tells again. */
    void rearranged() {
        remindedAt = null;
    }

    /** @throws ProblemException NOT_ADMITTED, ALREADY_CHECKED_IN */
    void checkIn(String byName, Instant at) {
        if (status != SignUpStatus.SIGNED_UP) {
            throw new ProblemException(FinanceProblem.NOT_ADMITTED, "该报名当前为“" + status.label() + "”，不能签到");
        }
        if (checkedInAt != null) {
            throw alreadyIn(checkedInAt);
        }
        checkedInAt = at;
        checkedInByName = byName;
    }

    private ProblemException alreadyIn(Instant when) {
        return new ProblemException(
                FinanceProblem.ALREADY_CHECKED_IN,
                enterpriseName + "已于 " + BusinessTime.at(when).format(MOMENT) + " 签到");
    }

    /** @param reason why the activity is cancelled; else absent */
    ActivitySignUpAffected affected(
            Activity activity, ActivitySignUpAffected.By by, @Nullable String reason, Instant at) {
        return new ActivitySignUpAffected(
                id,
                activityId,
                enterpriseId,
                personId,
                demo,
                activity.title(),
                activity.startsAt(),
                activity.place(),
                people,
                by,
                reason,
                at);
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    SignUp seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    UUID id() {
        return id;
    }

    UUID activityId() {
        return activityId;
    }

    String code() {
        return code;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    String enterpriseName() {
        return enterpriseName;
    }

    boolean demo() {
        return demo;
    }

    int people() {
        return people;
    }

    String contactName() {
        return contactName;
    }

    String contactPhone() {
        return contactPhone.value();
    }

    SignUpStatus status() {
        return status;
    }

    Instant signedUpAt() {
        return signedUpAt;
    }

    @Nullable
    Instant checkedInAt() {
        return checkedInAt;
    }

    @Nullable
    String checkedInByName() {
        return checkedInByName;
    }

    int version() {
        return version;
    }
}
