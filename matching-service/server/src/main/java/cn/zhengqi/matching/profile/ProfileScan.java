package cn.zhengqi.matching.profile;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through many profiles one after the other, with some of their facts: however many there are, one is in memory. What counts of several sources is as for a
 * single one ({@link FactStore}); what an enterprise takes back while somebody goes through is there or not, never half.
 */
@Repository
public class ProfileScan {

    private static final int PORTION = 500;

    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    ProfileScan(DataSource database, PlatformTransactionManager transactions) {
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(PORTION);
        reading = new TransactionTemplate(transactions);
        // A cursor lives in its transaction.
        reading.setReadOnly(true);
    }

    /**
     * Which of them.
     *
     * @param scope what the asker may see
     * @param called part of the name, or the beginning of the USCC; null = any
     * @param town code of the town that they lie in; null = any
     * @param industry section letter or the beginning of a code of GB/T 4754; null = any
     * @param only these alone; empty = all
     * @param taxData whether it may be read, as far as its authorization goes; what the enterprise said counts in its place
     */
    public record Which(
            DataScope scope,
            @Nullable String called,
            @Nullable String town,
            @Nullable String industry,
            Collection<UUID> only,
            boolean taxData) {

        public Which(DataScope scope, @Nullable String town, @Nullable String industry) {
            this(scope, null, town, industry, List.of(), true);
        }

        /** All in the scope, by what is known of them without tax data. */
        public static Which withoutTaxData(DataScope scope) {
            return new Which(scope, null, null, null, List.of(), false);
        }

        public Which only(Collection<UUID> enterprises) {
            return new Which(scope, called, town, industry, enterprises, taxData);
        }

        /** Adds what it asks of {@code enterprise e} to a statement that has a condition already. */
        public void narrow(StringBuilder sql, List<Object> values, Connection connection) throws SQLException {
            if (!scope.everything()) {
                sql.append(" and e.town_code = any(?)");
                values.add(connection.createArrayOf("text", scope.towns().toArray()));
            }
            if (called != null) {
                sql.append(" and (e.name ilike ? or e.uscc ilike ?)");
                values.add(LikePattern.containing(called));
                values.add(LikePattern.startingWith(called));
            }
            if (town != null) {
                sql.append(" and e.town_code = ?");
                values.add(town);
            }
            if (industry != null) {
                sql.append(" and e.industry_code like ?");
                values.add(LikePattern.startingWith(industry));
            }
            if (!only.isEmpty()) {
                sql.append(" and e.id = any(?)");
                values.add(connection.createArrayOf("uuid", only.toArray()));
            }
        }
    }

    /**
     * One of them.
     *
     * @param personalised whether it wants to be recommended to by its profile
     * @param taxWithdrawn whether it took back its consent to the use of tax data, and gave it to nobody again
     * @param facts those asked for that are known
     * @param taxFacts which of them are there by its authorization alone
     */
    public record Scanned(
            UUID id,
            String uscc,
            String name,
            @Nullable String townName,
            @Nullable String industryCode,
            boolean personalised,
            boolean taxWithdrawn,
            Map<String, Object> facts,
            Set<String> taxFacts) {}

    /** @param names of the facts that are wanted */
    public void each(Which which, Collection<String> names, LocalDate today, Consumer<Scanned> receiver) {
        Gathering gathering = new Gathering(today, receiver);
        reading.executeWithoutResult(
                status -> jdbc.query(connection -> statement(connection, which, names, today), row -> {
                    gathering.take(row);
                }));
        gathering.end();
    }

    /**
     * Work that goes through all of them, when its turn has come: the rest of the service keeps its connections.
     *
     * @throws ProblemException SERVICE_UNAVAILABLE when too many are before it
     */
    public <T> T inTurn(Supplier<T> work) {
        boolean inTurn = false;
        try {
            inTurn = places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        if (!inTurn) {
            throw new ProblemException(CommonProblem.SERVICE_UNAVAILABLE, "正在进行的反向匹配和推演较多，请稍后再试");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** As {@link #inTurn(Supplier)}, of work that hands on what it finds. */
    public void inTurn(Runnable work) {
        inTurn(() -> {
            work.run();
            return true;
        });
    }

    private static PreparedStatement statement(
            Connection connection, Which which, Collection<String> names, LocalDate today) throws SQLException {
        StringBuilder sql = new StringBuilder("""
                select e.id, e.uscc, e.name, e.town_name, e.industry_code, coalesce(c.personalised, true) as personalised,
                  w.enterprise_id is not null and a.enterprise_id is null as tax_withdrawn, f.name as fact, f.source, f.value, f.as_of
                from enterprise e
                left join recommendation_choice c on c.enterprise_id = e.id
                left join tax_withdrawal w on w.enterprise_id = e.id
                left join tax_authorization a on a.enterprise_id = e.id and a.valid_until >= ?
                left join fact f on f.enterprise_id = e.id and f.name = any(?) and (f.source <> 'TAX' or a.enterprise_id is not null and ?)
                where true""");
        List<Object> values =
                new ArrayList<>(List.of(today, connection.createArrayOf("text", names.toArray()), which.taxData()));
        which.narrow(sql, values, connection);
        sql.append(" order by e.id");
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** Puts the rows of one enterprise together. */
    private static final class Gathering {

        private final LocalDate today;
        private final Consumer<Scanned> receiver;
        private @Nullable Scanned open;
        private GatheredFacts facts;

        Gathering(LocalDate today, Consumer<Scanned> receiver) {
            this.today = today;
            this.receiver = receiver;
            facts = new GatheredFacts(today);
        }

        void take(ResultSet row) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            if (open == null || !open.id().equals(id)) {
                end();
                facts = new GatheredFacts(today);
                open = new Scanned(
                        id,
                        row.getString("uscc"),
                        row.getString("name"),
                        row.getString("town_name"),
                        row.getString("industry_code"),
                        row.getBoolean("personalised"),
                        row.getBoolean("tax_withdrawn"),
                        facts.values(),
                        facts.ofTax());
            }
            facts.take(row);
        }

        void end() {
            if (open != null) {
                receiver.accept(open);
                open = null;
            }
        }
    }
}
