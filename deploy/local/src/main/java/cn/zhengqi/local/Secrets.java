package cn.zhengqi.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Secrets of one local copy: made when first asked for, kept in a file that only its owner reads. */
final class Secrets {

    /** Length in bytes before encoding. The names of those that services see are the names of environment variables. */
    enum Secret {
        POSTGRES_PASSWORD(24),
        REDIS_PASSWORD(24),
        NACOS_PASSWORD(24),
        NACOS_TOKEN_KEY(48),
        ZHENGQI_SERVICE_SECRET(32),
        ZHENGQI_AUTH_KEY_SECRET(32),
        ZHENGQI_GATEWAY_SECRET(32),
        ZHENGQI_CODE_SIGNING_KEY(32),
        ZHENGQI_DATA_KEY(32);

        private final int bytes;

        Secret(int bytes) {
            this.bytes = bytes;
        }
    }

    private static final int DATABASE_PASSWORD_BYTES = 24;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path folder) {
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        try {
            if (Files.exists(secrets.file)) {
                secrets.values.load(new StringReader(Files.readString(secrets.file)));
            }
            return secrets;
        } catch (IOException e) {
            throw new LauncherException("cannot read " + secrets.file + ": " + e.getMessage(), e);
        }
    }

    /** Base64 for URLs, without padding: fit for a command line, a URL and a configuration file. */
    String text(Secret secret) {
        return value(secret.name(), secret.bytes);
    }

    byte[] bytes(Secret secret) {
        return Base64.getUrlDecoder().decode(text(secret));
    }

    String databasePassword(String role) {
        return value(role, DATABASE_PASSWORD_BYTES);
    }

    private synchronized String value(String name, int bytes) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var fresh = new byte[bytes];
        random.nextBytes(fresh);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
        values.setProperty(name, text);
        save();
        return text;
    }

    private void save() {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var text = new StringWriter();
            values.store(text, "Secrets of this local copy; never commit");
            var next = Files.createTempFile(file.getParent(), "secrets", "", ownerOnly);
            Files.writeString(next, text.toString(), StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
