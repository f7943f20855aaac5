package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.Expiry;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a service declares of how long it keeps data is what its jobs do. Extend it in each, as {@code @ServiceTest}, and say of each job how something comes to
 * lie there: it is tried with what is a day too old and with what is a day too young.
 */
public abstract class RetentionTest {

    /** Jobs of the libraries, which are tried there. */
    private static final String EVENTS = "events.";

    private static final int MOST = 1000;

    @Autowired
    DeclaredProcessing declared;

    @Autowired
    List<Expiry> expiries;

    @Autowired
    PlatformTransactionManager transactions;

    /**
     * Something that is kept.
     *
     * @param put makes it begin at a time
     * @param isThere whether it still is
     */
    public record Kept(Function<OffsetDateTime, UUID> put, Predicate<UUID> isThere) {}

    /** By the code of the processing. */
    protected abstract Map<String, List<Kept>> kept();

    /** Jobs that go by rules and times of their own and have tests of their own: class and method by the code of the processing. */
    protected Map<String, String> ownJobs() {
        return Map.of();
    }

    @Test
    void every_declared_period_is_kept_by_a_job_and_no_job_goes_by_another() {
        Map<String, String> periods = declared.activities().stream()
                .filter(activity -> activity.retention().period() != null)
                .filter(activity -> !ownJobs().containsKey(activity.code()))
                .collect(Collectors.toMap(
                        ProcessingActivity::code,
                        activity -> String.valueOf(activity.retention().period())));
        Map<String, String> jobs = expiries.stream()
                .filter(expiry -> !expiry.name().startsWith(EVENTS))
                .collect(Collectors.toMap(Expiry::name, expiry -> expiry.term().toString()));

        assertThat(jobs).isEqualTo(periods);
    }

    @Test
    void the_service_s_own_jobs_are_there_and_go_by_the_clock() {
        Set<String> codes = declared.activities().stream()
                .filter(activity -> activity.retention().period() != null)
                .map(ProcessingActivity::code)
                .collect(Collectors.toSet());

        assertThat(codes).containsAll(ownJobs().keySet());
        ownJobs()
                .values()
                .forEach(job -> assertThat(methodOf(job))
                        .as(job)
                        .matches(method -> method.isAnnotationPresent(Scheduled.class)));
    }

    @Test
    void nothing_is_kept_for_as_long_as_there_is_a_platform() {
        assertThat(declared.activities())
                .allSatisfy(activity -> assertThat(activity.retention().text())
                        .as(activity.code())
                        .doesNotContain("平台停止运行"));
    }

    @Test
    void who_operates_the_platform_reads_every_term_that_can_be_set_in_the_paper() {
        String paper = Repository.text("docs/operations.md");
        assertThat(expiries).allSatisfy(expiry -> assertThat(paper).contains("`" + expiry.name() + "`"));
    }

    @Test
    void what_was_kept_for_its_term_goes_and_what_is_a_day_younger_stays() {
        keepTerms();
    }

    /** All jobs, once for each thing that is kept, with one that is too old and one that is young beside it. */
    protected final void keepTerms() {
        Map<String, List<Kept>> kept = kept();
        for (Expiry expiry : expiries) {
            if (expiry.name().startsWith(EVENTS)) {
                continue;
            }
            assertThat(kept).containsKey(expiry.name());
            OffsetDateTime before = BusinessTime.at(Instant.now()).minus(expiry.term());
            for (Kept one : kept.getOrDefault(expiry.name(), List.of())) {
                UUID old = one.put().apply(before.minusDays(1));
                UUID young = one.put().apply(before.plusDays(1));

                int gone;
                do {
                    gone = new TransactionTemplate(transactions)
                            .execute(status -> expiry.removal().remove(before, MOST));
                } while (gone >= MOST);

                assertThat(one.isThere().test(old))
                        .as(expiry.name() + ", too old")
                        .isFalse();
                assertThat(one.isThere().test(young))
                        .as(expiry.name() + ", young")
                        .isTrue();
            }
        }
    }

    private static Method methodOf(String job) {
        int dot = job.lastIndexOf('.');
        try {
            return Arrays.stream(Class.forName(job.substring(0, dot)).getDeclaredMethods())
                    .filter(method -> method.getName().equals(job.substring(dot + 1)))
                    .filter(method -> method.getParameterCount() == 0)
                    .findAny()
                    .orElseThrow(() -> new AssertionError("There is no " + job));
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("There is no " + job, missing);
        }
    }
}
