package cn.zhengqi.finance.activity;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.ActivitySignUpAffected.By;
import cn.zhengqi.finance.cover.Covers;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the organiser does with an activity. Each move locks its row first: who signs up meanwhile waits. */
@Service
@Transactional
class ActivityDesk {

    private final ActivityMapper activities;
    private final SignUpMapper signUps;
    private final Activities shown;
    private final Places places;
    private final Covers covers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ActivityDesk(
            ActivityMapper activities,
            SignUpMapper signUps,
            Activities shown,
            Places places,
            Covers covers,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.activities = activities;
        this.signUps = signUps;
        this.shown = shown;
        this.places = places;
        this.covers = covers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException VALIDATION_FAILED */
    ManagedActivity write(ActivityContent content, String author) {
        covers.require(content.cover());
        Activity activity = new Activity(content, author, now());
        activities.insert(activity);
        return recorded(FinanceAction.ACTIVITY_WRITTEN, null, activity);
    }

    /** One that was published before. @throws ProblemException as the moves themselves */
    UUID enterPublished(ActivityContent content, String author, Instant publishedAt) {
        Activity activity = new Activity(content, author, publishedAt);
        activity.publish(publishedAt);
        activities.insert(activity);
        recorded(FinanceAction.ACTIVITY_PUBLISHED, null, activity);
        return activity.id();
    }

    /**
     * Who is signed up is told of another time or place, and who waits moves up where the quota has grown.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, and what {@link Activity#change} says
     */
    ManagedActivity change(UUID id, int version, ActivityContent content) {
        Activity activity = locked(id).seenAs(version);
        covers.require(content.cover());
        Instant now = now();
        ActivityContent before = activity.content();
        boolean elsewhere = activity.change(content, signUps.largest(id), now);
        activities.update(activity);
        if (elsewhere) {
            for (SignUp signUp : signUps.lockOpen(id)) {
                signUp.rearranged();
                signUps.update(signUp);
                outbox.publish(signUp.affected(activity, By.REARRANGED, null, now), signUp.version(), now);
            }
        }
        places.fill(activity, now);
        return recorded(FinanceAction.ACTIVITY_CHANGED, before, locked(id));
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, VALIDATION_FAILED */
    ManagedActivity publish(UUID id, int version) {
        Activity activity = locked(id).seenAs(version);
        ActivityContent before = activity.content();
        activity.publish(now());
        activities.update(activity);
        return recorded(FinanceAction.ACTIVITY_PUBLISHED, before, activity);
    }

    /** All who come or wait are told. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    ManagedActivity cancel(UUID id, int version, String reason) {
        Activity activity = locked(id).seenAs(version);
        Instant now = now();
        ActivityContent before = activity.content();
        activity.cancel(reason, now);
        activities.update(activity);
        for (SignUp signUp : signUps.lockOpen(id)) {
            signUp.cancel(now);
            signUps.update(signUp);
            outbox.publish(signUp.affected(activity, By.CANCELLED, reason, now), signUp.version(), now);
        }
        return recorded(FinanceAction.ACTIVITY_CANCELLED, before, activity);
    }

    /**
     * Once only, also where two let in at once.
     *
     * @throws ProblemException NOT_FOUND, CHECK_IN_CODE_UNKNOWN, NOT_ADMITTED, ALREADY_CHECKED_IN, CHECK_IN_NOT_OPEN
     */
    SignUpView checkIn(UUID id, String code, String byName) {
        return checkIn(locked(id), code, byName, now());
    }

    /** The same, at another time. */
    SignUpView checkIn(UUID id, String code, String byName, Instant at) {
        return checkIn(locked(id), code, byName, at);
    }

    private SignUpView checkIn(Activity activity, String code, String byName, Instant at) {
        activity.mustLetIn(at);
        SignUp signUp = signUps.lockByCode(activity.id(), CheckInCodes.typed(code))
                .orElseThrow(() -> new ProblemException(FinanceProblem.CHECK_IN_CODE_UNKNOWN));
        SignUpView before = SignUpView.of(signUp, activity.title());
        signUp.checkIn(byName, at);
        signUps.update(signUp);
        SignUpView after = SignUpView.of(signUp, activity.title());
        audit.changed(
                FinanceAction.ACTIVITY_CHECKED_IN,
                signUp.id(),
                activity.title() + " " + signUp.enterpriseName(),
                before,
                after);
        return after;
    }

    private Activity locked(UUID id) {
        return activities.lock(id).orElseThrow(Activities::notFound);
    }

    private ManagedActivity recorded(FinanceAction action, @Nullable ActivityContent before, Activity activity) {
        audit.changed(action, activity.id(), activity.title(), before, activity.content());
        return shown.view(activity);
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
