package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Rules of the choice by a clock of its own: ten messages a second, each asked of whoever is next until one takes it. */
class ProvidersTest {

    private static final Handover TAKEN = Handover.accepted("OK", "", null, null);
    private static final Handover DOWN = Handover.unavailable(null, "down");
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Hands clock = new Hands();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<SmsProvider, Integer> asked = new EnumMap<>(SmsProvider.class);
    private final Map<SmsProvider, Integer> took = new EnumMap<>(SmsProvider.class);
    private final Random random = new Random(7);
    private Supplier<Handover> aliyun = () -> TAKEN;
    private Supplier<Handover> tencent = () -> TAKEN;
    private Duration aliyunTakes = Duration.ofMillis(40);

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-26T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void over_a_long_run_the_shares_follow_the_weights_whatever_they_are() {
        for (int run = 0; run < 20; run++) {
            int one = 1 + random.nextInt(20);
            int other = 1 + random.nextInt(20);
            Providers providers = providers(one, other);
            send(providers, 500);
            assertThat(share(SmsProvider.ALIYUN))
                    .as("%d against %d", one, other)
                    .isCloseTo(one / (double) (one + other), within(0.01));
        }
    }

    @Test
    void one_in_twenty_that_fails_moves_nothing() {
        Providers providers = providers(1, 1);
        aliyun = () -> random.nextInt(20) == 0 ? DOWN : TAKEN;
        send(providers, 6000);
        assertThat(asked(SmsProvider.ALIYUN) / 6000.0).isCloseTo(0.5, within(0.02));
        assertThat(took(SmsProvider.ALIYUN) + took(SmsProvider.TENCENT))
                .as("what one does not take the other does")
                .isEqualTo(6000);
    }

    @Test
    void a_dead_provider_gets_only_probes_and_every_message_goes_by_the_other() {
        Providers providers = providers(9, 1);
        send(providers, 600);
        forget();
        aliyun = () -> DOWN;
        send(providers, 6000);
        assertThat(asked(SmsProvider.ALIYUN))
                .as("five to notice it, then a probe after 10, 20, 40 s and once a minute, in ten minutes")
                .isBetween(5 + 8, 5 + 14);
        assertThat(took(SmsProvider.TENCENT)).isEqualTo(6000);
        assertThat(meters.get("zhengqi.sms.share")
                        .tag("provider", "ALIYUN")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void after_it_is_back_its_share_drifts_back() {
        Providers providers = providers(1, 1);
        aliyun = () -> DOWN;
        send(providers, 600);
        aliyun = () -> TAKEN;
        Instant back = clock.now;
        forget();
        while (took(SmsProvider.ALIYUN) < ProviderHealth.GOOD_PROBES) {
            send(providers, 1);
        }
        assertThat(Duration.between(back, clock.now))
                .as("until three probes were good")
                .isLessThanOrEqualTo(ProviderHealth.LONGEST_PAUSE.plus(ProviderHealth.FIRST_PAUSE.multipliedBy(3)));
        forget();
        send(providers, 300);
        assertThat(share(SmsProvider.ALIYUN)).as("not at once").isBetween(0.05, 0.3);
        send(providers, (int) ProviderHealth.DRIFT.dividedBy(BETWEEN));
        forget();
        send(providers, 1000);
        assertThat(share(SmsProvider.ALIYUN)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void a_slow_provider_gets_less_and_one_that_is_too_slow_rests() {
        Providers providers = providers(1, 1);
        aliyunTakes = Duration.ofMillis(3500);
        send(providers, 100);
        forget();
        send(providers, 200);
        assertThat(share(SmsProvider.ALIYUN)).isCloseTo(1 / 3.0, within(0.03));
        aliyunTakes = Duration.ofMillis(5500);
        send(providers, 60);
        forget();
        send(providers, 100);
        assertThat(asked(SmsProvider.ALIYUN)).isLessThan(20);
    }

    @Test
    void a_provider_that_answers_nothing_is_asked_for_few_messages() {
        Providers providers = providers(1, 1);
        aliyun = () -> Handover.unknown(null, "no answer");
        send(providers, 6000);
        assertThat(6000 - took(SmsProvider.ALIYUN) - took(SmsProvider.TENCENT))
                .as("of these nobody knows, and no other was asked for them")
                .isEqualTo(asked(SmsProvider.ALIYUN))
                .isLessThan(20);
    }

    @Test
    void one_that_refuses_a_receiver_is_not_the_worse_for_it() {
        Providers providers = providers(1, 1);
        aliyun = () -> Handover.refused("isv.MOBILE_NUMBER_ILLEGAL", "");
        send(providers, 1000);
        assertThat(asked(SmsProvider.ALIYUN)).isEqualTo(500);
        assertThat(took(SmsProvider.TENCENT)).isEqualTo(500);
    }

    @Test
    void where_all_rest_each_is_still_asked() {
        Providers alone = new Providers(clock, meters).with(new AnsweringSender(SmsProvider.ALIYUN, DOWN), 1);
        aliyun = () -> DOWN;
        send(alone, 100);
        assertThat(asked(SmsProvider.ALIYUN)).isEqualTo(100);
        aliyun = () -> TAKEN;
        forget();
        send(alone, 100);
        assertThat(took(SmsProvider.ALIYUN)).isEqualTo(100);
    }

    @Test
    void where_all_rest_each_gets_its_probe_and_the_heaviest_the_others() {
        Providers providers = providers(1, 9);
        aliyun = () -> DOWN;
        tencent = () -> DOWN;
        send(providers, 100);
        forget();
        aliyun = () -> TAKEN;
        send(providers, (int) ProviderHealth.LONGEST_PAUSE.multipliedBy(4).dividedBy(BETWEEN));
        assertThat(took(SmsProvider.ALIYUN))
                .as("the lighter one is found well again by its probes, though all rest")
                .isGreaterThan(ProviderHealth.GOOD_PROBES);
    }

    private Providers providers(int aliyunWeight, int tencentWeight) {
        forget();
        return new Providers(clock, meters)
                .with(new AnsweringSender(SmsProvider.ALIYUN, TAKEN), aliyunWeight)
                .with(new AnsweringSender(SmsProvider.TENCENT, TAKEN), tencentWeight);
    }

    private void send(Providers providers, int messages) {
        for (int i = 0; i < messages; i++) {
            clock.now = clock.now.plus(BETWEEN);
            Set<SmsProvider> tried = EnumSet.noneOf(SmsProvider.class);
            var next = providers.next(Purpose.NOTIFICATION, tried);
            while (next.isPresent()) {
                SmsProvider provider = next.get().provider();
                tried.add(provider);
                asked.merge(provider, 1, Integer::sum);
                Handover result = provider == SmsProvider.ALIYUN ? aliyun.get() : tencent.get();
                // It took its time while others were sent.
                providers.measured(
                        provider,
                        clock.now.minus(provider == SmsProvider.ALIYUN ? aliyunTakes : Duration.ofMillis(40)),
                        result.outcome());
                if (result.outcome() == Handover.Outcome.ACCEPTED) {
                    took.merge(provider, 1, Integer::sum);
                }
                next = result.outcome() == Handover.Outcome.UNAVAILABLE
                        ? providers.next(Purpose.NOTIFICATION, tried)
                        : Optional.empty();
            }
        }
    }

    private void forget() {
        asked.clear();
        took.clear();
    }

    private int asked(SmsProvider provider) {
        return asked.getOrDefault(provider, 0);
    }

    private int took(SmsProvider provider) {
        return took.getOrDefault(provider, 0);
    }

    private double share(SmsProvider provider) {
        return asked(provider)
                / (double) asked.values().stream().mapToInt(Integer::intValue).sum();
    }
}
