package cn.zhengqi.matching.standing;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.profile.ProfileScan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How enterprises stand under a rule, from what is stored: that of the enterprise where it knows the rule as it is now, else what stands beside it for that rule. */
@Service
public class Standings {

    /** Who is left out wherever enterprises are sought by their profile: code is what came out, 0 while nobody was judged. */
    private static final String FROM = """
            from (
              select e.id, coalesce(case when greatest(s.revision, p.revision) >= ? and length(s.cells) > ? then get_byte(s.cells, ?) else c.code end, 0) as code,
                not coalesce(r.personalised, true) as switched_off,
                ? and w.enterprise_id is not null and a.enterprise_id is null as tax_withdrawn
              from enterprise e
              join standing_part p on p.part = e.part
              left join standing s on s.enterprise_id = e.id
              left join (
                select u.id, get_byte(sc.cells, (u.place::int - 1) * 2) as code
                from standing_column sc cross join unnest(sc.enterprises) with ordinality u (id, place) where sc.subject_id = ?) c on c.id = e.id
              left join recommendation_choice r on r.enterprise_id = e.id
              left join tax_withdrawal w on w.enterprise_id = e.id
              left join tax_authorization a on a.enterprise_id = e.id and a.valid_until >= ?
              where true""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate deciding;
    private final Clock clock;

    Standings(DataSource database, PlatformTransactionManager transactions, Clock clock) {
        jdbc = new JdbcTemplate(database);
        // Whether it can be read and what is read are of one moment.
        reading = new TransactionTemplate(transactions);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        deciding = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Which enterprises under which rule.
     *
     * @param subject policy or product
     * @param asksForTax whether who took back the consent to tax data is left out
     */
    public record Sought(UUID subject, boolean asksForTax, ProfileScan.Which which) {}

    /**
     * How they came out.
     *
     * @param byOutcome without those who hold what it grants
     */
    public record Counts(Map<MatchOutcome, Long> byOutcome, long held, long switchedOff, long taxWithdrawn) {

        public long of(MatchOutcome outcome) {
            return byOutcome.getOrDefault(outcome, 0L);
        }
    }

    private record Stored(int place, long revision) {}

    /** @return empty while somebody is judged anew in this moment, or not all are judged by this rule and for today yet */
    public Optional<Counts> counts(Sought sought) {
        return Objects.requireNonNull(
                reading.execute(status -> stored(sought.subject(), true).map(stored -> counted(sought, stored))));
    }

    /**
     * Those who qualify, want to be recommended to and let be used what it asks for.
     *
     * @return empty while not all are judged by this rule and for today yet
     */
    public Optional<List<UUID>> eligible(Sought sought) {
        return Objects.requireNonNull(deciding.execute(status -> stored(sought.subject(), false)
                .map(stored -> jdbc.query(
                        connection -> statement(
                                connection,
                                "select id ",
                                ") judged where code = %d and not switched_off and not tax_withdrawn order by id"
                                        .formatted(Cells.code(MatchOutcome.ELIGIBLE)),
                                sought,
                                stored),
                        (row, number) -> row.getObject("id", UUID.class)))));
    }

    private Optional<Stored> stored(UUID subject, boolean unmarked) {
        return jdbc
                .query(
                        """
                        select r.place, e.revision from standing_rule r join library_entry e on e.subject_id = r.subject_id
                        where r.subject_id = ? and e.listed and r.judged >= e.revision
                          and not (? and exists (select from standing_mark))
                          and not exists (select from standing_part where due or day is distinct from ?)""",
                        (row, number) -> new Stored(row.getInt("place"), row.getLong("revision")),
                        subject,
                        unmarked,
                        BusinessTime.today(clock))
                .stream()
                .findFirst();
    }

    private Counts counted(Sought sought, Stored stored) {
        Map<MatchOutcome, Long> outcomes = new EnumMap<>(MatchOutcome.class);
        long[] others = new long[3];
        jdbc.query(
                connection -> statement(
                        connection,
                        "select code, switched_off, tax_withdrawn, count(*) as enterprises ",
                        ") judged where code > 0 group by 1, 2, 3",
                        sought,
                        stored),
                (ResultSet row) -> {
                    long enterprises = row.getLong("enterprises");
                    int code = row.getInt("code");
                    if (row.getBoolean("switched_off")) {
                        others[0] += enterprises;
                    } else if (row.getBoolean("tax_withdrawn")) {
                        others[1] += enterprises;
                    } else if ((code & Cells.HELD) != 0) {
                        others[2] += enterprises;
                    } else {
                        outcomes.merge(Cells.outcome(code), enterprises, Long::sum);
                    }
                });
        return new Counts(outcomes, others[2], others[0], others[1]);
    }

    private PreparedStatement statement(Connection connection, String select, String rest, Sought sought, Stored stored)
            throws SQLException {
        int cell = stored.place() * Cells.BYTES;
        StringBuilder sql = new StringBuilder(select).append(FROM);
        List<Object> values = new ArrayList<>(Arrays.asList(
                stored.revision(), cell, cell, sought.asksForTax(), sought.subject(), BusinessTime.today(clock)));
        sought.which().narrow(sql, values, connection);
        PreparedStatement statement =
                connection.prepareStatement(sql.append(rest).toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
