package cn.zhengqi.ops.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.ops.evaluation.EvaluationFigures.Counted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedFiguresTest {

    @Test
    void of_fewer_than_three_nothing_is_told_but_how_many_and_all_of_them_count_in_all() {
        PublishedFigures figures = of(bank("甲银行", 8, 6), bank("乙银行", 2, 0), bank("丙银行", 1, 1));

        assertThat(figures.institutions())
                .extracting(PublishedFigures.PublishedRow::few)
                .containsExactly(false, true, true);
        PublishedFigures.PublishedRow two = figures.institutions().get(1);
        assertThat(two.given()).isEqualTo(2);
        assertThat(Stream.of(two.average(), two.satisfiedShare(), two.dissatisfied(), two.remedied()))
                .containsOnlyNulls();
        assertThat(figures.institutions().getFirst().satisfiedShare()).isEqualByComparingTo("75.0");
        assertThat(figures.all().given()).isEqualTo(11);
        assertThat(figures.all().average()).isNotNull();
    }

    @Test
    void one_that_alone_is_few_is_not_told_by_what_it_makes_of_all() {
        PublishedFigures figures = of(bank("甲银行", 8, 6), bank("乙银行", 4, 4), bank("丙银行", 2, 0));

        assertThat(figures.institutions())
                .extracting(PublishedFigures.PublishedRow::few)
                .as("all less 甲 and 乙 would be 丙")
                .containsExactly(false, true, true);
    }

    @Test
    void few_in_all_are_few() {
        assertThat(of(bank("甲银行", 2, 1)).all().few()).isTrue();
        assertThat(of().all().few()).isFalse();
        assertThat(of(bank("甲银行", 3, 1)).institutions().getFirst().few()).isFalse();
    }

    @Test
    void they_are_counted_once_a_minute_however_many_ask() {
        Evaluations evaluations = mock(Evaluations.class);
        when(evaluations.figures(any())).thenReturn(EvaluationFigures.of(List.of(bank("甲银行", 5, 5))));
        AtomicLong now = new AtomicLong();
        PublicFigures figures = new PublicFigures(evaluations, Duration.ofMinutes(1), now::get);

        for (int asked = 0; asked < 100; asked++) {
            assertThat(figures.read().all().given()).isEqualTo(5);
        }
        verify(evaluations, times(1)).figures(any());
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        figures.read();

        verify(evaluations, times(2)).figures(any());
    }

    private static PublishedFigures of(Counted... counted) {
        return PublishedFigures.of(EvaluationFigures.of(List.of(counted)));
    }

    private static Counted bank(String name, long given, long satisfied) {
        return new Counted(Ids.next(), name, given, 4 * given, satisfied, 0);
    }
}
