package cn.zhengqi.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** How personal and business data looks to those who may not see it plainly. */
public enum Mask {
    /** 张三 → 张*, 欧阳震华 → 欧**华 */
    NAME {
        @Override
        int cover(String text, char[] into) {
            int length = text.codePointCount(0, text.length());
            if (length <= 2) {
                return FAMILY_NAME.cover(text, into);
            }
            int stars = stars(into, first(text, into), length - 2);
            return copy(text, text.offsetByCodePoints(text.length(), -1), text.length(), into, stars);
        }
    },
    /** 张三 → 张*, 陈志远 → 陈**: for strangers, who could guess what {@link #NAME} covers. */
    FAMILY_NAME {
        @Override
        int cover(String text, char[] into) {
            return stars(into, first(text, into), Math.max(1, text.codePointCount(0, text.length()) - 1));
        }
    },
    /** 13812345678 → 138****5678 */
    PHONE {
        @Override
        int cover(String text, char[] into) {
            return keep(text, 3, 4, into);
        }
    },
    /** 110101199001011234 → 110101********1234 */
    ID_NUMBER {
        @Override
        int cover(String text, char[] into) {
            return keep(text, 6, 4, into);
        }
    },
    /** 6222000011112222 → 6222********2222 */
    ACCOUNT_NUMBER {
        @Override
        int cover(String text, char[] into) {
            return keep(text, 4, 4, into);
        }
    },
    /** Keeps the district, hides the house: the first six characters. */
    ADDRESS {
        @Override
        int cover(String text, char[] into) {
            return text.length() <= 6 ? stars(into, 0, text.length()) : stars(into, copy(text, 0, 6, into, 0), 4);
        }
    },
    /** 北京海淀示例科技有限公司 → 北京****公司; 示例科技（北京）有限公司 → ****公司: what does not begin with a province begins with what it is known by. */
    ENTERPRISE_NAME {
        @Override
        int cover(String text, char[] into) {
            int length = text.length();
            return length <= 4
                    ? stars(into, 0, 3)
                    : copy(text, length - 2, length, into, stars(into, copy(text, 0, province(text), into, 0), 4));
        }

        private static int province(String text) {
            for (String province : Provinces.NAMES) {
                if (text.startsWith(province)) {
                    return province.length();
                }
            }
            return 0;
        }
    },
    /** someone@example.cn → s***@example.cn */
    EMAIL {
        @Override
        int cover(String text, char[] into) {
            int at = text.indexOf('@');
            return at < 1
                    ? stars(into, 0, 3)
                    : copy(text, at, text.length(), into, stars(into, copy(text, 0, 1, into, 0), 3));
        }
    },
    /** Nothing is shown. */
    HIDDEN {
        @Override
        int cover(String text, char[] into) {
            return stars(into, 0, 3);
        }
    };

    /** As names of enterprises begin with them: GB/T 2260, without what sort of province each is. */
    private static final class Provinces {

        static final List<String> NAMES = read();

        private static List<String> read() {
            try (InputStream names = Mask.class.getResourceAsStream("provinces.txt")) {
                return new String(Objects.requireNonNull(names).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How many characters a covered text may have more than the text. */
    public static final int ROOM = 4;

    /** Empty text stays empty. */
    public String apply(String text) {
        char[] covered = new char[text.length() + ROOM];
        return new String(covered, 0, apply(text, covered));
    }

    /**
     * The same without a text of its own, for lists of thousands. Says how long the covered text is.
     *
     * @param into begins with the covered text afterwards; holds {@link #ROOM} more than the text
     */
    public int apply(String text, char[] into) {
        return text.isEmpty() ? 0 : cover(text, into);
    }

    abstract int cover(String text, char[] into);

    /** Half of a character beyond the first 65,536, such as an emoji in a nickname, could not be written down. */
    private static int first(String text, char[] into) {
        return copy(text, 0, text.offsetByCodePoints(0, 1), into, 0);
    }

    private static int keep(String text, int head, int tail, char[] into) {
        int length = text.length();
        return length <= head + tail
                ? stars(into, 0, length)
                : copy(
                        text,
                        length - tail,
                        length,
                        into,
                        stars(into, copy(text, 0, head, into, 0), length - head - tail));
    }

    private static int copy(String text, int from, int to, char[] into, int at) {
        text.getChars(from, to, into, at);
        return at + to - from;
    }

    private static int stars(char[] into, int from, int count) {
        for (int i = from; i < from + count; i++) {
            into[i] = '*';
        }
        return from + count;
    }
}
