package cn.zhengqi.message.sms;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.message.push.SmsProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks providers what became of messages of which nobody knows. No phone is kept: auth-service says it by the account, and only the phone to which it was handed over is asked about. Where nobody says it, or the
 * provider cannot be asked, it stays unknown until a report comes.
 */
@Component
class Inquiries {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);

    /** Of a provider that is not set any more. */
    private static final Duration LONGEST_TERM = Duration.ofDays(30);

    private final SmsAttempts attempts;
    private final Providers providers;
    private final InternalAccounts accounts;
    private final Clock clock;

    Inquiries(SmsAttempts attempts, Providers providers, InternalAccounts accounts, Clock clock) {
        this.attempts = attempts;
        this.providers = providers;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** In every copy of the service. */
    @Scheduled(fixedDelayString = "${zhengqi.sms.inquiry.look-every:PT10S}")
    void askAll() {
        for (SmsProvider provider : SmsProvider.values()) {
            Optional<SmsSender> sender = providers.sender(provider);
            attempts.letGo(provider, sender.map(SmsSender::remembers).orElse(LONGEST_TERM), clock.instant());
            sender.filter(it -> it.remembers().isPositive()).ifPresent(this::askAll);
        }
    }

    /** After one failure the others are left for the next time: it is mostly auth-service that is away. */
    private void askAll(SmsSender sender) {
        Optional<SmsAttempts.Open> next = attempts.claimOpen(sender.provider(), sender.remembers(), clock.instant());
        while (next.isPresent() && ask(sender, next.get())) {
            next = attempts.claimOpen(sender.provider(), sender.remembers(), clock.instant());
        }
    }

    private boolean ask(SmsSender sender, SmsAttempts.Open open) {
        Optional<String> phone;
        try {
            phone = phone(open);
        } catch (RuntimeException failure) {
            LOG.warn("Nobody says the phone of attempt {}: {}", open.id(), failure.toString());
            return false;
        }
        if (phone.isEmpty() || !attempts.mayBeTo(open, phone.get())) {
            return true;
        }
        Found found = sender.find(new Inquiry(open.id(), phone.get(), open.sentAt()));
        LOG.info("Attempt {} at {}: {} {}", open.id(), sender.provider(), found.outcome(), found.code());
        attempts.found(open, found, clock.instant());
        return true;
    }

    /** Empty: there is none any more. */
    private Optional<String> phone(SmsAttempts.Open open) {
        Long version = open.accountVersion();
        if (version != null) {
            return Optional.ofNullable(
                    accounts.formerPhone(open.account(), version).phone());
        }
        AccountRecord owner = accounts.account(open.account());
        return Optional.of(owner.phone());
    }
}
