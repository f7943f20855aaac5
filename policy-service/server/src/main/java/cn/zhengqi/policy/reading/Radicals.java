package cn.zhengqi.policy.reading;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * PDF writers give some characters as the radical that looks the same (⼊ U+2F0A for 入): no dictionary knows such a word, and nobody finds it. Unicode 17, blocks CJK Radicals
 * Supplement, Kangxi Radicals and CJK Compatibility Ideographs. Everything else, punctuation of full width above all, stays as it stands in the document.
 */
final class Radicals {

    private static final Pattern LOOKALIKE = Pattern.compile("[\\u2e80-\\u2fdf\\uf900-\\ufa6d]");

    /** Of the supplement Unicode says for two only what they stand for; these are the ones that are a whole character of simplified writing. */
    private static final String OF_THE_SUPPLEMENT = "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳";

    private static final String CHARACTERS = "母民西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟";

    private Radicals() {}

    static String asCharacters(String text) {
        return LOOKALIKE.matcher(text).replaceAll(found -> character(found.group()));
    }

    private static String character(String radical) {
        int at = OF_THE_SUPPLEMENT.indexOf(radical);
        return at >= 0 ? CHARACTERS.substring(at, at + 1) : Normalizer.normalize(radical, Normalizer.Form.NFKC);
    }
}
