package cn.zhengqi.matching.profile;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentState;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The consents on which tax authorizations rest, and which the consent centre keeps. What is to be granted is written down before, and crossed out in the transaction
 * that keeps the data: a consent that was given for an authorization which came to nothing, be it that the program ended, is taken back. A consent that was there before
 * stays: it is not ours to take. Which of the two it is says the consent centre, whose clock is not ours. Where that answer is lost, a consent counts as one of before and
 * stays, without data: the enterprise sees it in the consent centre and withdraws it there.
 */
@Component
class TaxConsents {

    private static final Logger LOG = LoggerFactory.getLogger(TaxConsents.class);

    /** Longer than an authorization can take. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(10);

    private final InternalConsents consents;
    private final JdbcClient jdbc;
    private final Clock clock;

    TaxConsents(InternalConsents consents, JdbcClient jdbc, Clock clock) {
        this.consents = consents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an authorization rests on, and does not outlast; by the consent centre's clock. */
    record Consented(Instant at, @Nullable LocalDate until) {

        static Consented of(ResultSet row, int number) throws SQLException {
            return new Consented(
                    row.getObject("consented_at", OffsetDateTime.class).toInstant(),
                    row.getObject("valid_until", LocalDate.class));
        }

        Consented notBefore(Optional<Consented> other) {
            return other.filter(it -> it.at.isAfter(at))
                    .map(it -> new Consented(it.at, until))
                    .orElse(this);
        }

        LocalDate limit(LocalDate day) {
            return until != null && until.isBefore(day) ? until : day;
        }
    }

    private record Intent(UUID enterprise, TaxAuthorizations.Person person, boolean grantedAnew) {

        static Intent of(ResultSet row, int number) throws SQLException {
            return new Intent(
                    row.getObject("enterprise_id", UUID.class),
                    new TaxAuthorizations.Person(row.getObject("person_id", UUID.class), row.getString("person_name")),
                    row.getBoolean("granted_anew"));
        }
    }

    /**
     * To be followed by {@link #kept} or {@link #takeBack}.
     *
     * @throws ProblemException SERVICE_UNAVAILABLE while the consent centre does not answer; STATE_CONFLICT for what is withdrawn at once
     */
    Consented grant(UUID enterprise, TaxAuthorizations.Person person) {
        jdbc.sql("""
                        insert into tax_intent (enterprise_id, person_id, person_name, asked_at) values (?, ?, ?, ?)
                        on conflict (enterprise_id) do update set asked_at = excluded.asked_at""")
                .params(enterprise, person.id(), person.name(), BusinessTime.at(clock.instant()))
                .update();
        ConsentState consent = set(enterprise, person, true);
        if (consent.changed()) {
            jdbc.sql("update tax_intent set granted_anew = true where enterprise_id = ?")
                    .param(enterprise)
                    .update();
        }
        if (!consent.granted() || consent.grantedAt() == null) {
            throw withdrawnMeanwhile();
        }
        return new Consented(consent.grantedAt(), consent.validUntil());
    }

    /** In the transaction that keeps the data. */
    void kept(UUID enterprise) {
        forget(enterprise);
    }

    /**
     * @return the moment of the withdrawal by the consent centre's clock: consents of later stand; absent where none was ever given
     * @throws ProblemException SERVICE_UNAVAILABLE while the consent centre does not answer
     */
    @Nullable
    Instant withdraw(UUID enterprise, TaxAuthorizations.Person person) {
        return set(enterprise, person, false).withdrawnAt();
    }

    /** After a failure, to which is added what fails here; the next sweep tries it again then. */
    void takeBack(UUID enterprise, RuntimeException reason) {
        try {
            jdbc.sql("select * from tax_intent where enterprise_id = ?")
                    .param(enterprise)
                    .query(Intent::of)
                    .optional()
                    .ifPresent(this::takeBack);
        } catch (RuntimeException silent) {
            reason.addSuppressed(silent);
        }
    }

    /** Those of a program that ended on its way. Copies of the service may do it at once: taking back what is taken back changes nothing. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void sweep() {
        jdbc.sql("select * from tax_intent where asked_at < ?")
                .param(BusinessTime.at(clock.instant().minus(GIVEN_UP)))
                .query(Intent::of)
                .list()
                .forEach(this::attemptToTakeBack);
    }

    private void attemptToTakeBack(Intent intent) {
        try {
            takeBack(intent);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "The consent of enterprise {} without its tax data stays until the next sweep",
                    intent.enterprise(),
                    failed);
        }
    }

    private void takeBack(Intent intent) {
        if (intent.grantedAnew()) {
            set(intent.enterprise(), intent.person(), false);
        }
        forget(intent.enterprise());
    }

    private void forget(UUID enterprise) {
        jdbc.sql("delete from tax_intent where enterprise_id = ?")
                .param(enterprise)
                .update();
    }

    private ConsentState set(UUID enterprise, TaxAuthorizations.Person person, boolean granted) {
        return consents.set(
                enterprise, ConsentCategory.TAX, new InternalConsents.Wish(granted, person.id(), person.name()));
    }

    static ProblemException withdrawnMeanwhile() {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "涉税数据授权刚刚被收回，请重新授权");
    }
}
