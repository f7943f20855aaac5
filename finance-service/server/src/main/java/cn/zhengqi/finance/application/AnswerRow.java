package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.FieldProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a file, as far as it can be read without knowing the application.
 *
 * @param line as a spreadsheet counts
 * @param money yuan: what is granted, or paid out
 * @param rate percent a year
 * @param day to which the grant is valid, or on which was paid
 * @param borrowedBefore absent: nothing was said
 * @param reason label or code of the catalogue
 * @param reference the bank's own number of a payment; empty where it gives none
 * @param words what has to be supplied, why not, or why less than was offered
 */
record AnswerRow(
        int line,
        String number,
        AnswerKind kind,
        @Nullable BigDecimal money,
        @Nullable BigDecimal rate,
        @Nullable Integer termMonths,
        @Nullable LocalDate day,
        @Nullable Boolean borrowedBefore,
        String reason,
        String reference,
        String words) {

    /**
     * What is wrong with a row; of one row there may be several.
     *
     * @param number of the application, empty where the row names none
     */
    record Fault(int line, String number, String code, String message) {

        FieldProblem told() {
            return new FieldProblem("rows[" + line + "]", code, "第 " + line + " 行：" + number + " " + message);
        }
    }

    Fault fault(String code, String message) {
        return new Fault(line, number, code, message);
    }
}
