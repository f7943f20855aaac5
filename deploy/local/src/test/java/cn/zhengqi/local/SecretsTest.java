package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.local.Secrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void a_secret_is_made_once_and_only_its_owner_can_read_it() throws IOException {
        var made = Secrets.in(folder).text(Secret.ZHENGQI_GATEWAY_SECRET);
        assertThat(Secrets.in(folder).text(Secret.ZHENGQI_GATEWAY_SECRET)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_new_data_key_stands_beside_the_old_ones() {
        var secrets = Secrets.in(folder);
        var first = secrets.dataKeys();
        assertThat(first).matches("1:[A-Za-z0-9_-]{43}");
        assertThat(secrets.newestDataKey()).isEqualTo(1);

        assertThat(secrets.addDataKey()).isEqualTo(2);

        assertThat(Secrets.in(folder).dataKeys()).startsWith(first + ",2:");
        assertThat(Secrets.in(folder).newestDataKey()).isEqualTo(2);
    }

    @Test
    void commands_that_began_at_the_same_time_leave_each_others_secrets_standing() {
        var first = Secrets.in(folder);
        var second = Secrets.in(folder);

        var made = first.databasePassword("zq_auth");
        var keys = first.dataKeys();
        var others = second.databasePassword("zq_users");
        assertThat(second.databasePassword("zq_auth")).isEqualTo(made);
        assertThat(second.addDataKey()).isEqualTo(2);

        var kept = Secrets.in(folder);
        assertThat(kept.databasePassword("zq_auth")).isEqualTo(made);
        assertThat(kept.databasePassword("zq_users")).isEqualTo(others);
        assertThat(kept.dataKeys()).startsWith(keys + ",2:");
    }

    @Test
    void of_many_who_ask_at_once_all_hear_the_same() {
        var heard = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> Secrets.in(folder).databasePassword("zq_auth"))
                .distinct();
        assertThat(heard).hasSize(1);
    }

    @Test
    void no_two_secrets_are_the_same_and_each_has_its_length() {
        var secrets = Secrets.in(folder);
        assertThat(secrets.bytes(Secret.NACOS_TOKEN_KEY)).hasSize(48);
        assertThat(secrets.serviceSecret("user-service")).isNotEqualTo(secrets.serviceSecret("stats-service"));
        assertThat(secrets.databasePassword("zq_auth"))
                .isNotEqualTo(secrets.databasePassword("zq_users"))
                .isEqualTo(Secrets.in(folder).databasePassword("zq_auth"));
    }
}
