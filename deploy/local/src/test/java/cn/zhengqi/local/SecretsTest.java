package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.local.Secrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void no_two_secrets_are_the_same_and_each_has_its_length() {
        var secrets = Secrets.in(folder);
        assertThat(secrets.bytes(Secret.NACOS_TOKEN_KEY)).hasSize(48);
        assertThat(secrets.serviceSecret("user-service")).isNotEqualTo(secrets.serviceSecret("stats-service"));
        assertThat(secrets.databasePassword("zq_auth"))
                .isNotEqualTo(secrets.databasePassword("zq_users"))
                .isEqualTo(Secrets.in(folder).databasePassword("zq_auth"));
    }
}
