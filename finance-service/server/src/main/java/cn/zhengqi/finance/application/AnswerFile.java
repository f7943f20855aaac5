package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.field.Explanation;
import cn.zhengqi.web.file.UploadedTable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of answers as it was read: what each line says, and what is wrong with those that cannot be read.
 *
 * @param unread lines of which the faults tell what is wrong in themselves
 * @param unanswered lines of the file taken out that were left as they were
 */
record AnswerFile(List<AnswerRow> rows, List<Unread> unread, List<AnswerRow.Fault> faults, int unanswered) {

    /**
     * A line that cannot be read as a whole, with what can be looked up all the same.
     *
     * @param number of the application; empty where none is named
     * @param reason of a refusal; empty where none is named
     * @param read what it says besides what cannot be read; absent where it is not known what kind of answer it is
     */
    record Unread(
            int line,
            String number,
            String reason,
            @Nullable AnswerRow read) {}

    /** As many as one file has. */
    static final int MOST = 1_000;

    static final String DOUBLED = "DOUBLED";

    /** A cell is read up to 200 characters; what is longer would be cut without a word. */
    private static final int LONGEST_WORDS = 199;

    private static final UploadedTable.Refusals REFUSALS =
            new UploadedTable.Refusals(CommonProblem.FILE_UNREADABLE, CommonProblem.PAYLOAD_TOO_LARGE);
    private static final Pattern YUAN = Pattern.compile("(?<number>[0-9]{1,12}(\\.[0-9]{1,2})?)");
    private static final Pattern RATE = Pattern.compile("(?<number>[0-9]{1,3}(\\.[0-9]{1,4})?)\\s*[%％]?");
    private static final Pattern SIGNED = Pattern.compile("[%％]$");

    private static final Pattern MONTHS = Pattern.compile("(?<number>[0-9]{1,3})");
    private static final Pattern REFERENCE = Pattern.compile(Drawdown.REFERENCE);
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})日?(\\s.*)?");

    AnswerFile {
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
        faults = List.copyOf(faults);
    }

    /** @throws ProblemException FILE_UNREADABLE, PAYLOAD_TOO_LARGE, FILE_UNPACKS_TOO_LARGE */
    static AnswerFile read(byte[] file) {
        List<UploadedTable.Line> lines =
                UploadedTable.read(file, List.of(AnswerSheet.NUMBER, AnswerSheet.ANSWER), REFUSALS);
        if (lines.size() > MOST) {
            throw new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE, "一次最多导入 " + MOST + " 行");
        }
        List<AnswerRow> rows = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        List<AnswerRow.Fault> faults = new ArrayList<>();
        Map<String, List<Cells>> seen = new HashMap<>();
        int unanswered = 0;
        for (UploadedTable.Line line : lines) {
            if (line.cell(AnswerSheet.ANSWER).isBlank()) {
                unanswered++;
                continue;
            }
            Cells cells = new Cells(line, faults);
            int before = faults.size();
            AnswerRow read = cells.row();
            AnswerRow row = faults.size() > before ? null : read;
            if (row == null) {
                unread.add(cells.unread(read));
            }
            if (!isDoubled(cells, seen.computeIfAbsent(cells.number(), none -> new ArrayList<>())) && row != null) {
                rows.add(row);
            }
        }
        return new AnswerFile(rows, unread, faults, unanswered);
    }

    /** An application is answered once; paid out it is as often as the bank has a number for. */
    private static boolean isDoubled(Cells cells, List<Cells> ofOne) {
        Optional<Cells> before = cells.number().isEmpty()
                ? Optional.empty()
                : ofOne.stream().filter(other -> !cells.isPaymentBeside(other)).findFirst();
        ofOne.add(cells);
        before.ifPresent(other -> cells.wrong(DOUBLED, "与第 " + other.line().number() + " 行" + cells.doubled(other)));
        return before.isPresent();
    }

    /** The cells of one line; each that is wrong is told. */
    private record Cells(UploadedTable.Line line, List<AnswerRow.Fault> faults) {

        String number() {
            return line.cell(AnswerSheet.NUMBER).strip();
        }

        String reference() {
            return line.cell(AnswerSheet.PAID_NUMBER).strip();
        }

        private boolean is(AnswerKind kind) {
            return AnswerKind.of(line.cell(AnswerSheet.ANSWER).strip())
                    .filter(kind::equals)
                    .isPresent();
        }

        boolean isPaymentBeside(Cells other) {
            return is(AnswerKind.DISBURSE)
                    && other.is(AnswerKind.DISBURSE)
                    && !reference().isEmpty()
                    && !other.reference().isEmpty()
                    && !reference().equals(other.reference());
        }

        String doubled(Cells other) {
            if (!is(AnswerKind.DISBURSE) || !other.is(AnswerKind.DISBURSE)) {
                return "是同一笔申请，一次只能答复一次";
            }
            return reference().isEmpty() || other.reference().isEmpty()
                    ? "是同一笔申请的放款，几次放款请在“" + AnswerSheet.PAID_NUMBER + "”中分别填写流水号"
                    : "是同一流水号的放款";
        }

        Unread unread(@Nullable AnswerRow read) {
            boolean refusal = is(AnswerKind.REFUSE);
            return new Unread(
                    line.number(),
                    number(),
                    refusal ? line.cell(AnswerSheet.REASON).strip() : "",
                    read);
        }

        void wrong(String code, String message) {
            faults.add(new AnswerRow.Fault(line.number(), number(), code, message));
        }

        /** As far as it can be read; absent where it is not known what kind of answer it is. */
        @Nullable
        AnswerRow row() {
            if (number().isEmpty()) {
                wrong("REQUIRED", "缺少申请编号");
            }
            String said = line.cell(AnswerSheet.ANSWER).strip();
            AnswerKind kind = AnswerKind.of(said).orElse(null);
            if (kind == null) {
                wrong("FORMAT", "的答复应为" + AnswerKind.labels() + "之一，文件中为“" + said + "”");
                return null;
            }
            return switch (kind) {
                case ACCEPT -> row(kind, null, null, null, null, null, "", "", "");
                case ASK_MATERIAL -> row(kind, null, null, null, null, null, "", "", words("需要补充的材料"));
                case REFUSE ->
                    row(kind, null, null, null, null, null, required(AnswerSheet.REASON), "", words("不通过的具体原因"));
                case APPROVE ->
                    row(
                            kind,
                            number(AnswerSheet.GRANTED, YUAN, "应为最多两位小数的金额"),
                            rate(),
                            number(AnswerSheet.TERM, MONTHS, "应为月数"),
                            day(AnswerSheet.UNTIL),
                            borrowed(),
                            "",
                            "",
                            optionalWords());
                case DISBURSE ->
                    row(
                            kind,
                            number(AnswerSheet.PAID, YUAN, "应为最多两位小数的金额"),
                            null,
                            null,
                            day(AnswerSheet.PAID_ON),
                            null,
                            "",
                            optionalReference(),
                            "");
            };
        }

        private AnswerRow row(
                AnswerKind kind,
                @Nullable BigDecimal money,
                @Nullable BigDecimal rate,
                @Nullable BigDecimal months,
                @Nullable LocalDate day,
                @Nullable Boolean borrowedBefore,
                String reason,
                String reference,
                String words) {
            return new AnswerRow(
                    line.number(),
                    number(),
                    kind,
                    money == null ? null : money.setScale(2),
                    rate,
                    months == null ? null : months.intValueExact(),
                    day,
                    borrowedBefore,
                    reason,
                    reference,
                    words);
        }

        private String required(String column) {
            String text = line.cell(column).strip();
            if (text.isEmpty()) {
                wrong("REQUIRED", "缺少“" + column + "”");
            }
            return text;
        }

        /** As one by one: a word explains nothing. */
        private String words(String what) {
            String text = line.cell(AnswerSheet.WORDS).strip();
            if (text.isEmpty()) {
                wrong("REQUIRED", "请在“" + AnswerSheet.WORDS + "”中写明" + what);
            } else if (line.cell(AnswerSheet.WORDS).length() > LONGEST_WORDS) {
                wrong("TOO_LONG", "的“" + AnswerSheet.WORDS + "”不超过 " + LONGEST_WORDS + " 字");
            } else if (Explanation.Letters.areTooFew(text)) {
                wrong("TOO_SHORT", "的“" + AnswerSheet.WORDS + "”不少于 " + Explanation.LEAST + " 字");
            }
            return text;
        }

        /** Why a grant is less than the offer that was chosen; whether it has to be said depends on the application. */
        private String optionalWords() {
            return line.cell(AnswerSheet.WORDS).isBlank() ? "" : words("");
        }

        private String optionalReference() {
            String text = reference();
            if (line.lostDigits(AnswerSheet.PAID_NUMBER)) {
                wrong(
                        "FORMAT",
                        "的“" + AnswerSheet.PAID_NUMBER + "”" + UploadedTable.LOST_DIGITS + "，文件中为“" + text + "”");
            } else if (!text.isEmpty() && !REFERENCE.matcher(text).matches()) {
                wrong("FORMAT", "的“" + AnswerSheet.PAID_NUMBER + "”" + Drawdown.REFERENCE_FORM + "，文件中为“" + text + "”");
            }
            return text;
        }

        private @Nullable BigDecimal number(String column, Pattern form, String should) {
            String text = required(column);
            Matcher number = form.matcher(line.number(column));
            if (number.matches()) {
                return new BigDecimal(number.group("number"));
            }
            if (!text.isEmpty()) {
                wrong("FORMAT", "的“" + column + "”" + should + "，文件中为“" + text + "”");
            }
            return null;
        }

        /** Whoever means what looks like a part of one says so with the sign. */
        private @Nullable BigDecimal rate() {
            BigDecimal rate = number(AnswerSheet.RATE, RATE, "应为最多四位小数的百分数");
            String text = line.cell(AnswerSheet.RATE).strip();
            if (rate != null && Grant.isPartOfOne(rate) && !SIGNED.matcher(text).find()) {
                wrong(
                        "FORMAT",
                        "的“" + AnswerSheet.RATE + "”按百分数填写，如 3.85 表示 3.85%，文件中为“" + text + "”；确为 " + Grant.percent(rate)
                                + " 的，请带百分号填写");
            }
            return rate;
        }

        private @Nullable LocalDate day(String column) {
            String text = required(column);
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                try {
                    return LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)));
                } catch (DateTimeException noSuchDay) {
                    wrong("FORMAT", "的“" + column + "”不是日期，文件中为“" + text + "”");
                    return null;
                }
            }
            if (!text.isEmpty()) {
                wrong("FORMAT", "的“" + column + "”应为 2027-01-31 的写法，文件中为“" + text + "”");
            }
            return null;
        }

        private @Nullable Boolean borrowed() {
            String text = line.cell(AnswerSheet.BORROWED).strip();
            if (!text.isEmpty() && !text.equals("是") && !text.equals("否")) {
                wrong("FORMAT", "的“" + AnswerSheet.BORROWED + "”应为是或否，文件中为“" + text + "”");
            }
            return text.isEmpty() ? null : Boolean.valueOf(text.equals("是"));
        }
    }
}
