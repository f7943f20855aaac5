package cn.zhengqi.finance.courts;

import cn.zhengqi.finance.courts.CourtsProperties.Directory;
import cn.zhengqi.finance.courts.CourtsProperties.Member;
import cn.zhengqi.finance.courts.PublicRecords.RecordsUnavailable;
import cn.zhengqi.kernel.BusinessTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a platform answers: {@code {code, message, data}}. What it does not understand is no answer; never is it an empty one. */
final class PlatformAnswer {

    private static final String DONE = "200";

    /** More stand on no page; how many there are is told. */
    private static final int MOST = 50;

    /** 2019年07月13日, 2019-07-13, 2019/7/13, 20190713, with or without a time. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})[年/.-]?(\\d{1,2})[月/.-]?(\\d{1,2})(?:\\D.*)?");

    private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");

    private static final BigDecimal YUAN_OF_WAN = BigDecimal.valueOf(10_000);

    private final RecordKind kind;
    private final Directory directory;
    private final MemberNames names;

    PlatformAnswer(RecordKind kind, Directory directory) {
        this.kind = kind;
        this.directory = directory;
        this.names = new MemberNames(kind, directory.names());
    }

    OnRecord read(JsonNode answer) {
        String code = answer.path("code").asString("");
        if (!code.equals(DONE)) {
            throw new RecordsUnavailable(
                    "code " + code + " " + answer.path("message").asString(""));
        }
        JsonNode data = answer.get("data");
        if (data == null) {
            throw new RecordsUnavailable("an answer without data");
        }
        JsonNode rows = directory.rows().isEmpty() ? data : data.at(directory.rows());
        if (!rows.isArray()) {
            throw new RecordsUnavailable("data without a list");
        }
        return kind == RecordKind.JUDGMENTS ? counted(rows) : listed(rows, data.path("total"));
    }

    private OnRecord listed(JsonNode rows, JsonNode total) {
        List<PublicRecord> records = new ArrayList<>();
        rows.forEach(row -> records.add(record(row)));
        records.sort(Comparator.comparing(PublicRecord::day, Comparator.nullsLast(Comparator.reverseOrder())));
        return new OnRecord(
                Math.max(total.asLong(0), records.size()), records.subList(0, Math.min(records.size(), MOST)));
    }

    private PublicRecord record(JsonNode row) {
        if (!row.isObject()) {
            throw new RecordsUnavailable("a record that is none");
        }
        return new PublicRecord(
                text(row, Member.NUMBER),
                text(row, Member.AUTHORITY),
                text(row, Member.MATTER),
                state(row),
                day(text(row, Member.DAY)),
                amount(text(row, Member.AMOUNT)),
                null);
    }

    private String state(JsonNode row) {
        if (kind != RecordKind.ABNORMAL) {
            return text(row, Member.STATE);
        }
        String removed = text(row, Member.REMOVED);
        LocalDate day = day(removed);
        return removed.isEmpty() ? "未移出" : day == null ? "已移出" : "已移出（" + day + "）";
    }

    /** By type of case, of a platform that counts as of one that lists the documents. */
    private OnRecord counted(JsonNode rows) {
        Map<String, Long> byType = new TreeMap<>();
        for (JsonNode row : rows) {
            String type = text(row, Member.MATTER);
            String name = names.of(Member.COUNT);
            long count = name != null && row.has(name) ? row.path(name).asLong(0) : 1;
            byType.merge(type.isEmpty() ? "未注明类型" : type, count, Long::sum);
        }
        byType.values().removeIf(count -> count <= 0);
        return new OnRecord(
                byType.values().stream().mapToLong(Long::longValue).sum(),
                byType.entrySet().stream()
                        .map(it -> new PublicRecord("", "", it.getKey(), "", null, null, it.getValue()))
                        .toList());
    }

    private String text(JsonNode row, Member member) {
        String name = names.of(member);
        return name == null ? "" : row.path(name).asString("").strip();
    }

    /** Yuan; penalties are published in 万元. What is no number is not told as one. */
    private @Nullable BigDecimal amount(String text) {
        try {
            if (text.isEmpty()) {
                return null;
            }
            BigDecimal amount = new BigDecimal(text.replace(",", ""));
            return (kind == RecordKind.PENALTY ? amount.multiply(YUAN_OF_WAN) : amount)
                    .setScale(2, RoundingMode.HALF_UP);
        } catch (NumberFormatException words) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            if (MILLISECONDS.matcher(text).matches()) {
                return BusinessTime.dayOf(Instant.ofEpochMilli(Long.parseLong(text)));
            }
            Matcher day = DAY.matcher(text);
            return day.matches()
                    ? LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)))
                    : null;
        } catch (DateTimeException never) {
            return null;
        }
    }
}
