package cn.zhengqi.finance.activity;

import cn.zhengqi.data.Portions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Activities and sign-ups as those read them who may; from the primary, because they look right after they changed something. */
@Service
@Transactional
class Activities {

    private final ActivityMapper activities;
    private final SignUpMapper signUps;
    private final Clock clock;

    Activities(ActivityMapper activities, SignUpMapper signUps, Clock clock) {
        this.activities = activities;
        this.signUps = signUps;
        this.clock = clock;
    }

    /** @param over only those that are over, or only those that are not */
    Page<ActivityView> published(@Nullable String words, @Nullable Boolean over, PageRequest page) {
        Instant now = clock.instant();
        ActivityQuery query = ActivityQuery.ofPublic(words, over, now);
        return Page.of(activities.list(query, page), activities.count(query), page)
                .map(it -> ActivityView.of(it, now));
    }

    /** @throws ProblemException NOT_FOUND also for a draft */
    ActivityDetail detail(UUID id) {
        Activity it = shown(id);
        return new ActivityDetail(ActivityView.of(it, clock.instant()), it.body());
    }

    /** @throws ProblemException NOT_FOUND also for a draft */
    Activity shown(UUID id) {
        return activities
                .find(id)
                .filter(it -> it.status() != ActivityStatus.DRAFT)
                .orElseThrow(Activities::notFound);
    }

    Page<ManagedActivity> managed(ActivityFilter filter, PageRequest page) {
        ActivityQuery query = ActivityQuery.managed(filter, clock.instant());
        return Page.of(views(activities.list(query, page)), activities.count(query), page);
    }

    long count(ActivityFilter filter) {
        return activities.count(ActivityQuery.managed(filter, clock.instant()));
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(ActivityFilter filter, Consumer<ManagedActivity> row) {
        ActivityQuery query = ActivityQuery.managed(filter, clock.instant());
        Portions.<Activity, ManagedActivity>seenBy(this::views).each(handler -> activities.each(query, handler), row);
    }

    /** @throws ProblemException NOT_FOUND */
    ManagedActivity managed(UUID id) {
        return view(activities.find(id).orElseThrow(Activities::notFound));
    }

    ManagedActivity view(Activity it) {
        return views(List.of(it)).getFirst();
    }

    private List<ManagedActivity> views(List<Activity> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, SignUpMapper.Counts> counts = signUps
                .counts(found.stream().map(Activity::id).toList())
                .stream()
                .collect(Collectors.toMap(SignUpMapper.Counts::activityId, Function.identity()));
        Instant now = clock.instant();
        return found.stream()
                .map(it -> ManagedActivity.of(it, counts.get(it.id()), now))
                .toList();
    }

    Page<SignUpView> signUps(SignUpQuery query, PageRequest page) {
        return Page.of(named(signUps.list(query, page)), signUps.count(query), page);
    }

    long count(SignUpQuery query) {
        return signUps.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(SignUpQuery query, Consumer<SignUpView> row) {
        Portions.<SignUp, SignUpView>seenBy(this::named).each(handler -> signUps.each(query, handler), row);
    }

    private List<SignUpView> named(List<SignUp> found) {
        Map<UUID, Activity> of = of(found);
        return found.stream()
                .map(it -> SignUpView.of(
                        it, Objects.requireNonNull(of.get(it.activityId())).title()))
                .toList();
    }

    Page<MySignUp> mine(SignUpQuery query, PageRequest page) {
        List<SignUp> found = signUps.list(query, page);
        Map<UUID, Activity> of = of(found);
        return Page.of(
                found.stream()
                        .map(it -> mine(it, Objects.requireNonNull(of.get(it.activityId()))))
                        .toList(),
                signUps.count(query),
                page);
    }

    MySignUp mine(SignUp it, Activity activity) {
        return MySignUp.of(
                it,
                activity,
                it.status() == SignUpStatus.WAITING ? signUps.waitingBefore(it.id()) : null,
                clock.instant());
    }

    private Map<UUID, Activity> of(List<SignUp> found) {
        Map<UUID, Activity> known = new HashMap<>();
        List<UUID> ids = found.stream().map(SignUp::activityId).distinct().toList();
        if (!ids.isEmpty()) {
            activities.selectByIds(ids).forEach(it -> known.put(it.id(), it));
        }
        return known;
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该活动");
    }
}
