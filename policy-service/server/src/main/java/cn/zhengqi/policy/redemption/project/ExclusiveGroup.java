package cn.zhengqi.policy.redemption.project;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 互斥组: projects of one name exclude each other, whose department they may be. Names are compared letter by letter, so each is written in one way.
 *
 * @param projects that are in it, as far as whoever asks may know of them
 */
record ExclusiveGroup(String name, int projects) {

    /** People write blanks, and letters in either width and case, as they like. @return null where nothing is left */
    static @Nullable String named(@Nullable String written) {
        String plain = written == null
                ? ""
                : Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}]", "")
                        .toUpperCase(Locale.ROOT);
        return plain.isEmpty() ? null : plain;
    }
}
