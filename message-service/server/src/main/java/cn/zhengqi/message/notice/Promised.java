package cn.zhengqi.message.notice;

import cn.zhengqi.kernel.BusinessTime;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The promised date within the words of a notice. */
final class Promised {

    private Promised() {}

    /** @param words with a place for the day; nothing is said where there is none */
    static String by(@Nullable LocalDate day, String words) {
        return by(day, words, "");
    }

    /** @param otherwise what is said where there is none */
    static String by(@Nullable LocalDate day, String words, String otherwise) {
        return day == null ? otherwise : words.formatted(BusinessTime.inWords(day));
    }
}
