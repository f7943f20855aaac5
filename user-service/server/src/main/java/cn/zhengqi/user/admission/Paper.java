package cn.zhengqi.user.admission;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A paper that was handed in. What it is, its first bytes say, never its name or its sender. */
record Paper(String name, String contentType, byte[] bytes) {

    static final int MAX_BYTES = 5 * 1024 * 1024;

    private static final int LONGEST_STEM = 100;

    private enum Kind {
        PDF("application/pdf", ".pdf", "255044462d"),
        JPEG("image/jpeg", ".jpg", "ffd8ff"),
        PNG("image/png", ".png", "89504e470d0a1a0a");

        private final String contentType;
        private final String extension;
        private final byte[] beginning;

        Kind(String contentType, String extension, String beginning) {
            this.contentType = contentType;
            this.extension = extension;
            this.beginning = HexFormat.of().parseHex(beginning);
        }

        private boolean begins(byte[] content) {
            return content.length > beginning.length
                    && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
        }
    }

    /** @throws ProblemException ADMISSION_FILE_TYPE, ADMISSION_FILE_SIZE */
    static Paper of(@Nullable String given, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(UserProblem.ADMISSION_FILE_SIZE);
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.begins(bytes))
                .findFirst()
                .orElseThrow(() -> new ProblemException(UserProblem.ADMISSION_FILE_TYPE));
        return new Paper(harmless(given) + kind.extension, kind.contentType, bytes);
    }

    private static String harmless(@Nullable String given) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
                .strip();
        int end = stem.offsetByCodePoints(0, Math.min(LONGEST_STEM / 2, stem.codePointCount(0, stem.length())));
        return stem.isEmpty() ? "材料" : stem.substring(0, end);
    }
}
