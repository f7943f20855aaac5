package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.push.SmsProvider;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands one message to one provider after the other until one has it. Another is asked only where the one before is known not to have taken it for a reason of its own: without an answer the message may be
 * on its way, and goes to nobody else.
 */
@Component
class Handing {

    private static final Logger LOG = LoggerFactory.getLogger(Handing.class);

    private final Providers providers;
    private final SmsAttempts attempts;
    private final SmsProperties properties;
    private final Clock clock;

    Handing(Providers providers, SmsAttempts attempts, SmsProperties properties, Clock clock) {
        this.providers = providers;
        this.attempts = attempts;
        this.properties = properties;
        this.clock = clock;
    }

    Providers providers() {
        return providers;
    }

    Optional<Boolean> delivered(UUID push) {
        return attempts.delivered(push);
    }

    /**
     * @param push its entry in the log of pushes, account its receiver; null: a phone that is nobody's yet
     * @return what came of the last attempt; empty: there is nobody who brings it
     */
    Optional<Handover> send(@Nullable UUID push, @Nullable UUID account, TextMessage message) {
        Set<SmsProvider> asked = EnumSet.noneOf(SmsProvider.class);
        Optional<Handover> last = Optional.empty();
        Optional<SmsSender> next = providers.next(message.purpose(), asked);
        while (next.isPresent()) {
            SmsSender sender = next.get();
            asked.add(sender.provider());
            Handover result = attempt(sender, push, account, message, asked.size());
            last = Optional.of(result);
            next = result.outcome() == Handover.Outcome.UNAVAILABLE
                    ? providers.next(message.purpose(), asked)
                    : Optional.empty();
        }
        return last;
    }

    private Handover attempt(
            SmsSender sender, @Nullable UUID push, @Nullable UUID account, TextMessage message, int number) {
        Instant began = clock.instant();
        BigDecimal price = properties.price(sender.provider());
        SmsAttempts.Begun begun = new SmsAttempts.Begun(
                Ids.next(),
                push,
                account,
                message.purpose(),
                number,
                sender.provider(),
                Wording.parts(sender.text(message)),
                price,
                began,
                sender.remembers());
        attempts.begin(begun, message.phone());
        Handover result;
        try {
            // Whoever stood still for so long is not to hand over what another copy has asked about meanwhile.
            result = Duration.between(began, clock.instant())
                                    .compareTo(properties.inquiry().mostDelay())
                            < 0
                    ? sender.send(begun.id(), message)
                    : Handover.unavailable(null, "提交前停顿过久，没有提交");
        } catch (RuntimeException failure) {
            LOG.error("Text message {} by {}", message, sender.provider(), failure);
            result = Handover.unknown(null, "提交时出错（" + failure.getClass().getSimpleName() + "）");
        }
        providers.measured(sender.provider(), began, result.outcome());
        attempts.end(begun, result, Duration.between(began, clock.instant()).toMillis());
        return result;
    }
}
