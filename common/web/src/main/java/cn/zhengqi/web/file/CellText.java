package cn.zhengqi.web.file;

import cn.idev.excel.metadata.data.DataFormatData;
import cn.idev.excel.metadata.data.ReadCellData;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a spreadsheet says, whatever its format shows of it: 3.45 % is that although 3% is shown, cents are there although none are, and a date is that day in
 * whichever order and language its parts stand.
 */
final class CellText {

    /** As many digits as a spreadsheet keeps of a number; whatever stands behind them is of its arithmetic, or was noughts from the beginning. */
    private static final MathContext KEPT = new MathContext(15);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** What a format puts there as words, a per cent sign of which is none. */
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.");

    /** Of a code that begins with noughts. */
    private static final Pattern NOUGHTS = Pattern.compile("0{2,}");

    private CellText() {}

    static String of(ReadCellData<?> cell) {
        return switch (cell.getData()) {
            case null -> cell.getNumberValue() == null ? "" : number(cell.getNumberValue());
            case LocalDateTime time -> day(time);
            case BigDecimal number -> number(number, format(cell.getDataFormatData()));
            case Object other -> other.toString();
        };
    }

    private static String format(@Nullable DataFormatData data) {
        return data == null || data.getFormat() == null ? "" : data.getFormat();
    }

    private static String day(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : TIME.format(time);
    }

    private static String number(BigDecimal number, String format) {
        if (WORDS.matcher(format).replaceAll("").contains("%")) {
            return number(number.movePointRight(2)) + "%";
        }
        String text = number(number);
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.signum() >= 0;
        return whole && NOUGHTS.matcher(format).matches() && text.length() < format.length()
                ? "0".repeat(format.length() - text.length()) + text
                : text;
    }

    /** A whole number of more digits than were kept stays as short as it is known: 6.2E+18. */
    private static String number(BigDecimal number) {
        BigDecimal kept = number.round(KEPT).stripTrailingZeros();
        return kept.precision() - kept.scale() > KEPT.getPrecision() ? kept.toString() : kept.toPlainString();
    }
}
