package cn.zhengqi.finance.activity;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.ActivitySignUpAffected.By;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What enterprises do with activities: sign up, wait, take it back; and that they are reminded. */
@Service
@Transactional
class SignUpDesk {

    private final ActivityMapper activities;
    private final SignUpMapper signUps;
    private final Activities shown;
    private final Places places;
    private final CheckInCodes codes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    SignUpDesk(
            ActivityMapper activities,
            SignUpMapper signUps,
            Activities shown,
            Places places,
            CheckInCodes codes,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.activities = activities;
        this.signUps = signUps;
        this.shown = shown;
        this.places = places;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * With room it is signed up; without it waits.
     *
     * @throws ProblemException NOT_FOUND, ALREADY_SIGNED_UP, and what {@link Activity#admits} says
     */
    MySignUp signUp(UUID activityId, Participant who) {
        return signUp(shownAndLocked(activityId), who, now());
    }

    /** The same, at another time. */
    MySignUp signUp(UUID activityId, Participant who, Instant at) {
        return signUp(shownAndLocked(activityId), who, at);
    }

    private Activity shownAndLocked(UUID activityId) {
        return activities
                .lock(activityId)
                .filter(it -> it.status() != ActivityStatus.DRAFT)
                .orElseThrow(Activities::notFound);
    }

    private MySignUp signUp(Activity activity, Participant who, Instant at) {
        boolean room = activity.admits(who.people(), at);
        if (signUps.isSignedUp(activity.id(), who.enterpriseId())) {
            throw new ProblemException(FinanceProblem.ALREADY_SIGNED_UP);
        }
        SignUp signUp = new SignUp(activity, who, codes.next(), room, at);
        signUps.insert(signUp);
        if (room) {
            activities.seat(activity.id(), who.people());
        }
        return recorded(FinanceAction.ACTIVITY_SIGNED_UP, signUp, null);
    }

    /** Who waits moves up. @throws ProblemException NOT_FOUND for another's, VERSION_CONFLICT, STATE_CONFLICT, ACTIVITY_BEGUN */
    MySignUp withdraw(UUID id, int version, UUID enterprise) {
        UUID activityId = signUps.find(id)
                .filter(it -> it.enterpriseId().equals(enterprise))
                .map(SignUp::activityId)
                .orElseThrow(SignUpDesk::notFound);
        Activity activity = activities.lock(activityId).orElseThrow(Activities::notFound);
        SignUp signUp = signUps.lock(id).orElseThrow(SignUpDesk::notFound).seenAs(version);
        Instant now = now();
        activity.mustNotHaveBegun(now);
        SignUpView before = SignUpView.of(signUp, activity.title());
        boolean had = signUp.status() == SignUpStatus.SIGNED_UP;
        signUp.withdraw(now);
        signUps.update(signUp);
        if (had) {
            activities.seat(activityId, -signUp.people());
            places.fill(activity, now);
        }
        return recorded(FinanceAction.ACTIVITY_SIGN_UP_WITHDRAWN, signUp, before);
    }

    /** Who comes tomorrow, or today, and was not reminded yet; at most so many. @return how many were */
    int remindSome(int most) {
        Instant now = now();
        List<SignUp> due =
                signUps.lockDue(now, BusinessTime.endOf(BusinessTime.dayOf(now).plusDays(1)), most);
        for (SignUp signUp : due) {
            Activity activity = activities.find(signUp.activityId()).orElseThrow();
            signUps.reminded(signUp.id(), now);
            outbox.publish(signUp.affected(activity, By.DUE, null, now), signUp.version(), now);
        }
        return due.size();
    }

    private MySignUp recorded(FinanceAction action, SignUp signUp, @Nullable SignUpView before) {
        Activity activity = activities.lock(signUp.activityId()).orElseThrow();
        audit.changed(
                action,
                signUp.id(),
                activity.title() + " " + signUp.enterpriseName(),
                before,
                SignUpView.of(signUp, activity.title()));
        return shown.mine(signUp, activity);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("没有找到该报名");
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
