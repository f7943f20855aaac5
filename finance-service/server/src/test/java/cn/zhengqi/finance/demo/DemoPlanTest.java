package cn.zhengqi.finance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.OfficeHours;
import cn.zhengqi.finance.demo.DemoPlan.Offer;
import cn.zhengqi.finance.demo.DemoPlan.Wish;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-25T07:30:00Z");

    @Test
    void the_same_day_gives_the_same_plan() {
        assertThat(plan(NOW)).isEqualTo(plan(NOW));
    }

    @Test
    void a_year_later_it_has_only_moved_in_time() {
        List<Wish> later = plan(NOW.plus(Duration.ofDays(365)));

        assertThat(later).hasSameSizeAs(plan(NOW));
        assertThat(later).allSatisfy(it -> assertThat(it.submittedAt()).isAfter(NOW.minus(Duration.ofDays(1))));
    }

    @Test
    void about_four_hundred_applications_fall_into_the_last_twelve_months() {
        List<Wish> wishes = plan(NOW);

        assertThat(wishes).hasSizeBetween(360, 440);
        assertThat(wishes).allSatisfy(it -> {
            assertThat(it.submittedAt()).isBetween(NOW.minus(Duration.ofDays(366)), NOW);
            assertThat(it.acceptedAt()).isAfter(it.submittedAt());
            assertThat(it.decidedAt()).isAfter(it.acceptedAt());
        });
    }

    @Test
    void each_moment_is_the_same_when_it_is_read_back() {
        assertThat(plan(NOW.plusNanos(123_456_789)))
                .allSatisfy(it ->
                        assertThat(it.submittedAt()).isEqualTo(it.submittedAt().truncatedTo(ChronoUnit.MICROS)));
    }

    @Test
    void enterprises_and_banks_work_in_office_hours() {
        assertThat(plan(NOW)).allSatisfy(it -> {
            assertThat(List.of(it.submittedAt(), it.acceptedAt(), it.decidedAt()))
                    .allMatch(OfficeHours::isOpen);
            assertThat(it.payments()).allMatch(payment -> OfficeHours.isOpen(payment.at()));
        });
    }

    @Test
    void nobody_asks_for_more_than_the_product_gives_or_gets_more_than_asked() {
        assertThat(plan(NOW)).allSatisfy(it -> {
            int limit = it.offer().maxAmountWan() == null ? 200 : it.offer().maxAmountWan();
            assertThat(it.amount().intValueExact()).isBetween(100_000, limit * 10_000);
            assertThat(it.granted()).isLessThanOrEqualTo(it.amount());
        });
    }

    @Test
    void nobody_is_refused_for_what_is_not_so() {
        assertThat(plan(NOW))
                .filteredOn(it -> it.refusal().reasonCode().equals("OPERATING_YEARS"))
                .allMatch(it ->
                        it.enterprise().establishedOn().plusYears(2).isAfter(BusinessTime.dayOf(it.submittedAt())));
        assertThat(plan(NOW))
                .filteredOn(it -> it.refusal().reasonCode().equals("COLLATERAL"))
                .allMatch(it -> it.enterprise().facts().containsKey("collateral"));
    }

    private static List<Wish> plan(Instant now) {
        List<Offer> offers = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> new Offer("L%02d".formatted(i), i % 5 == 0 ? null : 100 * i, i % 4 == 0 ? null : 24))
                .toList();
        return new DemoPlan(DemoFiles.enterprises(), offers, now).wishes();
    }
}
