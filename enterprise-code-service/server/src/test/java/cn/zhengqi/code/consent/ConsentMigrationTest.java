package cn.zhengqi.code.consent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentMigrationTest {

    private final UUID enterprise = Ids.next();

    @Test
    void consents_from_before_get_their_receiver_and_an_end_and_keep_their_history() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("code_before");
        database.migrate("5");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into consent (enterprise_id, category, granted, granted_at, withdrawn_at, version) values
                      ('%1$s', 'BASIC', true, now() - interval '4 years', null, 0),
                      ('%1$s', 'TAX', false, now() - interval '2 days', now(), 1)""".formatted(enterprise));
            statement.execute("""
                    insert into consent_change (id, enterprise_id, category, granted, at, actor_id, actor_name) values
                      ('%2$s', '%1$s', 'TAX', true, now() - interval '2 days', '%1$s', '王小明'),
                      ('%3$s', '%1$s', 'TAX', false, now(), '%1$s', '王小明')""".formatted(enterprise, Ids.next(), Ids.next()));

            database.migrate("7");

            assertThat(rows(statement, """
                    select category || ' ' || receiver_kind || ' ' || purpose || ' '
                      || coalesce((valid_until > now() + interval '23 months')::text, 'ended')
                    from consent order by category"""))
                    .containsExactly("BASIC SCANNER 扫码核验企业身份和资质 true", "TAX PLATFORM 匹配政策和贷款产品 ended");
            assertThat(rows(statement, """
                    select h.action || ' ' || (h.consent_id = c.id)::text
                    from consent_change h join consent c on c.category = h.category order by h.id""")).containsExactly("GIVEN true", "WITHDRAWN true");
        }
    }

    @Test
    void consents_from_before_hold_for_every_kind_of_scanner_and_what_was_withdrawn_is_withdrawn_from_each()
            throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("code_before_scanners");
        database.migrate("270");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String row : List.of(
                    "'BASIC', 'SCANNER', null, '扫码核验人员', 'P', true, now(), null, current_date, current_date, 1",
                    "'LEGAL', 'SCANNER', null, '扫码核验人员', 'P', false, now(), now(), current_date, current_date, 2",
                    "'ASSET', 'SCANNER', null, '扫码核验人员', 'P', false, null, null, null, null, 0",
                    "'TAX', 'PLATFORM', null, '企业服务平台', 'P', true, now(), null, current_date, current_date, 1",
                    "'BASIC', 'BANK', '" + enterprise
                            + "', '某银行', 'P', true, now(), null, current_date, current_date, 1")) {
                statement.execute("""
                        insert into consent (id, enterprise_id, category, receiver_kind, receiver_id, receiver_name, purpose,
                          granted, granted_at, withdrawn_at, valid_from, valid_until, version)
                        values ('%s', '%s', %s)""".formatted(Ids.next(), enterprise, row));
            }

            database.migrate("272");

            assertThat(rows(statement, """
                    select category || ' ' || receiver_kind || ' now ' || array_to_string(scanners, '+') || ' once '
                      || array_to_string(former_scanners, '+') from consent order by category, receiver_kind"""))
                    .containsExactly(
                            "ASSET SCANNER now  once ",
                            "BASIC BANK now  once ",
                            "BASIC SCANNER now GOVERNMENT+BANK+PROVIDER+OTHER once ",
                            "LEGAL SCANNER now  once GOVERNMENT+BANK+PROVIDER+OTHER",
                            "TAX PLATFORM now  once ");
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
