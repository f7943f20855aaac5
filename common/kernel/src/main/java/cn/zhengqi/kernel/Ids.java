package cn.zhengqi.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identifiers: UUID version 7 (RFC 9562), so that new rows are appended to their index. Strings in JSON. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new identifier, greater than every one this process gave before. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** Empty when the text is no identifier. */
    public static Optional<UUID> tryParse(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
