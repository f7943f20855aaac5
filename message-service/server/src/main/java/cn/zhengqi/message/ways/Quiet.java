package cn.zhengqi.message.ways;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wants to be left alone.
 *
 * @param from said with {@link Mode#OWN} alone
 */
public record Quiet(
        Mode mode, @Nullable LocalTime from, @Nullable LocalTime to) {

    public static final Quiet OF_DISTRICT = new Quiet(Mode.DISTRICT, null, null);

    /** Who says which hours they are. */
    public enum Mode {
        DISTRICT,
        OWN,
        NONE
    }

    QuietHours hours(QuietHours ofDistrict) {
        return switch (mode) {
            case DISTRICT -> ofDistrict;
            case NONE -> QuietHours.NONE;
            case OWN -> from == null || to == null ? ofDistrict : new QuietHours(from, to);
        };
    }
}
