package cn.zhengqi.message.ways;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.push.PushChannel;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people want to be told; asked of the database each time, so that a change holds in all copies of the service at once. */
@Component
public class Preferences {

    private final JdbcClient jdbc;
    private final WaysSettings settings;

    Preferences(JdbcClient jdbc, WaysSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * All that somebody said.
     *
     * @param choices by kind; a kind that is not there is told as offered
     * @param version 0: nothing was ever said
     */
    public record Said(Quiet quiet, Map<String, Choice> choices, int version) {}

    @Transactional
    public Said of(UUID account) {
        Map<String, Choice> choices = new HashMap<>();
        jdbc.sql("select code, declined, digest from message_choice where account_id = ?")
                .param(account)
                .query(row -> {
                    choices.put(row.getString("code"), choice(row));
                });
        return jdbc.sql("select quiet, quiet_from, quiet_to, version from message_setting where account_id = ?")
                .param(account)
                .query((row, number) -> new Said(quiet(row), choices, row.getInt("version")))
                .optional()
                .orElseGet(() -> new Said(Quiet.OF_DISTRICT, choices, 0));
    }

    Choice of(UUID account, String code) {
        return jdbc.sql("select declined, digest from message_choice where account_id = ? and code = ?")
                .params(account, code)
                .query((row, number) -> choice(row))
                .optional()
                .orElse(Choice.AS_OFFERED);
    }

    /**
     * What is said now holds, for all kinds.
     *
     * @param seen version that was decided by; 0: nothing had been said
     * @throws ProblemException VERSION_CONFLICT
     */
    @Transactional
    public void say(UUID account, int seen, Quiet quiet, Map<String, Choice> choices, Instant at) {
        int done = seen == 0
                ? jdbc.sql("""
                                insert into message_setting (quiet, quiet_from, quiet_to, changed_at, account_id, version)
                                values (?, ?, ?, ?, ?, 1) on conflict do nothing""")
                        .params(Arrays.asList(
                                quiet.mode().name(), quiet.from(), quiet.to(), BusinessTime.at(at), account))
                        .update()
                : jdbc.sql("""
                                update message_setting set quiet = ?, quiet_from = ?, quiet_to = ?, changed_at = ?, version = version + 1
                                where account_id = ? and version = ?""")
                        .params(Arrays.asList(
                                quiet.mode().name(), quiet.from(), quiet.to(), BusinessTime.at(at), account, seen))
                        .update();
        if (done == 0) {
            throw ProblemException.versionConflict();
        }
        jdbc.sql("delete from message_choice where account_id = ?")
                .param(account)
                .update();
        choices.forEach((code, choice) -> {
            if (!choice.equals(Choice.AS_OFFERED)) {
                jdbc.sql("insert into message_choice (account_id, code, declined, digest) values (?, ?, ?, ?)")
                        .params(
                                account,
                                code,
                                choice.declined().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toArray(String[]::new),
                                choice.digest())
                        .update();
            }
        });
    }

    /** @return of these, those who do not want this by this way */
    public Set<UUID> declined(Set<UUID> accounts, String code, PushChannel way) {
        return jdbc.sql("""
                        select account_id from message_choice
                        where account_id = any(?) and code = ? and ? = any(declined)""")
                .params(accounts.toArray(UUID[]::new), code, way.name())
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    /** @return until when those of these are to be left alone who are now */
    public Map<UUID, Instant> quiet(Set<UUID> accounts, Instant now) {
        Map<UUID, Quiet> said = new HashMap<>();
        jdbc.sql("select account_id, quiet, quiet_from, quiet_to from message_setting where account_id = any(?)")
                .param(accounts.toArray(UUID[]::new))
                .query(row -> {
                    said.put(row.getObject("account_id", UUID.class), quiet(row));
                });
        Map<UUID, Instant> until = new HashMap<>();
        for (UUID account : accounts) {
            said.getOrDefault(account, Quiet.OF_DISTRICT)
                    .hours(settings.quietHours())
                    .until(now)
                    .ifPresent(end -> until.put(account, end));
        }
        return until;
    }

    Optional<Instant> quiet(UUID account, Instant now) {
        return Optional.ofNullable(quiet(Set.of(account), now).get(account));
    }

    void forget(UUID account) {
        jdbc.sql("delete from message_setting where account_id = ?")
                .param(account)
                .update();
    }

    private static Quiet quiet(ResultSet row) throws SQLException {
        return new Quiet(
                Quiet.Mode.valueOf(row.getString("quiet")),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_to", LocalTime.class));
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                Arrays.stream(strings(row.getArray("declined")))
                        .map(PushChannel::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("digest"));
    }

    static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
