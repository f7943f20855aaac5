package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.DatabaseProperties;
import cn.zhengqi.data.RoutingDataSource;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingTest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever needs a second connection while it holds one waits for others that do the same, for as long as a pool lets it. */
class LastConnectionTest extends MatchingTest {

    @Autowired
    private Matches matches;

    @Autowired
    private RoutingDataSource pool;

    @Autowired
    private DatabaseProperties database;

    @Test
    void whoever_reads_the_latest_match_gets_by_with_the_last_connection_of_the_pool() throws Exception {
        UUID enterprise = Ids.next();
        registered(enterprise, "500113004");
        UUID made = matches.run(enterprise, Ids.next()).id();
        List<Connection> others = new ArrayList<>();
        try {
            while (others.size() < database.poolSize() - 1) {
                others.add(pool.primary().getConnection());
            }

            assertThat(matches.latest(enterprise)).map(MatchResult::id).contains(made);
        } finally {
            for (Connection other : others) {
                other.close();
            }
        }
    }
}
