package cn.zhengqi.finance.match;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class MatchResultsTest {

    @Autowired
    private MatchResults results;

    @Autowired
    private Clock clock;

    private final UUID enterprise = Ids.next();

    @Test
    void an_old_result_is_forgotten_unless_it_is_the_latest_of_its_enterprise() {
        Instant now = clock.instant();
        UUID old = kept(enterprise, now.minus(MatchResults.KEPT).minusSeconds(60));
        UUID recent = kept(enterprise, now.minus(MatchResults.KEPT).plus(Duration.ofHours(1)));
        UUID another = Ids.next();
        UUID onlyOne = kept(another, now.minus(Duration.ofDays(1000)));

        results.forgetOld();

        assertThat(results.own(old, enterprise)).isNull();
        assertThat(results.own(recent, enterprise)).isEqualTo(recent);
        assertThat(results.own(onlyOne, another)).isEqualTo(onlyOne);
    }

    @Test
    void results_from_before_the_migration_are_as_old_as_their_ids() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("finance_before");
        database.migrate("2");
        UUID result = Ids.next();
        UUID withoutTime = UUID.randomUUID();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into match_result (id, enterprise_id) values ('%s', '%s'), ('%s', '%s')"
                    .formatted(result, enterprise, withoutTime, enterprise));

            database.migrate("3");

            try (ResultSet rows = statement.executeQuery("select id, matched_at from match_result")) {
                Map<UUID, Instant> times = new HashMap<>();
                while (rows.next()) {
                    times.put(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, OffsetDateTime.class).toInstant());
                }
                assertThat(times).containsOnlyKeys(result, withoutTime);
                assertThat(times.get(result)).isEqualTo(Instant.ofEpochMilli(result.getMostSignificantBits() >>> 16));
            }
        }
    }

    private UUID kept(UUID whose, Instant at) {
        UUID result = Ids.next();
        results.keep(result, whose, at);
        return result;
    }
}
