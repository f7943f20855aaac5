package cn.zhengqi.message.sms;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
        for (SmsSender sender : providers.senders()) {
            if (sender.remembers().compareTo(Duration.ZERO) > 0) {
                askAll(sender);
            }
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
        UUID account = open.account();
        if (account == null) {
            return true;
        }
        Optional<String> phone;
        try {
            phone = phone(account, open);
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
    private Optional<String> phone(UUID account, SmsAttempts.Open open) {
        Long version = open.accountVersion();
        if (version != null) {
            return Optional.ofNullable(accounts.formerPhone(account, version).phone());
        }
        AccountRecord owner = accounts.account(account);
        return Optional.of(owner.phone());
    }
}
