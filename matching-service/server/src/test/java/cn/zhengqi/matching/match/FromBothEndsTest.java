package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two threads work a great library through from both its ends. */
class FromBothEndsTest {

    private static final RuleBook BOOK = book();
    private static final FactVector ENTERPRISE = FactVector.of(
            FactDictionary.standard(), Map.of("employees", 120, "taxCredit", "A"), LocalDate.of(2026, 3, 15));

    @Test
    void every_rule_is_worked_on_once_and_is_evaluated_before() {
        Evaluation whole = BOOK.evaluate(ENTERPRISE);
        for (int round = 0; round < 200; round++) {
            Evaluation evaluation = BOOK.begin(ENTERPRISE);
            AtomicIntegerArray times = new AtomicIntegerArray(BOOK.size());
            Truth[] found = new Truth[BOOK.size()];

            new FromBothEnds(evaluation).run(() -> (from, to) -> {
                for (int rule = from; rule < to; rule++) {
                    times.incrementAndGet(rule);
                    found[rule] = evaluation.criteria(rule);
                }
            });

            assertThat(IntStream.range(0, BOOK.size()).filter(rule -> times.get(rule) != 1))
                    .isEmpty();
            assertThat(IntStream.range(0, BOOK.size()).filter(rule -> found[rule] != whole.criteria(rule)))
                    .isEmpty();
        }
    }

    @Test
    void one_thread_does_all_while_no_other_comes() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(ForkJoinPool.getCommonPoolParallelism());
        for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
            ForkJoinPool.commonPool().execute(() -> {
                busy.countDown();
                awaitQuietly(done);
            });
        }
        try {
            busy.await();
            AtomicIntegerArray times = new AtomicIntegerArray(BOOK.size());
            new FromBothEnds(BOOK.begin(ENTERPRISE)).run(() -> {
                Thread own = Thread.currentThread();
                return (from, to) -> IntStream.range(from, to)
                        .forEach(rule -> times.addAndGet(rule, own == Thread.currentThread() ? 1 : 100));
            });
            assertThat(IntStream.range(0, BOOK.size()).filter(rule -> times.get(rule) != 1))
                    .isEmpty();
        } finally {
            done.countDown();
        }
    }

    @Test
    void a_failure_in_either_thread_is_the_callers() {
        for (int at : new int[] {0, BOOK.size() - 1}) {
            FromBothEnds both = new FromBothEnds(BOOK.begin(ENTERPRISE));
            assertThatThrownBy(() -> both.run(() -> (from, to) -> {
                        if (from <= at && at < to) {
                            throw new IllegalStateException("at " + at);
                        }
                    }))
                    .hasStackTraceContaining("at " + at);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuleBook book() {
        List<PolicyRule> rules = new ArrayList<>();
        for (int copy = 0; rules.size() < 2 * Matcher.LEAST_SIDE_BY_SIDE; copy++) {
            for (PolicyRule policy : ReferenceRules.policies()) {
                rules.add(MatcherTest.copied(policy, policy.id() + "-" + copy));
            }
        }
        return RuleBook.of(rules);
    }
}
