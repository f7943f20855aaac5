package cn.zhengqi.auth.signin;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.Affiliation;
import cn.zhengqi.user.api.InternalPrincipals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells ops-service, through the outbox, what the log of sign-ins has: nobody who signs in waits for it, and for whom they act is asked once for many. What was
 * written and not told is told when this service runs again; what was written before anybody was told comes first.
 */
@Component
class SignInTeller {

    private static final Logger LOG = LoggerFactory.getLogger(SignInTeller.class);
    private static final int PORTION = InternalPrincipals.MOST_ACCOUNTS;

    /** For whom somebody acted longer ago than this, nobody can say now. */
    private static final Duration SAME_AS_NOW = Duration.ofMinutes(10);

    private final SignInLog log;
    private final SignInHistory history;
    private final InternalPrincipals principals;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInTeller(
            SignInLog log,
            SignInHistory history,
            InternalPrincipals principals,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.log = log;
        this.history = history;
        this.principals = principals;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${zhengqi.sign-in.tell-every:PT1S}")
    void tell() {
        int told;
        do {
            told = tellSome();
        } while (told == PORTION);
    }

    private int tellSome() {
        List<UntoldSignIn> rows = log.untold(PORTION);
        if (rows.isEmpty()) {
            return 0;
        }
        Instant recent = clock.instant().minus(SAME_AS_NOW);
        Map<UUID, String> affiliations = affiliations(rows, recent);
        return transaction.execute(status -> tell(rows, affiliations, recent));
    }

    /** @return how many of them no other copy told */
    private int tell(List<UntoldSignIn> rows, Map<UUID, String> affiliations, Instant recent) {
        Set<UUID> mine =
                new HashSet<>(log.claim(rows.stream().map(UntoldSignIn::id).toList()));
        if (mine.isEmpty()) {
            return 0;
        }
        outbox.publishAll(rows.stream()
                .filter(row -> mine.contains(row.id()))
                .map(row -> fact(row, row.isAfter(recent) ? affiliations : Map.of()))
                .toList());
        log.told(List.copyOf(mine));
        return mine.size();
    }

    private Outbox.Fact fact(UntoldSignIn row, Map<UUID, String> affiliations) {
        String affiliation = row.accountId() == null ? null : affiliations.get(row.accountId());
        return new Outbox.Fact(
                row.told(history.typed(row.username()), affiliation),
                0,
                row.at().toInstant());
    }

    /** The log is told also while user-service does not answer. */
    private Map<UUID, String> affiliations(List<UntoldSignIn> rows, Instant recent) {
        Set<UUID> accounts = rows.stream()
                .filter(row -> row.isAfter(recent))
                .flatMap(row -> Stream.ofNullable(row.accountId()))
                .collect(Collectors.toSet());
        if (accounts.isEmpty()) {
            return Map.of();
        }
        try {
            return principals.affiliations(accounts).stream()
                    .collect(Collectors.toMap(Affiliation::accountId, Affiliation::name));
        } catch (ProblemException unavailable) {
            LOG.warn("Sign-ins are told without affiliations: {}", unavailable.getMessage());
            return Map.of();
        }
    }
}
