package cn.zhengqi.user.calendar;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.HolidayYear;
import cn.zhengqi.promise.MovedPromises;
import cn.zhengqi.promise.MovedPromises.Arrangement;
import cn.zhengqi.user.UserProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Days that are over, today among them, were counted already: whoever changes some is told first what that does to open cases. */
@Component
class PastDays {

    private static final Logger LOG = LoggerFactory.getLogger(PastDays.class);

    private final Map<String, MovedPromises> promised;
    private final Clock clock;

    @Autowired
    PastDays(
            FinancePromises finance,
            CodePromises claims,
            PolicyPromises policies,
            OpsPromises evaluations,
            Clock clock) {
        this(inOrder(finance, claims, policies, evaluations), clock);
    }

    PastDays(Map<String, MovedPromises> promised, Clock clock) {
        this.promised = promised;
        this.clock = clock;
    }

    private static Map<String, MovedPromises> inOrder(
            MovedPromises finance, MovedPromises claims, MovedPromises policies, MovedPromises evaluations) {
        Map<String, MovedPromises> all = new LinkedHashMap<>();
        all.put("融资服务", finance);
        all.put("领码审核", claims);
        all.put("政策申报与兑付", policies);
        all.put("差评处理", evaluations);
        return all;
    }

    /**
     * @param before null for a year that was not arranged
     * @throws ProblemException CALENDAR_PAST_DAYS with which days and how many cases it is about
     */
    void ask(@Nullable HolidayYear before, HolidayYear after) {
        List<LocalDate> changed = changed(before, after);
        if (changed.isEmpty()) {
            return;
        }
        Arrangement arrangement = new Arrangement(after.year(), List.copyOf(after.off()), List.copyOf(after.work()));
        long moved = 0;
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, MovedPromises> one : promised.entrySet()) {
            try {
                moved += one.getValue().moved(arrangement).count();
            } catch (RuntimeException away) {
                LOG.warn("Nobody says how many cases of {} a change of the calendar would move", one.getKey(), away);
                silent.add(one.getKey());
            }
        }
        throw new ProblemException(
                UserProblem.CALENDAR_PAST_DAYS,
                "改动包含 " + changed.size() + " 个已经过去的日子，请确认后再提交",
                Map.of(
                        "days",
                        changed.size(),
                        "first",
                        changed.getFirst().toString(),
                        "last",
                        changed.getLast().toString(),
                        "moved",
                        moved,
                        "uncounted",
                        silent));
    }

    /** Days on which work was done, or not, other than it is said now. */
    private List<LocalDate> changed(@Nullable HolidayYear before, HolidayYear after) {
        LocalDate tomorrow = BusinessTime.today(clock).plusDays(1);
        LocalDate first = LocalDate.of(after.year(), 1, 1);
        return first.datesUntil(first.plusYears(1))
                .takeWhile(day -> day.isBefore(tomorrow))
                .filter(day -> before == null || before.isWorkday(day) != after.isWorkday(day))
                .toList();
    }
}
