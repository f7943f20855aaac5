package cn.zhengqi.data.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.sample.NoteServiceApplication;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestServers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Over a table that was filled before answers were sealed. */
@ServiceTest(classes = NoteServiceApplication.class)
class AnswersAreSealedTest {

    private static final String ANSWER = "{\"contactName\":\"李经理\",\"contactPhone\":\"13655500001\"}";
    private static final byte[] ASKED = digest("null{\"version\":0}");

    @Autowired
    private DataProtection protection;

    private record Kept(
            String key, byte[] requestHash, @Nullable String body) {}

    @Test
    void an_answer_of_before_is_sealed_and_is_still_the_answer_to_the_same_request() throws SQLException {
        List<Kept> kept = filledAndMigrated(new AnswersAreSealed(protection));

        AnswerSeal seal = new AnswerSeal(protection);
        assertThat(kept).extracting(Kept::key).containsExactly("answered", "empty--1", "nothing1");
        assertThat(kept.getFirst().body()).startsWith("sm4:1:").doesNotContain("13655500001");
        assertThat(seal.open(kept.getFirst().body())).isEqualTo(ANSWER.getBytes(StandardCharsets.UTF_8));
        assertThat(kept.get(1).body()).isNull();
        assertThat(kept.get(2).body()).isNull();
        assertThat(kept)
                .extracting(Kept::requestHash)
                .as("nobody without the key can try phones until a request fits")
                .allSatisfy(hash -> assertThat(hash).isNotEqualTo(ASKED).isEqualTo(seal.fingerprint(ASKED)));
    }

    @Test
    void a_service_without_keys_keeps_nothing_to_be_read() throws SQLException {
        List<Kept> kept = filledAndMigrated();

        assertThat(kept).extracting(Kept::body).containsOnlyNulls();
        AnswerSeal without = new AnswerSeal(null);
        assertThat(kept)
                .extracting(Kept::requestHash)
                .allSatisfy(hash -> assertThat(hash).isEqualTo(without.fingerprint(ASKED)));
        assertThat(without.seal(new byte[0])).isNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> without.seal(ANSWER.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("names its data keys");
    }

    private static List<Kept> filledAndMigrated(JavaMigration... migrations) throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("notes_filled");
        database.migrate("0.5", migrations);
        try (Connection connection = database.connect();
                PreparedStatement row = connection.prepareStatement("""
                        insert into idempotency_key (idempotency_key, account, route, request_hash, status, content_type, body)
                        values (?, 'somebody', 'POST /api/notes', ?, 200, 'application/json', ?)""")) {
            for (Object[] values : new Object[][] {
                {"answered", ANSWER.getBytes(StandardCharsets.UTF_8)}, {"empty--1", new byte[0]}, {"nothing1", null}
            }) {
                row.setObject(1, values[0]);
                row.setBytes(2, ASKED);
                row.setBytes(3, (byte[]) values[1]);
                row.addBatch();
            }
            row.executeBatch();
            database.migrate("0.12", migrations);
            List<Kept> kept = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select idempotency_key, request_hash, body from idempotency_key order by 1")) {
                while (rows.next()) {
                    kept.add(new Kept(rows.getString(1), rows.getBytes(2), rows.getString(3)));
                }
            }
            return kept;
        }
    }

    private static byte[] digest(String asked) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
