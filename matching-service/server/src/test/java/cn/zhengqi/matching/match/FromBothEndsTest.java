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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads work a great library through from both its ends. */
class FromBothEndsTest {

    private static final RuleBook BOOK = book();
    private static final FactVector ENTERPRISE = FactVector.of(
            FactDictionary.standard(), Map.of("employees", 120, "taxCredit", "A"), LocalDate.of(2026, 3, 15));

    @Test
    void every_rule_is_decided_and_then_told() {
        Evaluation whole = BOOK.evaluate(ENTERPRISE);
        for (int round = 0; round < 200; round++) {
            Evaluation evaluation = BOOK.begin(ENTERPRISE);
            Truth[] found = new Truth[BOOK.size()];
            AtomicBoolean ordered = new AtomicBoolean();

            run(evaluation, () -> ordered.set(true), (from, to) -> {
                for (int rule = from; rule < to; rule++) {
                    found[rule] = evaluation.criteria(rule);
                }
            });

            assertThat(IntStream.range(0, BOOK.size()).filter(rule -> found[rule] != whole.criteria(rule)))
                    .isEmpty();
            assertThat(ordered).isTrue();
        }
    }

    @Test
    void what_needs_both_halves_comes_after_both() {
        Evaluation whole = BOOK.evaluate(ENTERPRISE);
        for (int round = 0; round < 200; round++) {
            Evaluation evaluation = BOOK.begin(ENTERPRISE);
            AtomicLong different = new AtomicLong(-1);
            run(
                    evaluation,
                    () -> different.set(IntStream.range(0, BOOK.size())
                            .filter(rule -> evaluation.criteria(rule) != whole.criteria(rule))
                            .count()),
                    (from, to) -> {});
            assertThat(different).hasValue(0);
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
            Thread own = Thread.currentThread();
            AtomicIntegerArray times = new AtomicIntegerArray(BOOK.size());
            run(
                    BOOK.begin(ENTERPRISE),
                    () -> {},
                    (from, to) -> IntStream.range(from, to)
                            .forEach(rule -> times.addAndGet(rule, own == Thread.currentThread() ? 1 : 100)));
            assertThat(IntStream.range(0, BOOK.size()).filter(rule -> times.get(rule) != 1))
                    .isEmpty();
        } finally {
            done.countDown();
        }
    }

    @Test
    @Timeout(60)
    void a_thread_that_loses_its_processor_is_not_waited_for() {
        for (Stop at : Stop.values()) {
            Thread own = Thread.currentThread();
            CountDownLatch resumed = new CountDownLatch(1);
            CountDownLatch stopped = new CountDownLatch(1);
            Evaluation evaluation = BOOK.begin(ENTERPRISE);
            AtomicIntegerArray times = new AtomicIntegerArray(BOOK.size());
            AtomicBoolean ordered = new AtomicBoolean();
            try {
                new FromBothEnds(BOOK.size(), BOOK.half(), new FromBothEnds.Work() {
                            @Override
                            public void decide(boolean first) {
                                if (own != Thread.currentThread()) {
                                    stop(Stop.DECIDING);
                                } else if (first) {
                                    // So that the other one is in the middle of its part by now.
                                    awaitQuietly(stopped);
                                }
                                evaluation.runHalf(first);
                            }

                            @Override
                            public void bothDecided() {
                                ordered.set(true);
                            }

                            @Override
                            public FromBothEnds.Teller teller() {
                                return (from, to) -> {
                                    if (own != Thread.currentThread()) {
                                        stop(Stop.TELLING);
                                    }
                                    IntStream.range(from, to).forEach(times::incrementAndGet);
                                };
                            }

                            private void stop(Stop where) {
                                if (where == at) {
                                    stopped.countDown();
                                    awaitQuietly(resumed);
                                }
                            }
                        })
                        .run();

                assertThat(IntStream.range(0, BOOK.size()).filter(rule -> times.get(rule) == 0))
                        .isEmpty();
                assertThat(ordered).isTrue();
            } finally {
                resumed.countDown();
            }
        }
    }

    private enum Stop {
        DECIDING,
        TELLING
    }

    @Test
    void a_failure_in_either_thread_is_the_callers() {
        for (int at : new int[] {0, BOOK.size() - 1}) {
            assertThatThrownBy(() -> run(BOOK.begin(ENTERPRISE), () -> {}, (from, to) -> {
                        if (from <= at && at < to) {
                            throw new IllegalStateException("at " + at);
                        }
                    }))
                    .hasStackTraceContaining("at " + at);
        }
    }

    private static void run(Evaluation evaluation, Runnable bothDecided, FromBothEnds.Teller teller) {
        new FromBothEnds(BOOK.size(), BOOK.half(), new FromBothEnds.Work() {
                    @Override
                    public void decide(boolean first) {
                        evaluation.runHalf(first);
                    }

                    @Override
                    public void bothDecided() {
                        bothDecided.run();
                    }

                    @Override
                    public FromBothEnds.Teller teller() {
                        return teller;
                    }
                })
                .run();
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
