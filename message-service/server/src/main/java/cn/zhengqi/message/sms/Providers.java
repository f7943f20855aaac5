package cn.zhengqi.message.sms;

import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which provider the next message is handed to: by weight, moved by how each does ({@link ProviderHealth}). Told by {@code zhengqi.sms.handover} (time, by provider and outcome) and {@code
 * zhengqi.sms.share} (0: rests).
 */
final class Providers {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final List<Entry> entries = new ArrayList<>();
    private final Clock clock;
    private final MeterRegistry meters;

    private static final class Entry {

        private final SmsSender sender;
        private final int weight;
        private final ProviderHealth health = new ProviderHealth();
        /** What it has been passed over for, in weight: smooth weighted round robin. */
        private double owed;

        Entry(SmsSender sender, int weight) {
            this.sender = sender;
            this.weight = weight;
        }

        double due(Instant now) {
            return weight * health.share(now);
        }
    }

    Providers(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** @param weight its part of the messages, against those of the others */
    Providers with(SmsSender sender, int weight) {
        Entry entry = new Entry(sender, weight);
        entries.add(entry);
        Gauge.builder("zhengqi.sms.share", () -> share(entry))
                .tag("provider", sender.provider().name())
                .register(meters);
        return this;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean bring(Purpose purpose) {
        return entries.stream().anyMatch(entry -> entry.sender.brings(purpose));
    }

    Optional<SmsSender> sender(SmsProvider provider) {
        return entries.stream()
                .map(entry -> entry.sender)
                .filter(sender -> sender.provider() == provider)
                .findFirst();
    }

    List<SmsSender> senders() {
        return entries.stream().map(entry -> entry.sender).toList();
    }

    /**
     * The next to be asked; empty when there is nobody left.
     *
     * @param asked those who are known not to have taken this message
     */
    synchronized Optional<SmsSender> next(Purpose purpose, Set<SmsProvider> asked) {
        Instant now = clock.instant();
        List<Entry> left = entries.stream()
                .filter(entry -> entry.sender.brings(purpose) && !asked.contains(entry.sender.provider()))
                .toList();
        List<Entry> well =
                left.stream().filter(entry -> !entry.health.isResting()).toList();
        Optional<Entry> probe = asked.isEmpty()
                ? left.stream().filter(entry -> entry.health.takesProbe(now)).findFirst()
                : Optional.empty();
        // Where all rest each is better than none.
        return probe.or(() -> well.isEmpty() ? heaviest(left) : Optional.of(inTurn(well, now)))
                .map(entry -> entry.sender);
    }

    /** What became of what {@link #next} gave. */
    void measured(SmsProvider provider, Instant began, Handover.Outcome outcome) {
        Instant now = clock.instant();
        Timer.builder("zhengqi.sms.handover")
                .tag("provider", provider.name())
                .tag("outcome", outcome.name())
                .register(meters)
                .record(Duration.between(began, now));
        synchronized (this) {
            entries.stream()
                    .filter(entry -> entry.sender.provider() == provider)
                    .forEach(entry -> {
                        boolean rested = entry.health.isResting();
                        entry.health.measured(began, now, outcome.isFailure());
                        if (rested != entry.health.isResting()) {
                            LOG.warn("Provider of text messages {}: {}", provider, entry.health);
                        }
                    });
        }
    }

    private synchronized double share(Entry entry) {
        return entry.health.share(clock.instant());
    }

    private static Entry inTurn(List<Entry> well, Instant now) {
        double all = 0;
        for (Entry entry : well) {
            double due = entry.due(now);
            entry.owed += due;
            all += due;
        }
        Entry chosen = well.stream()
                .max(Comparator.comparingDouble(entry -> entry.owed))
                .orElseThrow();
        chosen.owed -= all;
        return chosen;
    }

    private static Optional<Entry> heaviest(List<Entry> left) {
        return left.stream().max(Comparator.comparingInt(entry -> entry.weight));
    }
}
