package cn.zhengqi.policy.redemption.check;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.standing.Evidence;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was found of applications before they were paid, each result as it was, and what was decided over the last of them. */
@Service
@Transactional
public class PaymentChecks {

    private final PaymentCheckMapper checks;
    private final AuditTrail audit;
    private final Clock clock;

    PaymentChecks(PaymentCheckMapper checks, AuditTrail audit, Clock clock) {
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param asked when it began to be asked for */
    public record Found(Evidence evidence, Instant asked) {}

    /**
     * The applications are locked, as whoever decides over a result or approves their payment locks them: what is decided is not lost under a result that did not know of it. Nor is one that was asked for
     * later: who asks after many at once stores them at the end, and what is older by then than the last is left out.
     *
     * @param found by the ids of the applications
     */
    public void store(Map<UUID, Found> found) {
        if (found.isEmpty()) {
            return;
        }
        checks.lock(found.keySet());
        Map<UUID, PaymentCheck> before = last(found.keySet());
        found.forEach((application, answer) -> {
            PaymentCheck last = before.get(application);
            Instant asked = answer.asked().truncatedTo(ChronoUnit.MICROS);
            if (last == null || !asked.isBefore(last.at())) {
                checks.insert(PaymentCheck.of(application, answer.evidence(), last, asked));
            }
        });
    }

    /** The last of each application that has any. */
    public Map<UUID, PaymentCheckView> of(Collection<UUID> applications) {
        LocalDate today = BusinessTime.today(clock);
        return last(applications).values().stream()
                .collect(Collectors.toMap(PaymentCheck::applicationId, it -> PaymentCheckView.of(it, today)));
    }

    /** What the last one rests on. */
    public Optional<Evidence> evidence(UUID application) {
        return Optional.ofNullable(last(List.of(application)).get(application)).map(PaymentCheck::evidence);
    }

    /**
     * It is paid all the same.
     *
     * @param number of the application, for the record
     * @param seen the result that was decided over
     * @throws ProblemException VERSION_CONFLICT where another was found since; STATE_CONFLICT where there is nothing to decide
     */
    public PaymentCheckView keep(UUID application, String number, UUID seen, String reason, CurrentUser officer) {
        PaymentCheck it = last(List.of(application)).get(application);
        if (it == null || !it.id().equals(seen)) {
            throw ProblemException.versionConflict();
        }
        LocalDate today = BusinessTime.today(clock);
        PaymentCheckView before = PaymentCheckView.of(it, today);
        it.keep(reason, officer.accountId(), officer.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        checks.update(it);
        PaymentCheckView after = PaymentCheckView.of(it, today);
        audit.changed(PolicyAction.REDEMPTION_KEPT, application, number, before, after);
        return after;
    }

    private Map<UUID, PaymentCheck> last(Collection<UUID> applications) {
        return applications.isEmpty()
                ? Map.of()
                : checks.last(applications).stream()
                        .collect(Collectors.toMap(PaymentCheck::applicationId, Function.identity()));
    }
}
