package cn.zhengqi.matching.engine;

import java.util.Locale;

/** Texts as people and systems type them, brought to one form for comparison. */
final class Words {

    /** Two-digit classes of GB/T 4754-2017, last one of each section. */
    private static final int[] LAST_CLASS = {
        5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97
    };

    private Words() {}

    /** Quotation marks differ between systems: 专精特新“小巨人”企业 and 专精特新"小巨人"企业 are one qualification. */
    static String normal(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == plain(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder normal = new StringBuilder(text.length()).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = plain(text.charAt(i));
            if (c != 0) {
                normal.append(c);
            }
        }
        return normal.toString();
    }

    /** In quotation marks; those inside become single ones. */
    static String quoted(String text) {
        return "“" + text.replace('“', '‘').replace('”', '’') + "”";
    }

    /** 0 where the character is left out. */
    private static char plain(char c) {
        return switch (c) {
            case '“', '”', '"', '‘', '’', '\'', '「', '」', '《', '》', ' ', '\u3000' -> 0;
            case '（' -> '(';
            case '）' -> ')';
            default -> c;
        };
    }

    /** Industry codes come with or without the letter of their section: 3484 is C3484. */
    static String code(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (code.length() >= 2 && code.length() <= 4 && digits(code)) {
            int division = Integer.parseInt(code.substring(0, 2));
            for (int section = 0; section < LAST_CLASS.length; section++) {
                if (division >= 1 && division <= LAST_CLASS[section]) {
                    return (char) ('A' + section) + code;
                }
            }
        }
        return code;
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
