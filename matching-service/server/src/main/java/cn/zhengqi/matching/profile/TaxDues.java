package cn.zhengqi.matching.profile;

import cn.zhengqi.kernel.BusinessTime;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tax data that is allowed and not here yet, of each enterprise once: by its newest consent. What nobody brought within some days is given up. */
@Repository
class TaxDues {

    private static final Duration GIVEN_UP = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Clock clock;

    TaxDues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One try at it.
     *
     * @param person who consented
     * @param last its days are over: it is not tried again
     */
    record Due(
            UUID enterprise,
            TaxConsents.Consented consented,
            TaxAuthorizations.Person person,
            int tries,
            boolean last) {

        static Due of(ResultSet row, int number) throws SQLException {
            return new Due(
                    row.getObject("enterprise_id", UUID.class),
                    TaxConsents.Consented.of(row, number),
                    new TaxAuthorizations.Person(row.getObject("person_id", UUID.class), row.getString("person_name")),
                    row.getInt("tries"),
                    row.getBoolean("last"));
        }
    }

    /** Nothing where the data rests on this consent, or something newer than it is known. Of an enterprise that is locked. */
    void note(UUID enterprise, Instant consentedAt, LocalDate validUntil, TaxAuthorizations.Person person) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into tax_due as d (enterprise_id, consented_at, valid_until, person_id, person_name, next_at, fetch_by)
                        select :enterprise, :at, :until, :person, :name, :now, :by
                        where cast(:until as date) >= :today
                          and not exists (select from tax_withdrawal where enterprise_id = :enterprise and at >= :at)
                          and not exists (select from tax_authorization where enterprise_id = :enterprise and consented_at >= :at)
                        on conflict (enterprise_id) do update
                        set consented_at = excluded.consented_at, valid_until = excluded.valid_until, person_id = excluded.person_id,
                          person_name = excluded.person_name, tries = 0, next_at = excluded.next_at, fetch_by = excluded.fetch_by, ended_at = null
                        where d.consented_at < excluded.consented_at""")
                .param("enterprise", enterprise)
                .param("at", BusinessTime.at(consentedAt))
                .param("until", validUntil)
                .param("person", person.id())
                .param("name", person.name())
                .param("now", BusinessTime.at(now))
                .param("by", BusinessTime.at(now.plus(GIVEN_UP)))
                .param("today", BusinessTime.dayOf(now))
                .update();
    }

    /**
     * Who takes one puts off the next try by longer than an answer takes: should this copy die, another takes it then. What the enterprise is asking for itself at this moment is left to it.
     * Materialized: in a nested loop PostgreSQL would look for one to take for each row that there is, and take several.
     */
    Optional<Due> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        with next as materialized (
                          select enterprise_id from tax_due d
                          where next_at <= :now and ended_at is null and valid_until >= :today
                            and exists (select from enterprise e where e.id = d.enterprise_id)
                            and not exists (select from tax_intent i where i.enterprise_id = d.enterprise_id)
                          order by next_at limit 1 for update skip locked)
                        update tax_due d set
                          tries = d.tries + 1,
                          next_at = cast(:now as timestamptz) + least(interval '10 minutes', interval '1 minute' * 2 ^ least(d.tries, 10))
                        from next
                        where d.enterprise_id = next.enterprise_id
                        returning d.*, d.fetch_by <= :now as last""")
                .param("now", BusinessTime.at(now))
                .param("today", BusinessTime.dayOf(now))
                .query(Due::of)
                .optional();
    }

    /** A slow answer can come when another copy has brought it, or when the consent was withdrawn or given anew. In the transaction that keeps the data. */
    boolean isMine(Due due) {
        return jdbc.sql("delete from tax_due where enterprise_id = ? and consented_at = ? and ended_at is null")
                        .params(
                                due.enterprise(),
                                BusinessTime.at(due.consented().at()))
                        .update()
                == 1;
    }

    void giveUp(Due due) {
        jdbc.sql("""
                        update tax_due set ended_at = ?, person_id = null, person_name = null
                        where enterprise_id = ? and consented_at = ? and ended_at is null""")
                .params(
                        BusinessTime.at(clock.instant()),
                        due.enterprise(),
                        BusinessTime.at(due.consented().at()))
                .update();
    }

    /** The data is here. */
    void settle(UUID enterprise) {
        jdbc.sql("delete from tax_due where enterprise_id = ?")
                .param(enterprise)
                .update();
    }

    /** What was due by a consent of until then is so no more. */
    void settle(UUID enterprise, OffsetDateTime at) {
        jdbc.sql("delete from tax_due where enterprise_id = ? and consented_at <= ?")
                .params(enterprise, at)
                .update();
    }

    void endExpired(LocalDate today) {
        jdbc.sql("delete from tax_due where valid_until < ?").param(today).update();
    }

    /** @return null: nothing is due */
    Profile.TaxAuthorization.@Nullable Due of(UUID enterprise) {
        return jdbc.sql("select ended_at is null from tax_due where enterprise_id = ? and valid_until >= ?")
                .params(enterprise, BusinessTime.today(clock))
                .query(Boolean.class)
                .optional()
                .map(waits -> waits ? Profile.TaxAuthorization.Due.FETCHING : Profile.TaxAuthorization.Due.FAILED)
                .orElse(null);
    }
}
