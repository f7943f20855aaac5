package cn.zhengqi.kernel;

/** How personal and business data looks to those who may not see it plainly. */
public enum Mask {
    /** 张三 → 张*, 欧阳震华 → 欧**华 */
    NAME {
        @Override
        String cover(String text) {
            int length = text.codePointCount(0, text.length());
            return length <= 2
                    ? FAMILY_NAME.cover(text)
                    : first(text) + "*".repeat(length - 2) + text.substring(text.offsetByCodePoints(text.length(), -1));
        }
    },
    /** 张三 → 张*, 陈志远 → 陈**: for strangers, who could guess what {@link #NAME} covers. */
    FAMILY_NAME {
        @Override
        String cover(String text) {
            return first(text) + "*".repeat(Math.max(1, text.codePointCount(0, text.length()) - 1));
        }
    },
    /** 13812345678 → 138****5678 */
    PHONE {
        @Override
        String cover(String text) {
            return keep(text, 3, 4);
        }
    },
    /** 110101199001011234 → 110101********1234 */
    ID_NUMBER {
        @Override
        String cover(String text) {
            return keep(text, 6, 4);
        }
    },
    /** Keeps the district, hides the house: the first six characters. */
    ADDRESS {
        @Override
        String cover(String text) {
            return text.length() <= 6 ? "*".repeat(text.length()) : text.substring(0, 6) + "****";
        }
    },
    /** 北京海淀示例科技有限公司 → 北京****公司 */
    ENTERPRISE_NAME {
        @Override
        String cover(String text) {
            return text.length() <= 4
                    ? text.charAt(0) + "***"
                    : text.substring(0, 2) + "****" + text.substring(text.length() - 2);
        }
    },
    /** someone@example.cn → s***@example.cn */
    EMAIL {
        @Override
        String cover(String text) {
            int at = text.indexOf('@');
            return at < 1 ? "***" : text.charAt(0) + "***" + text.substring(at);
        }
    },
    /** Nothing is shown. */
    HIDDEN {
        @Override
        String cover(String text) {
            return "***";
        }
    };

    /** Empty text stays empty. */
    public String apply(String text) {
        return text.isEmpty() ? text : cover(text);
    }

    abstract String cover(String text);

    /** Half of a character beyond the first 65,536, such as an emoji in a nickname, could not be written down. */
    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }

    private static String keep(String text, int head, int tail) {
        if (text.length() <= head + tail) {
            return "*".repeat(text.length());
        }
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}
