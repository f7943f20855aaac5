package cn.zhengqi.user.calendar;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.HolidayYear;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.web.file.UploadedTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year as a file brings it: a day in each line, and whether it is off or worked. All of it, or nothing where a line is wrong.
 *
 * @param document number of the notice
 */
record CalendarImport(int year, String document, SortedSet<LocalDate> off, SortedSet<LocalDate> work) {

    static final String DATE = "日期";
    static final String KIND = "安排";
    static final int MOST_PROBLEMS = 200;

    /** Days off in law (全国年节及纪念日放假办法, in force since 2025): a file with fewer is no whole year, and every date that falls into it would be wrong. */
    private static final int STATUTORY_DAYS = 13;

    /** As people and spreadsheets write days: 2027-01-01, 2027/1/1, 2027年1月1日, with or without a time. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})日?(\\s.*)?");

    record LineProblem(int line, String field, String message) {}

    /** @throws ProblemException CALENDAR_IMPORT_INVALID with the lines, or because the year is not whole */
    static CalendarImport of(int year, String document, List<UploadedTable.Line> lines) {
        SortedSet<LocalDate> off = new TreeSet<>();
        SortedSet<LocalDate> work = new TreeSet<>();
        Map<LocalDate, Integer> seen = new HashMap<>();
        List<LineProblem> problems = new ArrayList<>();
        for (UploadedTable.Line line : lines) {
            LocalDate date;
            try {
                date = day(line.cell(DATE).strip());
            } catch (DateTimeException wrong) {
                problems.add(new LineProblem(line.number(), DATE, "不是日期，应为 " + year + "-01-01 的写法"));
                continue;
            }
            String kind = line.cell(KIND).strip();
            Integer before = seen.putIfAbsent(date, line.number());
            if (date.getYear() != year) {
                problems.add(new LineProblem(line.number(), DATE, "不在 " + year + " 年内"));
            } else if (before != null) {
                problems.add(new LineProblem(line.number(), DATE, "日期与第 " + before + " 行重复"));
            } else if (kind.equals(DayKind.OFF.label())) {
                off.add(date);
            } else if (!kind.equals(DayKind.WORK.label())) {
                problems.add(new LineProblem(line.number(), KIND, "应为“放假”或“上班”"));
            } else if (!HolidayYear.isWeekend(date)) {
                problems.add(new LineProblem(line.number(), KIND, "不是周六或周日，本来就上班"));
            } else {
                work.add(date);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    UserProblem.CALENDAR_IMPORT_INVALID,
                    "文件中有 " + problems.size() + " 处错误，没有导入任何数据",
                    Map.of(
                            "problemCount",
                            problems.size(),
                            "problems",
                            problems.stream().limit(MOST_PROBLEMS).toList()));
        }
        if (off.size() < STATUTORY_DAYS) {
            throw new ProblemException(
                    UserProblem.CALENDAR_IMPORT_INVALID,
                    "文件中只有 " + off.size() + " 天放假，少于法定节假日 " + STATUTORY_DAYS + " 天，不是完整的年度安排，没有导入任何数据");
        }
        return new CalendarImport(year, document, off, work);
    }

    private static LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            throw new DateTimeException(text);
        }
        return LocalDate.of(
                Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
    }
}
