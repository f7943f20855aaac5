package cn.zhengqi.message.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages from before they knew of the work that they ask for. */
class WorkDoneMigrationTest {

    private static final String DECIDED = "019a1ddb-e288-71d9-a787-0e0fd583d581";
    private static final String WAITING = "019a1ddb-e288-71d9-a787-0e0fd583d582";
    private static final String HANDED_IN_AGAIN = "019a1ddb-e288-71d9-a787-0e0fd583d583";

    @Test
    void work_that_was_done_before_asks_no_more_and_work_that_waits_still_does() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("message_before");
        database.migrate("24");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            told(statement, "新的领码申请待审核", "/claims/" + DECIDED, 1);
            told(statement, "领码申请已通过", "/my/claims/" + DECIDED, 2);
            told(statement, "新的融资申请待受理", "/applications/" + WAITING, 1);
            told(statement, "融资申请已提交", "/my/applications/" + WAITING, 1);
            told(statement, "领码申请被退回，请补充后重新提交", "/my/claims/" + HANDED_IN_AGAIN, 1);
            told(statement, "新的领码申请待审核", "/claims/" + HANDED_IN_AGAIN, 2);

            database.migrate("25");

            assertThat(links(statement, "case_id is not null"))
                    .containsExactly("/applications/" + WAITING, "/claims/" + DECIDED, "/claims/" + HANDED_IN_AGAIN);
            assertThat(links(statement, "done_at is not null")).containsExactly("/claims/" + DECIDED);
        }
    }

    private static void told(Statement statement, String title, String link, int day) throws SQLException {
        statement.execute("""
                insert into message (id, account_id, event_id, kind, title, body, link, created_at)
                values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CODE', '%s', '正文', '%s', '2026-11-0%d')""".formatted(title, link, day));
    }

    private static List<String> links(Statement statement, String which) throws SQLException {
        List<String> links = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select link from message where " + which + " order by link")) {
            while (rows.next()) {
                links.add(rows.getString(1));
            }
        }
        return links;
    }
}
