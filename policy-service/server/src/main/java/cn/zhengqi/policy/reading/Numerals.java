package cn.zhengqi.policy.reading;

import java.math.BigDecimal;

/** Numbers as documents write them: 5,000, 二十, 一千二百, 三点五, with 千, 万, 亿 after them. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    static BigDecimal read(String written, String scale) {
        BigDecimal number = Character.isDigit(written.charAt(0))
                ? new BigDecimal(written.replaceAll("[,，]", ""))
                : chinese(written);
        for (char one : scale.toCharArray()) {
            number = number.multiply(BigDecimal.valueOf(times(one)));
        }
        return number;
    }

    private static BigDecimal chinese(String written) {
        int point = written.indexOf('点');
        if (point >= 0) {
            StringBuilder decimals = new StringBuilder("0.");
            written.substring(point + 1).chars().forEach(one -> decimals.append(digit((char) one)));
            return chinese(written.substring(0, point)).add(new BigDecimal(decimals.toString()));
        }
        long sum = 0;
        long last = 0;
        for (char one : written.toCharArray()) {
            long times = times(one);
            if (times == 1) {
                // 二〇二六 is written digit by digit; after a power a digit begins anew.
                last = last * 10 + digit(one);
            } else {
                sum += Math.max(1, last) * times;
                last = 0;
            }
        }
        return BigDecimal.valueOf(sum + last);
    }

    private static int digit(char one) {
        return switch (one) {
            case '两' -> 2;
            case '〇' -> 0;
            default -> Math.max(0, DIGITS.indexOf(one));
        };
    }

    private static long times(char one) {
        return switch (one) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 1;
        };
    }
}
