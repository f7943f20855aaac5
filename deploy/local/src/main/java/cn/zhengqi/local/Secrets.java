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
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Secrets of one local copy: made when first asked for, kept in a file that only its owner reads. Of commands that run at the same time the first to ask for one makes it,
 * and the others take it from the file.
 */
final class Secrets {

    /** What is secret, its length in bytes, and the services that get it, under this name, in their environment. */
    enum Secret {
        POSTGRES_PASSWORD(24),
        REDIS_PASSWORD(24),
        NACOS_PASSWORD(24),
        NACOS_TOKEN_KEY(48),
        ZHENGQI_GATEWAY_SECRET(32, "gateway", "auth-service"),
        ZHENGQI_AUTH_KEY_SECRET(32, "auth-service"),
        ZHENGQI_OPERATIONS_SECRET(32, "auth-service"),
        ZHENGQI_METRICS_SECRET(32, "auth-service"),
        ZHENGQI_CODE_DATA_KEY(32, "enterprise-code-service"),
        ZHENGQI_MATCHING_DATA_KEY(32, "matching-service"),
        ZHENGQI_POLICY_DATA_KEY(32, "policy-service"),
        ZHENGQI_OPS_KEY_SECRET(32, "ops-service"),
        ZHENGQI_INDEX_KEY(32, Topology.ENCRYPTING.toArray(String[]::new));

        private final int bytes;

        @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
        private final Set<String> services;

        Secret(int bytes, String... services) {
            this.bytes = bytes;
            this.services = Set.of(services);
        }

        boolean isFor(String service) {
            return services.contains(service);
        }
    }

    static final String DATA_KEYS = "ZHENGQI_DATA_KEYS";

    private static final int DATA_KEY_BYTES = 32;
    private static final int DATABASE_PASSWORD_BYTES = 24;
    private static final int SERVICE_SECRET_BYTES = 32;

    private final Path file;
    private final CommandLock writing;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
        this.writing = new CommandLock(file.resolveSibling("secrets.lock"));
    }

    static Secrets in(Path folder) {
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        secrets.read();
        return secrets;
    }

    /** Base64 for URLs, without padding: fit for a command line, a URL and a configuration file. */
    String text(Secret secret) {
        return value(secret.name(), () -> fresh(secret.bytes));
    }

    /** Plain Base64 with padding, as keys are read. */
    String key(Secret secret) {
        return Base64.getEncoder().encodeToString(bytes(secret));
    }

    byte[] bytes(Secret secret) {
        return Base64.getUrlDecoder().decode(text(secret));
    }

    /** With which a service proves to auth-service that it is this one and no other. */
    String serviceSecret(String service) {
        return value(serviceSecretName(service), () -> fresh(SERVICE_SECRET_BYTES));
    }

    /** Under which auth-service knows the secret of a service. */
    static String serviceSecretName(String service) {
        return "ZHENGQI_" + service.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
    }

    String databasePassword(String role) {
        return value(role, () -> fresh(DATABASE_PASSWORD_BYTES));
    }

    /** With which columns are encrypted: {@code version:key}, separated by commas; old versions stay, for what is not encrypted anew and for back-ups. */
    synchronized String dataKeys() {
        return value(DATA_KEYS, () -> "1:" + fresh(DATA_KEY_BYTES));
    }

    synchronized int newestDataKey() {
        return Stream.of(dataKeys().split(",", -1))
                .mapToInt(entry -> Integer.parseInt(entry.substring(0, entry.indexOf(':'))))
                .max()
                .orElseThrow();
    }

    /** The version of a key that was made now. */
    synchronized int addDataKey() {
        return addDataKey(fresh(DATA_KEY_BYTES));
    }

    /** @param key in Base64, or as the key device wrapped it */
    synchronized int addDataKey(String key) {
        dataKeys();
        change(() -> values.setProperty(DATA_KEYS, dataKeys() + "," + (newestDataKey() + 1) + ":" + key));
        return newestDataKey();
    }

    /** The same key, wrapped by the key device; what it was before is not kept. */
    synchronized void putIndexKey(String wrapped) {
        change(() -> values.setProperty(Secret.ZHENGQI_INDEX_KEY.name(), wrapped));
    }

    private synchronized String value(String name, Supplier<String> made) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        change(() -> values.computeIfAbsent(name, nobodyMadeIt -> made.get()));
        return Objects.requireNonNull(values.getProperty(name));
    }

    private String fresh(int bytes) {
        var fresh = new byte[bytes];
        random.nextBytes(fresh);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
    }

    /** What another command has written since the file was read is read before, and stays. */
    private void change(Runnable change) {
        // The lock of a file is one of processes; it says no to a second thread.
        synchronized (Secrets.class) {
            writing.await(() -> {}, () -> {
                read();
                change.run();
                save();
            });
        }
    }

    private void read() {
        try {
            if (Files.exists(file)) {
                values.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file + ": " + e.getMessage(), e);
        }
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
