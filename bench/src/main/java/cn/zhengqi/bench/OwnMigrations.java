package cn.zhengqi.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;

/** Migrations of one service, and of the libraries: those of more than one lie on the class path, and have the same numbers. To be applied last. */
public final class OwnMigrations implements FlywayConfigurationCustomizer {

    private static final String OF_ALL = "classpath:db/migration";

    private final List<String> own;

    private OwnMigrations(List<String> own) {
        this.own = own;
    }

    public static OwnMigrations of(String service) {
        return new OwnMigrations(List.of("filesystem:"
                + Path.of(System.getProperty("zhengqi.root", "."), service, "server/src/main/resources/db/migration")));
    }

    /** Those of the libraries alone. */
    public static OwnMigrations ofNoService() {
        return new OwnMigrations(List.of());
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.locations(Stream.concat(
                        Arrays.stream(flyway.getLocations())
                                .map(Location::getDescriptor)
                                .filter(one -> !one.equals(OF_ALL)),
                        own.stream())
                .toArray(String[]::new));
    }
}
