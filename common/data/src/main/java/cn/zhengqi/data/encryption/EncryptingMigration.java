package cn.zhengqi.data.encryption;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * A migration, declared as a bean, that encrypts what a table was filled with before. Flyway runs it once, in one transaction, before the service answers
 * anybody, and lets other copies wait.
 */
public abstract class EncryptingMigration implements JavaMigration {

    private final MigrationVersion version;
    private final String description;

    protected EncryptingMigration(int version, String description) {
        this(Integer.toString(version), description);
    }

    /** @param version as Flyway writes it; those of the libraries begin with {@code 0.} */
    protected EncryptingMigration(String version, String description) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
    }

    protected abstract void encrypt(FirstEncryption tables) throws SQLException;

    @Override
    public final void migrate(Context context) throws SQLException {
        encrypt(new FirstEncryption(context.getConnection()));
    }

    @Override
    public final MigrationVersion getVersion() {
        return version;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }
}
